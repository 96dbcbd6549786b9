import { type Claim, type ClaimTime, IsnadError, type Judgement, SLOTS, type TextSpan } from '../model/index.js'
import { documentTexts, type Scope } from '../store/index.js'
import { isIsoDay } from '../text/index.js'
import { invalid } from './judgement-error.js'

/**
 * What an analyst gives of a claim must stand in its document and be possible: days that are in the calendar, the first
 * not after the last, numbers the lower not above the higher. Throws `unsourced-statement`, `judgement-invalid`.
 */
export async function checkClaim(tx: Scope, { target, claim }: Judgement): Promise<void> {
  if (target.kind !== 'claim' || !claim) return
  checkTime(claim.time)
  for (const [key, count] of Object.entries(claim.counts ?? {})) if (count) checkCount(key, count)
  const text = (await documentTexts(tx, [target.document])).get(target.document)
  if (text === undefined) throw invalid('its document is not in the case, or was forgotten')
  for (const { start, end, text: words } of wordsOf(claim))
    if (text.slice(start, end) !== words)
      throw unsourced(`"${words}" does not stand at ${start}–${end}`, target.document)
  // A hop is called by the nearest name, which may stand elsewhere than the words that point to it.
  for (const { name, start } of claim.chain ?? [])
    if (start !== undefined && !text.includes(name)) throw unsourced(`"${name}" does not stand there`, target.document)
}

/** Every stretch of the document that a claim points to with its words. */
function wordsOf(claim: Partial<Claim>): TextSpan[] {
  const spans = [
    claim.evidence,
    claim.time,
    ...SLOTS.flatMap((slot) => claim[slot] ?? []),
    ...Object.values(claim.counts ?? {}),
    ...(claim.chain ?? []).map(({ cue }) => cue),
  ]
  return spans.flatMap((span) => span ?? [])
}

const unsourced = (message: string, document: string) =>
  new IsnadError('unsourced-statement', message, {
    where: { what: document },
    hint: 'Mark the words in the document; offsets are UTF-16 units, the end is not included.',
  })

function checkTime(time: ClaimTime | null | undefined): void {
  const { from, to } = time ?? {}
  for (const day of [from, to]) if (day && !isIsoDay(day)) throw invalid(`time: there is no day "${day}"`, DAYS)
  if (from && to && from > to) throw invalid(`time: ${from} is after ${to}`, DAYS)
}

function checkCount(key: string, { min, max }: { min: number | null; max: number | null }): void {
  const hint = 'min and max are the least and the most that the words allow; null where they set no bound.'
  for (const n of [min, max])
    if (n !== null && (n < 0 || !Number.isFinite(n))) throw invalid(`counts.${key}: ${n} is no number of things`, hint)
  if (min !== null && max !== null && min > max) throw invalid(`counts.${key}: ${min} is more than ${max}`, hint)
}

const DAYS = 'Days are written 2024-02-29, the first not after the last; null where the text gives none.'
