import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Entity, IsnadError, sha256 } from '../model/index.js'
import {
  ancestorsOf,
  buildEntities,
  buildNames,
  buildRoles,
  type Outlet,
  OutletIndex,
  type PackName,
} from './entities.js'
import type { Example } from './example-file.js'
import { type LanguagePack, readLanguage } from './language.js'
import { suggestion } from './nearest.js'
import { type Ontology, readOntology } from './ontology.js'
import { folders, isFolder, PackFolder } from './pack-files.js'
import { personTitles } from './person-titles.js'
import { Problems } from './problems.js'
import { readTheatre, type TheatrePack } from './theatre.js'
import type { RoleRow } from './theatre-files.js'

/** Everything that is known of the world and of languages, compiled once. */
export interface Packs {
  /** Short hash over the paths and contents of all files read: the same packs, the same version. */
  version: string
  root: string
  ontology: Ontology
  languages: ReadonlyMap<string, LanguagePack>
  theatres: ReadonlyMap<string, TheatrePack>
  entities: ReadonlyMap<string, Entity>
  names: readonly PackName[]
  outlets: ReadonlyMap<string, Outlet>
  /** Offices by person. */
  roles: ReadonlyMap<string, readonly RoleRow[]>
  /** Titles and ranks before the names of persons, folded. */
  titles: ReadonlySet<string>
  examples: readonly Example[]
  /** The bodies or places that an entity belongs to or lies in, nearest first, without itself. */
  ancestors(id: string): string[]
  /** An outlet or agency by id, by any of its names, or by an address on its domain. */
  outlet(idNameOrAddress: string): Outlet | undefined
}

export interface PackOptions {
  /** A folder with `ontology`, `languages` and `theatres`; default: the packs of this package. */
  root?: string
  /** Ids to load; default: all that are found. */
  theatres?: readonly string[]
  languages?: readonly string[]
  /** Further folders: each a theatre or language (it has its manifest), or a folder with `theatres` or `languages`. */
  extra?: readonly string[]
}

/** The packs that come with this package; the same from `src` and from `dist`. */
export const DEFAULT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', 'packs')

/** The packs of this package, by what was asked of them: they do not change while a program runs. */
const loaded = new Map<string, Packs>()

/** Finds, checks and compiles packs. Throws the first problem, with the number of the others. */
export function loadPacks(options: PackOptions = {}): Packs {
  if (options.root !== undefined || options.extra?.length) return freshPacks(options)
  const key = JSON.stringify([options.languages, options.theatres])
  const packs = loaded.get(key) ?? freshPacks(options)
  loaded.set(key, packs)
  return packs
}

function freshPacks(options: PackOptions): Packs {
  const problems = new Problems()
  const packs = readPacks(options, problems)
  problems.throwFirst()
  return packs
}

/** All that is wrong with packs, in the order of files and lines; empty: they load. */
export function checkPacks(rootOrOptions: string | PackOptions = {}): IsnadError[] {
  const problems = new Problems()
  readPacks(typeof rootOrOptions === 'string' ? { root: rootOrOptions } : rootOrOptions, problems)
  return problems.sorted()
}

function readPacks(options: PackOptions, problems: Problems): Packs {
  const root = resolve(options.root ?? DEFAULT_ROOT)
  if (!isFolder(join(root, 'ontology'))) {
    throw new IsnadError('pack-missing', `there are no packs in '${root}'`, {
      where: { file: root },
      hint: 'a pack root has the folders ontology, languages and theatres',
    })
  }
  const read: { name: string; folder: PackFolder }[] = []
  const open = (kind: string, dir: string) => {
    const folder = new PackFolder(dir, dirname(root))
    read.push({ name: `${kind}/${basename(dir)}`, folder })
    return folder
  }
  const ontology = readOntology(open('ontology', join(root, 'ontology')), problems)
  const found = { languages: new Map<string, string>(), theatres: new Map<string, string>() }
  for (const place of [root, ...(options.extra ?? []).map((dir) => resolve(dir))]) discover(place, found)
  const languages = new Map<string, LanguagePack>()
  for (const dir of chosen(found.languages, options.languages, 'language')) {
    const pack = readLanguage(open('language', dir), problems)
    if (pack) languages.set(pack.id, pack)
  }
  const theatres = new Map<string, TheatrePack>()
  for (const dir of chosen(found.theatres, options.theatres, 'theatre')) {
    const pack = readTheatre(open('theatre', dir), ontology, problems)
    if (pack) theatres.set(pack.id, pack)
  }
  const entities = buildEntities(theatres.values())
  const outlets = new OutletIndex(theatres.values(), entities)
  return {
    version: sha256(read.map(({ name, folder }) => `${name}\n${folder.fingerprint}`).join('\n')).slice(0, 12),
    root,
    ontology,
    languages,
    theatres,
    entities,
    names: buildNames(entities.values()),
    outlets: outlets.byId,
    roles: buildRoles(theatres.values()),
    titles: personTitles(languages.values()),
    examples: [...languages.values(), ...theatres.values()].flatMap((pack) => pack.examples),
    ancestors: (id) => ancestorsOf(id, entities),
    outlet: (key) => outlets.find(key),
  }
}

interface FoundPacks {
  languages: Map<string, string>
  theatres: Map<string, string>
}

/** Notes the packs in a folder, or the folder itself where it is one; a later folder replaces an earlier one's pack. */
function discover(dir: string, found: FoundPacks): void {
  if (existsSync(join(dir, 'theatre.yml'))) return void found.theatres.set(basename(dir), dir)
  if (existsSync(join(dir, 'language.yml'))) return void found.languages.set(basename(dir), dir)
  for (const kind of ['languages', 'theatres'] as const) {
    for (const name of folders(join(dir, kind))) found[kind].set(name, join(dir, kind, name))
  }
  if (!isFolder(join(dir, 'languages')) && !isFolder(join(dir, 'theatres'))) {
    throw new IsnadError('pack-missing', `there is no pack in '${dir}'`, {
      where: { file: dir },
      hint: 'give a folder with a theatre.yml or language.yml, or with the folders theatres or languages',
    })
  }
}

function chosen(found: ReadonlyMap<string, string>, wanted: readonly string[] | undefined, what: string): string[] {
  if (!wanted) return [...found.values()]
  return wanted.map((id) => {
    const dir = found.get(id)
    if (dir !== undefined) return dir
    const hint = suggestion(id, found.keys())
    throw new IsnadError('pack-missing', `there is no ${what} '${id}'`, { ...(hint && { hint }) })
  })
}
