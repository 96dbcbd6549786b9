import type { Case } from '../case/index.js'
import type { AddJobs } from './add-jobs.js'
import type { Titles } from './contract/case.js'
import type { Door } from './door.js'
import type { Speaker } from './speaker.js'

/** What every route works with. */
export interface ApiContext {
  kase: Case
  door: Door
  speaker: Speaker
  titles: Titles
  adds: AddJobs
  /** Address of map tiles that the user asked for, with `{z}`, `{x}` and `{y}`; by default none are fetched. */
  tiles?: string
}
