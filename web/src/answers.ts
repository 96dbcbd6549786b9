/** What the API answers, as the screens use it: the types of its own schemas. */
import type { Both, Query, Titles } from '../../src/api/contract/index.js'

export type {
  AddJobAnswer,
  Answer,
  Both,
  CellAnswer,
  ClaimAnswer,
  DecidedAnswer,
  DocumentAnswer,
  DyadAnswer,
  DyadSummaryAnswer,
  EntityAnswer,
  FoundIncidentAnswer,
  IncidentAnswer,
  IncidentPlaceAnswer,
  MapAnswer,
  MapPlaceAnswer,
  NameAnswer,
  NamedAnswer,
  Names,
  QueueItemAnswer,
  SearchAnswer,
  SessionAnswer,
  SourceAnswer,
  SourcesAnswer,
  SummaryAnswer,
  Titles,
  UnreadAnswer,
  Voice,
} from '../../src/api/contract/index.js'
export type { Claim, ClaimStatus, ClaimType, Independence, Republication, Span } from '../../src/model/index.js'

/** The lists of terms, without what joins them. */
export type TitleLists = Omit<Titles, 'channelOf' | 'modeOf'>

/** Whose word is left out. */
export type Leave = Query<'GET /dyad/{a}/{b}'>

/** One page of a list. */
export interface List<T> {
  items: T[]
  total: number
  next?: string | undefined
}
/** One page of a list, with the names of all that it mentions. */
export interface PageAnswer<T> extends List<T> {
  names: Record<string, Both>
}
