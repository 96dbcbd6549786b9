import type { Quantity } from '../../analysis.js'
import { isOf, type Token } from './token.js'

/** A number in front of a noun, with what limits it ("more than", "between … and"). */
export interface Counted {
  quantity?: Quantity
  next: number
}

/** Reads "at least 30", "between 15 and 20", "two dozen", "some 3,200", "dozens of"; null where there is no number. */
export function countedAt(tokens: readonly Token[], from: number): Counted | null {
  let i = from
  let limit = ''
  const role = tokens[i]?.role
  if (tokens[i]?.pos === 'determiner' && (role === 'at-least' || role === 'at-most' || role === 'about')) {
    limit = role
    i++
  }
  if (tokens[i]?.pos === 'determiner' && tokens[i]!.role === 'indefinite' && tokens[i + 1]?.value) i++
  const range = betweenAt(tokens, i)
  if (range) return range
  const first = numberAt(tokens, i)
  if (!first) return null
  let { value, next } = first
  // "15 to 20", "15-20" (one token), "15 or 20"
  const joint = tokens[next]
  if (joint && /^(?:to|or|[-–])$/.test(joint.norm)) {
    const second = numberAt(tokens, next + 1)
    if (second && second.value.kind === 'cardinal') {
      value = { ...value, max: second.value.max }
      next = second.next
    }
  }
  const of = value.kind === 'vague' && isOf(tokens[next]) ? tokens[next + 1]?.value : undefined
  // "tens of thousands": so many times what the second counts, which alone means two of them at least.
  if (of?.kind === 'vague' && of.min !== null && value.min !== null) {
    value = { ...value, min: (value.min * of.min) / 2 }
    next += 2
  }
  const start = tokens[from]!.start
  let end = tokens[next - 1]!.end
  if (value.kind === 'vague' && isOf(tokens[next])) {
    end = tokens[next]!.end
    next++
  }
  if (value.kind === 'ordinal') return { next }
  const min = limit === 'at-most' ? null : value.min
  const max = limit === 'at-least' ? null : value.max
  return { quantity: { start, end, min, max }, next }
}

function betweenAt(tokens: readonly Token[], i: number): Counted | null {
  if (tokens[i]?.norm !== 'between' && tokens[i]?.norm !== 'from') return null
  const low = numberAt(tokens, i + 1)
  const joint = low ? tokens[low.next]?.norm : undefined
  const high = low && (joint === 'and' || joint === 'to') ? numberAt(tokens, low.next + 1) : null
  if (!low || !high) return null
  return {
    quantity: { start: tokens[i]!.start, end: tokens[high.next - 1]!.end, min: low.value.min, max: high.value.max },
    next: high.next,
  }
}

/** A number of one or more words: "two hundred", "1.4 million", "a dozen". */
function numberAt(tokens: readonly Token[], from: number): { value: NonNullable<Token['value']>; next: number } | null {
  const first = tokens[from]?.value
  if (!first) return null
  let { min, max } = first
  let kind = first.kind
  let i = from + 1
  for (; tokens[i]?.value; i++) {
    const v = tokens[i]!.value!
    if (v.kind === 'multiplier') {
      min = min === null || v.min === null ? null : min * v.min
      max = max === null || v.max === null ? null : max * v.max
    } else if (
      v.kind === 'cardinal' &&
      kind !== 'vague' &&
      min !== null &&
      v.min !== null &&
      min >= 20 &&
      v.min < min
    ) {
      min += v.min
      max = max === null || v.max === null ? null : max + v.max
    } else break
  }
  if (kind === 'multiplier') kind = 'cardinal'
  return { value: { min, max, kind }, next: i }
}
