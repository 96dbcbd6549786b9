import { type Claim, type Document, SLOTS } from '../model/index.js'
import type { Expectation, ExpectedClaim } from '../packs/index.js'
import { fold } from '../text/index.js'

/** How a reading misses an example: no such claim, one too many, another filler, another value, another chain. */
export type Miss = 'nothing' | 'too many' | 'wrong span' | 'wrong value' | 'wrong chain'

/** What is wrong with a reading of an example, and the details that a person needs to see. */
export interface Verdict {
  miss: Miss
  detail: string
}

/** A document that holds nothing but an example's text; with a date, it was published on that day. */
export function exampleDocument(language: string, text: string, date?: string): Document {
  return {
    id: `sha256:${'0'.repeat(64)}`,
    path: 'example',
    language,
    text,
    ...(date ? { published: { from: date, to: date, basis: 'metadata' } } : {}),
  }
}

/**
 * Compares the claims read in an example with those it must give: each expected claim needs one of its type whose slots
 * hold the given pieces, with the given status, mode, counts, time and chain; a slot given as empty must be empty.
 * Further claims are no fault, unless none is expected. Returns the first miss, null where all is well.
 */
export function checkExample(
  expected: readonly (ExpectedClaim | Expectation)[],
  claims: readonly Claim[],
  proclitics: readonly (readonly string[])[] = [],
): Verdict | null {
  if (expected.length === 0 && claims.length > 0)
    return { miss: 'too many', detail: claims.map((c) => `${c.type} by ${c.rule}`).join(', ') }
  const bare = stripper(proclitics)
  for (const e of expected) {
    const verdicts = claims.filter((c) => c.type === e.type).map((c) => misses(e, c, bare))
    if (verdicts.some((v) => v.length === 0)) continue
    const nearest = verdicts.sort((a, b) => a.length - b.length)[0]
    return nearest?.[0] ?? { miss: 'nothing', detail: `no ${e.type}${read(claims)}` }
  }
  return null
}

const read = (claims: readonly Claim[]) =>
  claims.length > 0 ? `, but ${[...new Set(claims.map((c) => c.type))].sort().join(', ')}` : ''

function misses(e: ExpectedClaim | Expectation, c: Claim, bare: (s: string) => string): Verdict[] {
  const out: Verdict[] = []
  const holds = (piece: string, text: string) => fold(text).includes(fold(piece)) || bare(text).includes(bare(piece))
  for (const slot of SLOTS) {
    const pieces = e[slot]
    const texts = c[slot].map((f) => f.text)
    const fits = pieces?.length === 0 ? texts.length === 0 : pieces?.every((p) => texts.some((t) => holds(p, t)))
    if (fits === false) out.push({ miss: 'wrong span', detail: `${slot} ${list(texts)}, not ${list(pieces!)}` })
  }
  const value = (name: string, has: unknown, wants: unknown) => {
    if (wants !== undefined && has !== wants)
      out.push({ miss: 'wrong value', detail: `${name} ${has ?? 'none'}, not ${wants}` })
  }
  value('status', c.status, e.status)
  value('mode', c.mode, e.mode)
  if (e.counts && Object.keys(e.counts).length === 0) value('counts', Object.keys(c.counts).join(', ') || 0, 0)
  for (const [key, min] of Object.entries(e.counts ?? {})) value(key, c.counts[key as keyof Claim['counts']]?.min, min)
  if ('time' in e) value('time', timeOf(c), e.time)
  const names = c.chain.map((h) => h.name)
  if (e.chain && !(names.length === e.chain.length && e.chain.every((p, i) => holds(p, names[i]!))))
    out.push({ miss: 'wrong chain', detail: `${list(names)}, not ${list(e.chain)}` })
  return out
}

const list = (texts: readonly string[]) => (texts.length > 0 ? texts.map((t) => `«${t}»`).join(' + ') : 'none')

function timeOf({ time }: Claim): string {
  if (!time?.from) return 'none'
  return time.from === time.to ? time.from : `${time.from}/${time.to ?? ''}`
}

/** Takes from every word what a language writes onto it in front, by the slots of its clitic table, the outermost first. */
function stripper(slots: readonly (readonly string[])[]): (text: string) => string {
  const front = slots.map((forms) => [...forms].sort((a, b) => b.length - a.length).map((f) => fold(f)))
  return (text) =>
    fold(text)
      .split(/\s+/u)
      .map((word) => front.reduce((w, forms) => w.slice((forms.find((f) => fits(w, f)) ?? '').length), word))
      .join(' ')
}
/** A word keeps three letters at least. */
const fits = (word: string, clitic: string) => word.startsWith(clitic) && word.length - clitic.length >= 3
