import type { Entity, Mention } from '../../model/index.js'
import type { ReasonWords, SayingsFile } from '../../packs/index.js'
import type { IsPlaceNoun } from './called-after.js'
import type { Titles } from './display-name.js'

/** The names of closed lists in one language: what a count, a mode or a kind of transmitter is called. */
export interface Terms {
  counts: Readonly<Record<string, string>>
  modes: Readonly<Record<string, string>>
  hopKinds: Readonly<Record<string, string>>
  channels: Readonly<Record<string, string>>
}

/** What a sentence needs beside its claim. */
export interface SayContext {
  language: string
  sayings: SayingsFile
  terms: Terms
  /** Titles and ranks before the names of persons, which initials leave out. */
  titles: Titles
  /** What reasons are said with. */
  reasonWords: ReasonWords
  entity(id: string): Entity | undefined
  /** The entity of an outlet or agency by any of its names, so that it can be named in the reader's language. */
  outlet?(name: string): Entity | undefined
  /** What a description in another script means in the sentence's language. */
  gloss?(text: string): string | null
  /** Whether a word is a noun for a place that people call after others, whose name is then no private person's. */
  isPlaceNoun?: IsPlaceNoun
  /** The mentions of a document, by which the words of a report are searched for names of private persons. */
  mentions?(document: string): readonly Mention[]
}

/** Where a claim was found, as far as its sentence says it. */
export interface SaidDocument {
  id?: string | undefined
  outlet?: string | undefined
  restatedFrom?: string | undefined
  restatedOutlet?: string | undefined
}
