import type { z } from 'zod'
import { type Located, readCsv } from './csv-file.js'
import { type Example, readExamples } from './example-file.js'
import type { Ontology } from './ontology.js'
import { type Outline, readOutlines } from './outlines.js'
import type { PackFolder } from './pack-files.js'
import type { Problems } from './problems.js'
import { checkTheatre } from './theatre-checks.js'
import {
  ActorRow,
  MaterielRow,
  NAMED_TABLES,
  type NamedTable,
  NameRow,
  OutletRow,
  PersonRow,
  PlaceRow,
  RoleRow,
  SourceRow,
  TheatreManifest,
} from './theatre-files.js'
import { readYaml } from './yaml-file.js'

/** What is known of one theatre: its tables as they stand in its files. */
export interface TheatrePack extends TheatreManifest {
  sources: readonly SourceRow[]
  actors: readonly ActorRow[]
  people: readonly PersonRow[]
  roles: readonly RoleRow[]
  places: readonly PlaceRow[]
  outlets: readonly OutletRow[]
  materiel: readonly MaterielRow[]
  names: readonly NameRow[]
  examples: readonly Example[]
  /** Lines and areas for its map, finer than those of the world. */
  outlines: readonly Outline[]
}

/** A theatre's rows with where they stand, for the checks that need more than one row. */
export interface TheatreRows {
  sources: Located<SourceRow>[]
  actors: Located<ActorRow>[]
  people: Located<PersonRow>[]
  roles: Located<RoleRow>[]
  places: Located<PlaceRow>[]
  outlets: Located<OutletRow>[]
  materiel: Located<MaterielRow>[]
  /** By the table whose entities they name. */
  names: Record<NamedTable, Located<NameRow>[]>
  /** Tables of which rows were refused: what else may be said of them would only follow from that. */
  broken: ReadonlySet<string>
}

/** Reads and checks the folder of one theatre; undefined where its manifest does not fit. */
export function readTheatre(folder: PackFolder, ontology: Ontology, problems: Problems): TheatrePack | undefined {
  const manifestFile = folder.take('theatre.yml')
  if (!manifestFile) {
    problems.add('pack-missing', "a theatre needs a 'theatre.yml'", { file: folder.dir })
    return undefined
  }
  const manifest = readYaml(manifestFile, TheatreManifest, problems)
  const broken = new Set<string>()
  const read = <S extends z.ZodObject>(path: string, schema: S) => {
    const file = folder.take(path)
    const before = problems.list.length
    const located = file ? readCsv(file, schema, problems) : []
    if (problems.list.length > before) broken.add(path.replace(/^(?:(names)\/)?(\w+)\.csv$/, (_, n, t) => n ?? t))
    return located
  }
  const rows: TheatreRows = {
    sources: read('sources.csv', SourceRow),
    actors: read('actors.csv', ActorRow),
    people: read('people.csv', PersonRow),
    roles: read('roles.csv', RoleRow),
    places: read('places.csv', PlaceRow),
    outlets: read('outlets.csv', OutletRow),
    materiel: read('materiel.csv', MaterielRow),
    names: Object.fromEntries(NAMED_TABLES.map((t) => [t, read(`names/${t}.csv`, NameRow)])) as TheatreRows['names'],
    broken,
  }
  const id = folder.dir.split(/[\\/]/).at(-1) ?? ''
  if (manifest && manifest.id !== id) {
    problems.add(
      'pack-value',
      `id is '${manifest.id}', the folder '${id}'`,
      { file: manifestFile.file },
      'name them alike',
    )
  }
  checkTheatre(rows, manifest, manifestFile.file, ontology, problems)
  const examples = readExamples(folder, `theatres/${id}`, problems)
  const drawn = folder.take('outlines.geojson')
  const outlines = drawn ? readOutlines(drawn, new Set(rows.places.map(({ row }) => row.id)), problems) : []
  folder.reportUnread(
    problems,
    `a theatre has theatre.yml, sources.csv, roles.csv, outlines.geojson, examples/*.yml, and ${NAMED_TABLES.join('.csv, ')}.csv, with names/ for each`,
  )
  const bare = <T>(located: Located<T>[]) => located.map((l) => l.row)
  return (
    manifest && {
      ...manifest,
      sources: bare(rows.sources),
      actors: bare(rows.actors),
      people: bare(rows.people),
      roles: bare(rows.roles),
      places: bare(rows.places),
      outlets: bare(rows.outlets),
      materiel: bare(rows.materiel),
      names: NAMED_TABLES.flatMap((t) => bare(rows.names[t])),
      examples,
      outlines,
    }
  )
}
