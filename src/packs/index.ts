/** What do we know of a language or theatre? Finds, checks and compiles `packs/`; never sees a document. */
export type { Title } from './cells.js'
export { CliticsFile } from './clitics-file.js'
export { countTitle } from './count-title.js'
export type { Outlet, PackName } from './entities.js'
export type { Example, ExpectedClaim } from './example-file.js'
export * from './frame-file.js'
export { joinWords } from './join-words.js'
export { type LanguagePack, table, tree, trees } from './language.js'
export { LANGUAGE_FILES, type LanguageManifest, PHENOMENA } from './language-files.js'
export * from './lexicon-files.js'
export { checkPacks, DEFAULT_ROOT, loadPacks, type PackOptions, type Packs } from './load.js'
export { nearest, suggestion } from './nearest.js'
export { newTheatre } from './new-theatre.js'
export type { Ontology } from './ontology.js'
export type { KindsFile, TermEntry, TypeEntry } from './ontology-files.js'
export type { Outline } from './outlines.js'
export * from './phrase-files.js'
export { type ReasonWords, reasonSayer, sayReasons, type ValueNames } from './say-reason.js'
export { SayingsFile } from './sayings-file.js'
export { readTableFile, TableFile } from './table-file.js'
export type { TheatrePack } from './theatre.js'
export type {
  ActorRow,
  MaterielRow,
  NameRow,
  OutletRow,
  PersonRow,
  PlaceRow,
  RoleRow,
  SourceRow,
  TheatreManifest,
} from './theatre-files.js'
export * from './word-files.js'
