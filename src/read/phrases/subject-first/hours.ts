import type { Token as Raw } from '../../../text/index.js'
import type { Lexicon } from './lexicon.js'
import { can, type Token } from './token.js'

/** "8:00 p.m.", "0430 GMT", "20:30": how many words from one on say at what hour of the day something was; 0 where they do not. */
export function hourAt(raw: readonly Raw[], i: number, { marked }: Lexicon): number {
  const [hour, colon, minutes] = [raw[i]!, raw[i + 1], raw[i + 2]]
  if (hour.kind !== 'number' || !/^\d{1,4}(?:\.\d\d)?$/u.test(hour.text)) return 0
  const exact =
    colon?.text === ':' &&
    /^\d{1,2}$/u.test(hour.text) &&
    /^\d\d$/u.test(minutes?.text ?? '') &&
    hour.end === colon.start &&
    colon.end === minutes!.start
  const n = exact ? 3 : 1
  if (marked.get('hour')?.has(raw[i + n]?.norm ?? '')) return n + 1
  return exact ? n : 0
}

/** "at about 8 a.m.": takes back the words before an hour that belong to it, and gives where they begin. */
export function beforeHour(out: Token[]): number | undefined {
  let start: number | undefined
  for (let t = out.at(-1); t && can(t, 'preposition') && t.pos !== 'name'; t = out.at(-1)) start = out.pop()!.start
  return start
}
