// Which role of a template a filler of a claim takes, and in which words: the extent that annotators of 1992 copied.
import type { Filler, Mention } from '../../src/model/index.js'
import { normal, type Role } from './ceaf-ree.js'
import type { Context } from './mapping.js'

/** A body is an organization, anybody else an individual; "guerrillas of the Front" are both. */
export function perpetrators(filler: Filler, context: Context): [Role, string][] {
  const { mapping } = context
  const named = mentionsIn(filler, context)
  const bodies = named.filter((m) => isOrganization(m, context))
  const out: [Role, string][] = bodies.map((m) => ['PerpOrg', fullest(m, context)])
  const person = named.find((m) => m.kind === 'person')
  // A rank stays with the name of who acts; of those who suffer the bare name is wanted.
  if (person)
    return [...out, ['PerpInd', named.length === 1 && !filler.via ? bare(filler.text) : fullest(person, context)]]
  if (named.some((m) => normal(m.text) === normal(filler.text))) return out
  const described = withoutBodies(filler, bodies, context)
  const split = partsOfBody(described, mapping.bodies)
  if (split?.people === '') return [...out, ['PerpOrg', described]]
  if (split) {
    out.push(['PerpOrg', split.body])
    if (isIndividual(split.people, context)) out.push(['PerpInd', split.people])
    return out
  }
  if (isIndividual(described, context)) out.push(['PerpInd', described])
  if (bodies.length === 0 && mapping.sided.some((word) => normal(described).split(' ').includes(word)))
    out.push(...onlyArmedGroup(context).map((m): [Role, string] => ['PerpOrg', fullest(m, context)]))
  return out
}

/** Whether a description is of people: several, or a band of such ("a group of armed men"); "rebel" in "rebel attacks" is none. */
function isIndividual(described: string, context: Context): boolean {
  const { individuals, bands } = context.mapping
  const words = normal(described).split(' ')
  const band = words.findIndex((w) => bands.includes(w))
  if (band >= 0) return words.length > 1 && words.some((w, i) => i !== band && isA(w, individuals, context))
  if (!isA(described, individuals, context)) return false
  return words.length > 1 || /(?:s|men|women|people)$/.test(words[0]!)
}

/** "members of the army": people, and the body that is only described; of a body alone no people. */
function partsOfBody(described: string, bodies: readonly string[]): { body: string; people: string } | null {
  const found = /^(?:(.+?)\s+of\s+(?:the\s+)?)?(.*)$/is.exec(described)!
  const isBody = bodies.some((body) => normal(found[2]!).endsWith(body))
  return isBody ? { body: found[2]!, people: found[1] ?? '' } : null
}

/** "alleged Front guerrillas", "guerrillas of the Front": "guerrillas". */
function withoutBodies(filler: Filler, bodies: readonly Mention[], context: Context): string {
  let text = filler.text.replace(/\s*[[(][^\])]*[\])]/g, '')
  for (const { text: body } of bodies) {
    const at = text.indexOf(body)
    if (at < 0) continue
    const before = text.slice(0, at).replace(/["“\s]+$/, '')
    const after = text.slice(at + body.length).replace(/^["”\s]+/, '')
    const owner = /^(.+?)\s+(?:of|from|belonging to)(?:\s+the)?(?:\s+.*)?$/i.exec(before)
    text = owner ? owner[1]! : after !== '' ? after : before
  }
  return said(text, context.mapping.unsaid)
}

/** The annotators of 1992 took "guerrillas" for those of the armed group that the text names, where it names but one. */
function onlyArmedGroup({ reading, packs }: Context): Mention[] {
  const groups = reading.mentions.filter((m) => packs.entities.get(m.entities[0] ?? '')?.sort === 'armed-group')
  const once = new Map(groups.map((m) => [m.id, m]))
  return once.size === 1 ? [...once.values()] : []
}

/** Victims are wanted by name only; of those who are merely described the annotations give no filler. */
export function suffered(filler: Filler, context: Context): [Role | null, string] {
  const name = thing(filler.text, context)
  const isTarget = !isA(name, context.mapping.military, context) && isA(name, context.mapping.targets, context)
  const person = mentionsIn(filler, context).find((m) => m.kind === 'person' && !(isTarget && hangsOn(m, filler)))
  if (person) return ['Victim', fullest(person, context)]
  return [isTarget ? 'Target' : null, name]
}

/** Whether a name only says whose something is: "the home of Judge Alma Ruiz", "Alma Ruiz's car". */
function hangsOn(mention: Mention, filler: Filler): boolean {
  const before = filler.text.slice(0, mention.start - filler.start)
  return /\sof\s/i.test(before) || /^['’]s?\s/i.test(filler.text.slice(mention.end - filler.start))
}

/** Of all names that the text gives somebody, the longest. */
function fullest(mention: Mention, { reading }: Context): string {
  const same = reading.mentions.filter((m) => m.id === mention.id)
  return same.reduce((best, m) => (m.text.length > best.length ? m.text : best), mention.text)
}

const mentionsIn = (filler: Filler, { reading }: Context): Mention[] =>
  reading.mentions.filter((m) => m.start >= filler.start && m.end <= filler.end)

function isOrganization(mention: Mention, { packs, mapping }: Context): boolean {
  if (mention.kind !== 'actor') return false
  const sort = packs.entities.get(mention.entities[0] ?? '')?.sort
  return sort === undefined || mapping.organizations.includes(sort)
}

/** Without its article. */
export const bare = (name: string): string => name.replace(/^(?:the|a|an)\s+/i, '').trim()

/** A thing without number and owner, as the annotators of 1992 copied it: "his two cars" are "cars". */
export function thing(name: string, { mapping }: Context): string {
  return said(name, [...mapping.unsaid, ...mapping.numbers])
}

const APPROXIMATELY =
  /^(?:one of|some of|(?:at least|at most|more than|over|about|approximately|nearly|almost|some)\s+(?=\d))\s*/i

/** A name without the words before it that say nothing of what it is. */
function said(name: string, unsaid: readonly string[]): string {
  const words = bare(name.replace(APPROXIMATELY, '')).split(/\s+/)
  const isUnsaid = (word: string) => unsaid.includes(word.toLowerCase()) || (unsaid.includes('one') && /^\d/.test(word))
  while (words.length > 1 && isUnsaid(words[0]!)) words.shift()
  return words.join(' ')
}

/** Whether the classes of a name are among those. */
export function isA(name: string, wanted: readonly string[], { classes }: Context): boolean {
  const all = classes(name)
  return wanted.some((c) => all.has(c))
}
