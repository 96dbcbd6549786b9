import { scoreNames } from '../resolve/index.js'

/** Words of the two scripts from this score on are one name. */
const ONE_NAME = 0.8

/** Pairs of words recur, within a search and from one key press to the next. */
let heard = new Map<string, boolean>()
const MOST_HEARD = 20_000

/** Whether two words, of one script or two, may be spellings of one name. */
export function soundsAlike(a: string, b: string): boolean {
  const key = `${a} ${b}`
  let alike = heard.get(key)
  if (alike === undefined) {
    if (heard.size >= MOST_HEARD) heard = new Map()
    alike = scoreNames(a, b).score >= ONE_NAME
    heard.set(key, alike)
  }
  return alike
}
