import type { Case } from '../case/index.js'
import type { Speaker } from './speaker.js'
import type { Titles } from './titles.js'

/** What every route works with. */
export interface ApiContext {
  kase: Case
  speaker: Speaker
  titles: Titles
}
