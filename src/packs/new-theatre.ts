import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { IsnadError } from '../model/index.js'
import { Id, type Title } from './cells.js'
import {
  ActorRow,
  MaterielRow,
  NAMED_TABLES,
  NameRow,
  OutletRow,
  PersonRow,
  PlaceRow,
  RoleRow,
  SourceRow,
} from './theatre-files.js'

const TABLES = {
  'sources.csv': SourceRow,
  'actors.csv': ActorRow,
  'people.csv': PersonRow,
  'roles.csv': RoleRow,
  'places.csv': PlaceRow,
  'outlets.csv': OutletRow,
  'materiel.csv': MaterielRow,
  ...Object.fromEntries(NAMED_TABLES.map((t) => [`names/${t}.csv`, NameRow])),
}

/**
 * Writes the skeleton of a theatre into `dir/id` (a manifest and every table with its header) and returns that folder.
 * It loads as it is; existing files are never touched.
 */
export function newTheatre(dir: string, id: string, title: Title = { en: id, ar: id }): string {
  const valid = Id.safeParse(id)
  if (!valid.success) {
    throw new IsnadError('usage', `'${id}' cannot be a theatre's id`, { hint: valid.error.issues[0]!.message })
  }
  const folder = join(dir, id)
  if (existsSync(folder)) {
    throw new IsnadError('usage', `'${folder}' exists already`, { where: { file: folder }, hint: 'choose another id' })
  }
  mkdirSync(join(folder, 'names'), { recursive: true })
  const manifest = {
    id,
    title,
    languages: ['en', 'ar'],
    period: { from: `${new Date().getUTCFullYear()}` },
    home: [],
    maintainers: [],
    licence: 'CC-BY-4.0',
    assertions: { min: { actors: 0, places: 0 } },
  }
  writeFileSync(join(folder, 'theatre.yml'), stringify(manifest))
  for (const [path, schema] of Object.entries(TABLES)) {
    writeFileSync(join(folder, path), `${Object.keys(schema.shape).join(',')}\n`)
  }
  return folder
}
