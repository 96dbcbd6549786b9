import { type Entity, type EntityKind, hashId, type Mention, type Name, type Reading } from '../../model/index.js'
import { nameKey } from '../names/name-key.js'
import { nameParts } from '../names/name-parts.js'
import { scoreNames } from '../names/score-names.js'

/** Spellings under one key are one name from this score on. */
const SAME_NAME = 0.8
const INITIALS = /^(?:\p{L}[.\s]*){1,4}$/u

/** One name that a report gives to something the packs do not know. */
interface Newcomer {
  kind: EntityKind
  name: Name
  /** Names that are too little to tell people apart stay within their document. */
  scope: string
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** Initials are never joined with a name or with other initials; nor is one word enough to know a person by. */
function scopeOf(mention: Mention, document: string): string {
  const short = nameParts(mention.text).length < 2 || INITIALS.test(mention.text)
  return mention.kind === 'person' && short ? document : ''
}

/** Every referent without a pack entity, by the fullest of its mentions in the document. */
export function newcomers({ document, mentions }: Reading): Newcomer[] {
  const fullest = new Map<string, Mention>()
  for (const m of mentions) {
    if (m.entities.length > 0 || m.kind === 'unnamed-source') continue
    const known = fullest.get(m.id)
    if (!known || m.text.length > known.text.length) fullest.set(m.id, m)
  }
  const outlet = document.outlet ?? document.restatedOutlet
  return [...fullest.values()].map((m) => ({
    kind: m.kind,
    name: { name: m.text, lang: document.language, kind: 'full', ...(outlet && { outlet }) },
    scope: scopeOf(m, document.id),
  }))
}

/** Splits names that share a key by how alike they sound to the first of each group, in the order of the alphabet. */
function alike(names: readonly Name[]): Name[][] {
  const groups: Name[][] = []
  for (const name of [...names].sort((x, y) => order(x.name, y.name) || order(x.outlet ?? '', y.outlet ?? ''))) {
    const group = groups.find((g) => scoreNames(g[0]!.name, name.name).score >= SAME_NAME)
    if (!group) groups.push([name])
    else if (!group.some((n) => n.name === name.name && n.outlet === name.outlet && n.lang === name.lang))
      group.push(name)
  }
  return groups
}

/** Joins newcomers of all reports by kind and the key of their names, in either script. A person's standing is private. */
export function joinNewcomers(all: readonly Newcomer[]): Entity[] {
  const byKey = new Map<string, Newcomer[]>()
  for (const n of all) {
    const key = [n.kind, nameKey(n.name.name), n.scope].join('\u0000')
    byKey.set(key, [...(byKey.get(key) ?? []), n])
  }
  return [...byKey].flatMap(([key, group]) => {
    const { kind } = group[0]!
    return alike(group.map((n) => n.name)).map(
      (names, i): Entity => ({
        id: hashId('e', [key, ...(i === 0 ? [] : [names[0]!.name])]),
        kind,
        names,
        ...(kind === 'person' && { standing: 'private' as const }),
        from: 'report',
      }),
    )
  })
}
