import type { Span } from '../../../model/index.js'
import type { TimeExpression } from '../../analysis.js'
import type { Group } from './group.js'
import type { VerbGroup } from './verb-group.js'

/** A flat piece of the clause; the order of chunks is all the grammar that the function finder needs. */
export type Chunk = Span &
  (
    | { kind: 'group'; group: Group }
    | { kind: 'verb'; verb: VerbGroup }
    | { kind: 'time'; time: TimeExpression }
    | {
        kind:
          | 'preposition'
          | 'conjunction'
          | 'subordinator'
          | 'relative'
          | 'punctuation'
          | 'adverb'
          | 'adjective'
          | 'other'
        norm: string
        role: string
        /** "whether": it opens a content of which nobody says that it is so. */
        asks?: true
      }
  )

export type GroupChunk = Extract<Chunk, { kind: 'group' }>
export type VerbChunk = Extract<Chunk, { kind: 'verb' }>
export type WordChunk = Exclude<Chunk, { kind: 'group' | 'verb' | 'time' }>

export const isComma = (c: Chunk | undefined): boolean => c?.kind === 'punctuation' && /^[,–—()-]+$|^--$/u.test(c.norm)
export const isAnd = (c: Chunk | undefined): boolean => c?.kind === 'conjunction'
/** Adverbs and times: what every search steps over. */
export const isLoose = (c: Chunk | undefined): boolean => c?.kind === 'adverb' || c?.kind === 'time'
/** What a phrase is made of, and what may stand between two of them: no verb, no pause, no "and". */
export const isPhrasal = (c: Chunk | undefined): boolean =>
  c?.kind === 'group' || c?.kind === 'preposition' || isLoose(c)
/** What marks a genitive. */
export const isOf = (c: Chunk | undefined): boolean => c?.kind === 'preposition' && c.role === 'of'
export const isQuote = (c: Chunk | undefined): boolean => c?.kind === 'punctuation' && /^["“”«»]+$/u.test(c.norm)
