import type { Claim, ClaimAnswer, Names } from './answers.js'
import { rangeText } from './days.js'
import { both, has, number, t, term, type Word } from './words.svelte.js'

/** Parts of a claim that things and people fill, in the order of the screens. */
export const SLOTS = ['agents', 'counterparts', 'objects', 'instruments', 'places', 'origin', 'destination'] as const
export type Slot = (typeof SLOTS)[number]

/** What a part of a claim is called: a slot, `type`, `status`, `mode`, `time`, `chain`, or what is counted. */
export function fieldTitle(field: string): string {
  if (field === 'type' || field === 'status') return t(`claims.${field}`)
  if (field === 'chain') return t('part.hop')
  return has(`part.${field}`) ? t(`part.${field}` as Word) : term('counts', field)
}

/** The bounds of a number in words: 4, 4–6, at least 20, at most 9; empty where it has none. */
export function boundsText({ min, max }: { min: number | null; max: number | null }): string {
  if (min !== null && max !== null) return min === max ? number(min) : `${number(min)}–${number(max)}`
  if (min !== null) return t('contradiction.atleast', { n: min })
  return max === null ? '' : t('contradiction.upto', { n: max })
}

/** What stands in a part of a claim, each value by the name that may be printed; empty where nothing does. */
export function fieldValues(
  claim: Partial<Claim>,
  field: string,
  names: Names,
  initials: ClaimAnswer['initials'],
): string[] {
  const called = (words: string, entity?: string) => {
    const known = entity === undefined ? undefined : names[entity]
    return known ? both(known) : (initials[words] ?? words)
  }
  if (field === 'type') return claim.type ? [term('types', claim.type)] : []
  if (field === 'status') return claim.status ? [term('statuses', claim.status)] : []
  if (field === 'mode') return claim.mode ? [term('modes', claim.mode)] : []
  if (field === 'time') return claim.time ? [rangeText(claim.time.from, claim.time.to)] : []
  if (field === 'chain')
    return (claim.chain ?? []).map(({ name, entity, kind }) => `${called(name, entity)} (${term('hopKinds', kind)})`)
  const slot = SLOTS.find((one) => one === field)
  if (slot) return (claim[slot] ?? []).map(({ text, entity }) => called(text, entity))
  const count = claim.counts?.[field as keyof Claim['counts']]
  return count ? [boundsText(count) || count.text] : []
}
