import type { Case } from '../case/index.js'
import type { Speaker } from './claim-view.js'
import type { NamesBook } from './names-book.js'
import type { Titles } from './titles.js'

/** What every route works with. */
export interface ApiContext {
  kase: Case
  names: NamesBook
  speaker: Speaker
  titles: Titles
}
