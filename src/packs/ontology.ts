import { z } from 'zod'
import type { Channel, ClaimMode, ClaimStatus, ClaimType, COUNT_KEYS, HopKind, LINK_KINDS } from '../model/index.js'
import { suggestion } from './nearest.js'
import { ClassesFile, KindsFile, TERM_FILES, TermEntry, TYPES_FILE, TypeEntry } from './ontology-files.js'
import type { PackFolder } from './pack-files.js'
import type { Problems } from './problems.js'
import { SayingsFile } from './sayings-file.js'
import { TableFile } from './table-file.js'
import { readYaml } from './yaml-file.js'

/** What the program's closed lists mean, in English and Arabic, with the codes of other schemes. */
export interface Ontology {
  types: ReadonlyMap<ClaimType, TypeEntry>
  counts: ReadonlyMap<(typeof COUNT_KEYS)[number], TermEntry>
  statuses: ReadonlyMap<ClaimStatus, TermEntry>
  modes: ReadonlyMap<ClaimMode, TermEntry>
  hopKinds: ReadonlyMap<HopKind, TermEntry>
  links: ReadonlyMap<(typeof LINK_KINDS)[number], TermEntry>
  channels: ReadonlyMap<Channel, TermEntry>
  kinds: KindsFile
  /** How claims and reports are put into words, by language. */
  sayings: ReadonlyMap<string, SayingsFile>
  classes: ClassesFile
  /** Tables of others whose columns are known, by id. */
  tables: ReadonlyMap<string, TableFile>
}

/** Reads `packs/ontology`; every list must be covered exactly as the model has it. */
export function readOntology(folder: PackFolder, problems: Problems): Ontology {
  const list = <K extends string, S extends z.ZodType>(path: string, keys: readonly K[], schema: S) => {
    const file = folder.take(path)
    if (!file) {
      problems.add('pack-missing', `the ontology has no '${path}'`, { file: `${folder.dir}/${path}` })
      return new Map<K, z.infer<S>>()
    }
    const entries = readYaml(file, z.record(z.string(), schema), problems) ?? {}
    for (const key of keys) {
      if (!(key in entries)) problems.add('pack-value', `there is no entry for '${key}'`, { file: file.file })
    }
    for (const key of Object.keys(entries)) {
      if ((keys as readonly string[]).includes(key)) continue
      problems.add('pack-value', `'${key}' is not in the model's list`, { file: file.file }, suggestion(key, keys))
    }
    // In the model's order, which is the order of screens.
    return new Map(keys.flatMap((k) => (entries[k] === undefined ? [] : [[k, entries[k]] as const])))
  }
  const term = <P extends keyof typeof TERM_FILES>(path: P) =>
    list<(typeof TERM_FILES)[P][number], typeof TermEntry>(path, TERM_FILES[path], TermEntry)
  const one = <S extends z.ZodType>(path: string, schema: S) => {
    const file = folder.take(path)
    if (!file) problems.add('pack-missing', `the ontology has no '${path}'`, { file: `${folder.dir}/${path}` })
    return file && readYaml(file, schema, problems)
  }
  const ontology: Ontology = {
    types: list(TYPES_FILE.path, TYPES_FILE.keys, TypeEntry),
    counts: term('counts.yml'),
    statuses: term('statuses.yml'),
    modes: term('modes.yml'),
    hopKinds: term('hop-kinds.yml'),
    links: term('links.yml'),
    channels: term('channels.yml'),
    sayings: new Map(
      folder
        .takeAll(/^sayings\/[^/]+\.yml$/)
        .map((file) => readYaml(file, SayingsFile, problems))
        .flatMap((sayings) => (sayings ? [[sayings.language, sayings] as const] : [])),
    ),
    tables: new Map(
      folder
        .takeAll(/^tables\/[^/]+\.yml$/)
        .map((file) => readYaml(file, TableFile, problems))
        .flatMap((table) => (table ? [[table.id, table] as const] : [])),
    ),
    kinds: one('kinds.yml', KindsFile) ?? { actors: {}, places: {}, outlets: {}, materiel: {} },
    classes: one('classes.yml', ClassesFile) ?? [],
  }
  const classes = new Set(ontology.classes.map((c) => c.id))
  for (const { parent } of ontology.classes) {
    if (parent === undefined || classes.has(parent)) continue
    const file = `${folder.dir}/classes.yml`
    problems.add('pack-reference', `there is no class '${parent}'`, { file }, suggestion(parent, classes))
  }
  folder.reportUnread(
    problems,
    'the ontology has types, counts, statuses, modes, hop-kinds, links, channels, kinds, classes, sayings/*.yml and tables/*.yml',
  )
  return ontology
}
