import {
  type Claim,
  type CodedEvent,
  claimId,
  type Document,
  type Entity,
  type Filler,
  type Mention,
  type TextSpan,
} from '../../model/index.js'
import type { Packs } from '../../packs/index.js'

/** Who codes a table says what happened, not in which words: what he is sure of is not ours to judge. */
const CONFIDENCE = 0.9

/**
 * The claim that a row of a coded table makes: its type by the row's codes, its parties and place by the names in its
 * cells, and as chain the sources that the row names. Several sources in one cell are one transmitter: that a table
 * lists two does not show that neither had it from the other.
 */
export function readCoded(
  document: Document,
  coded: CodedEvent,
  packs: Packs,
): { claims: Claim[]; mentions: Mention[] } {
  const find = entityFinder(packs)
  const mentions: Mention[] = []
  const filler = (span: TextSpan, kind: Entity['kind']): Filler => {
    const entity = kind === 'outlet' ? packs.outlet(span.text)?.id : find(span.text, kind)
    const id = `m${mentions.length + 1}`
    mentions.push({ id, start: span.start, end: span.end, text: span.text, kind, entities: entity ? [entity] : [] })
    return { ...span, mention: id, ...(entity ? { entity } : {}) }
  }
  const slot = (name: keyof CodedEvent['slots'], kind: Entity['kind']) =>
    (coded.slots[name] ?? []).map((span) => filler(span, kind))
  const mutual = packs.ontology.types.get(coded.type)?.mutual === true
  const agents = slot('agents', 'actor')
  const counterparts = slot('counterparts', 'actor')
  const chain = coded.sources.map(({ start, end, text }) => {
    const name = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(text)?.[1] ?? text
    const entity = packs.outlet(text)?.id ?? packs.outlet(name)?.id
    return { name, kind: 'outlet' as const, start, end, ...(entity ? { entity } : {}) }
  })
  const claim: Omit<Claim, 'id'> = {
    type: coded.type,
    ...(coded.mode ? { mode: coded.mode } : {}),
    status: 'asserted',
    agents: mutual ? [...agents, ...counterparts] : agents,
    counterparts: mutual ? [] : counterparts,
    objects: [],
    instruments: [],
    places: slot('places', 'place'),
    origin: [],
    destination: [],
    time: coded.time ?? null,
    counts: coded.counts,
    chain,
    links: [],
    evidence: { start: 0, end: document.text.length, text: document.text },
    support: [],
    rule: `table/${coded.mapping}`,
    confidence: CONFIDENCE,
  }
  return { claims: [{ id: claimId(document.id, claim), ...claim }], mentions }
}

const finders = new WeakMap<Packs, (text: string, kind: Entity['kind']) => string | undefined>()

/** Finds an entity by a cell that is nothing but its name; a bracket behind it («(2016-)», «(Yemen)») is the coder's. */
function entityFinder(packs: Packs): (text: string, kind: Entity['kind']) => string | undefined {
  const known = finders.get(packs)
  if (known) return known
  const index = new Map<string, string | null>()
  for (const entity of packs.entities.values())
    for (const { name } of entity.names) {
      const key = `${entity.kind} ${nameKey(name)}`
      // A name that two bear tells neither.
      index.set(key, index.has(key) && index.get(key) !== entity.id ? null : entity.id)
    }
  const find = (text: string, kind: Entity['kind']) =>
    index.get(`${kind} ${nameKey(text)}`) ??
    index.get(`${kind} ${nameKey(text.replace(/\([^)]*\)/g, ''))}`) ??
    undefined
  finders.set(packs, find)
  return find
}

const nameKey = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
