import { z } from 'zod'
import { LanguageCode, Title } from './cells.js'
import { CliticsFile } from './clitics-file.js'
import { FrameFile } from './frame-file.js'
import {
  AttributionRow,
  ClassRow,
  ClosedRow,
  GivenNameRow,
  GovernorRow,
  HedgeRow,
  NameContextRow,
  SayingRow,
} from './lexicon-files.js'
import { AdjectiveRow, GlossRow, InflectionFile, LightVerbRow, NounRow, VerbRow } from './phrase-files.js'
import {
  BylineRow,
  FurnitureRow,
  MonthRow,
  NumberRow,
  StopwordRow,
  SubjectRow,
  TimeRow,
  TopicRow,
  WeekdayRow,
} from './word-files.js'

/** Algorithms that a language switches on; each is named for the phenomenon, and its data lies in the pack. */
export const PHENOMENA = ['clitics', 'light-stems', 'hijri', 'letter-case', 'possessives'] as const

/** The manifest of a language. */
export const LanguageManifest = z.strictObject({
  id: LanguageCode,
  title: Title,
  direction: z.enum(['ltr', 'rtl']),
  script: z.string(),
  phenomena: z.array(z.enum(PHENOMENA)),
  /** What stands first in a plain clause. */
  clause: z.enum(['subject-first', 'verb-first']),
  /** Which number of a date in figures comes first. */
  dates: z.enum(['day-first', 'month-first']),
  /** Words whose stop ends no sentence. */
  abbreviations: z.array(z.string()),
  /** Words that begin a sentence even after an initialism. */
  starters: z.array(z.string()).optional(),
  /** Words that take up a report again, where a page has no marks to part its sentences. */
  resumes: z.array(z.string()).optional(),
})
export type LanguageManifest = z.infer<typeof LanguageManifest>

/** A file that a language may have: its path (or the pattern of its paths) and what must be in it. */
export type LanguageFile =
  | { path: string | RegExp; format: 'csv'; schema: z.ZodObject }
  | { path: string | RegExp; format: 'yaml'; schema: z.ZodType }

/**
 * Every file that a language may have. To add one, add its schema and one entry here; loader, checker and the
 * reader's `table`, `tree` and `trees` follow.
 */
export const LANGUAGE_FILES: readonly LanguageFile[] = [
  { path: 'words/months.csv', format: 'csv', schema: MonthRow },
  { path: 'words/weekdays.csv', format: 'csv', schema: WeekdayRow },
  { path: 'words/numbers.csv', format: 'csv', schema: NumberRow },
  { path: 'words/stopwords.csv', format: 'csv', schema: StopwordRow },
  { path: 'words/subject.csv', format: 'csv', schema: SubjectRow },
  { path: 'words/topics.csv', format: 'csv', schema: TopicRow },
  { path: 'words/times.csv', format: 'csv', schema: TimeRow },
  { path: 'words/furniture.csv', format: 'csv', schema: FurnitureRow },
  { path: 'words/bylines.csv', format: 'csv', schema: BylineRow },
  { path: 'words/closed.csv', format: 'csv', schema: ClosedRow },
  { path: 'words/classes.csv', format: 'csv', schema: ClassRow },
  { path: 'words/saying.csv', format: 'csv', schema: SayingRow },
  { path: 'words/governors.csv', format: 'csv', schema: GovernorRow },
  { path: 'words/hedges.csv', format: 'csv', schema: HedgeRow },
  { path: 'words/attribution.csv', format: 'csv', schema: AttributionRow },
  { path: 'words/given-names.csv', format: 'csv', schema: GivenNameRow },
  { path: 'words/name-context.csv', format: 'csv', schema: NameContextRow },
  { path: 'words/verbs.csv', format: 'csv', schema: VerbRow },
  { path: 'words/nouns.csv', format: 'csv', schema: NounRow },
  { path: 'words/adjectives.csv', format: 'csv', schema: AdjectiveRow },
  { path: /^glosses\/[a-z]+\.csv$/, format: 'csv', schema: GlossRow },
  { path: 'words/light-verbs.csv', format: 'csv', schema: LightVerbRow },
  { path: 'grammar/inflection.yml', format: 'yaml', schema: InflectionFile },
  { path: 'grammar/clitics.yml', format: 'yaml', schema: CliticsFile },
  { path: /^frames\/[^/]+\.yml$/, format: 'yaml', schema: FrameFile },
]
