import type { Hop, Mention } from '../../model/index.js'
import type { Analysis, NounGroup } from '../analysis.js'
import { nameWithin } from '../merge/filler.js'
import { allGroups } from '../names/walk.js'

/** Nouns for whoever holds an office or a rank; a relative or a critic of a body does not speak for it. */
const OFFICE = new Set(['official', 'leader', 'soldier', 'fighter'])

/**
 * Adds to every named person of some chains the body whose office the text gives him, wherever it does so: "Lena Orth, the
 * council's envoy" speaks for the council also where she is only "Orth". An office of two bodies is left open.
 */
export function nameOffices(chains: readonly Hop[][], { sentences, mentions }: Analysis): void {
  const people = chains.flat().filter((hop) => hop.kind === 'official' && hop.start !== undefined && !hop.entity)
  if (people.length === 0) return
  const held = new Map<string, Set<string>>()
  for (const group of sentences.flatMap(allGroups)) {
    const person = personOf(group, mentions)
    const body = person && bodyOfOffice(group, mentions)
    if (body) held.set(person.id, (held.get(person.id) ?? new Set()).add(body))
  }
  for (const hop of people) {
    const named = nameWithin(mentions, { start: hop.start!, end: hop.end! }, 'person')
    const [body, other] = named === undefined ? [] : (held.get(mentions[named]!.id) ?? [])
    if (body && !other) hop.body = body
  }
}

const personOf = (group: NounGroup, mentions: readonly Mention[]): Mention | undefined =>
  [group, group.apposed]
    .flatMap((x) => (x?.mention === undefined ? [] : mentions[x.mention]!))
    .find(({ kind }) => kind === 'person')

/** The body that the words for an office name: "the UN coordinator", "head of the council's guard" (the guard). */
function bodyOfOffice(group: NounGroup, mentions: readonly Mention[]): string | undefined {
  const office = [group.apposed, group].find((x) => x?.classes.some((k) => OFFICE.has(k)))
  const named = office && nameWithin(mentions, office, 'actor')
  const entities = named === undefined ? [] : mentions[named]!.entities
  return entities.length === 1 ? entities[0] : undefined
}
