import type { Group } from './noun-group.js'
import type { Tok } from './words.js'

/** «اللواء 35 مدرع», «لواء 444 قتال», «اللواء الثالث دعم وإسناد»: number and arm of a unit; gives the word after them. */
export function unitNumber(group: Group, toks: readonly Tok[], i: number, k: number): number {
  if (!group.classes.includes('unit') || group.of) return k
  const arm = (t: Tok | undefined) => t !== undefined && !t.article && t.classes.includes('arm')
  let next = k
  // «سلّمت القوات 47 من عناصره»: a number with "of" behind it counts.
  if (toks[k]?.pos === 'number' && toks[k + 1]?.reading.role === 'source') return k
  if (k === i + 1 && toks[k]!.pos === 'number' && /^\p{Nd}/u.test(toks[k]!.text)) next++
  else if (!group.modifiers.length) return k
  if (arm(toks[next])) {
    next++
    if (toks[next]?.pos === 'conjunction' && arm(toks[next + 1])) next += 2
    // «مشاة بحري», «دفاع ساحلي»
    if (toks[next]?.spelling.nisba && !toks[next]!.article && toks[next]!.pos !== 'name') next++
  }
  return next
}
