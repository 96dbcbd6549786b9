import { z } from 'zod'
import { NAME_KINDS, PersonStanding } from '../model/index.js'
import { Id, LanguageCode, List, NumberCell, PartialDay, Title } from './cells.js'

/** Ids of rows in `sources.csv`: what a row rests on. */
const source = List
const since = PartialDay.optional()
const until = PartialDay.optional()
const bothNames = { name_en: z.string(), name_ar: z.string() }

/** A work that rows rest on: opened by the person who wrote the row, on that day. */
export const SourceRow = z.strictObject({
  id: Id,
  title: z.string(),
  publisher: z.string().optional(),
  address: z.string().optional(),
  opened: PartialDay.optional(),
  licence: z.string().optional(),
})
export type SourceRow = z.infer<typeof SourceRow>

export const ActorRow = z.strictObject({
  id: Id,
  kind: z.string(),
  ...bothNames,
  parent: Id.optional(),
  since,
  until,
  source,
})
export type ActorRow = z.infer<typeof ActorRow>

export const PersonRow = z.strictObject({
  id: Id,
  standing: PersonStanding.optional(),
  ...bothNames,
  since,
  until,
  source,
})
export type PersonRow = z.infer<typeof PersonRow>

/** An office that a person held, with whom and when. */
export const RoleRow = z.strictObject({
  person: Id,
  role_en: z.string(),
  role_ar: z.string(),
  actor: Id.optional(),
  since,
  until,
  source,
})
export type RoleRow = z.infer<typeof RoleRow>

const degrees = (limit: number) =>
  NumberCell.refine((x) => Math.abs(x) <= limit, `degrees are between -${limit} and ${limit}`)

export const PlaceRow = z.strictObject({
  id: Id,
  kind: z.string(),
  parent: Id.optional(),
  ...bothNames,
  lat: degrees(90).optional(),
  lon: degrees(180).optional(),
  source,
})
export type PlaceRow = z.infer<typeof PlaceRow>

/** An outlet or agency. A camp is only ever attributed: it needs `described_as`, the words, and `described_by`, whose. */
export const OutletRow = z.strictObject({
  id: Id,
  kind: z.string(),
  lang: List.optional(),
  country: z.string().optional(),
  owner: z.string().optional(),
  domain: List.optional(),
  name_en: z.string(),
  name_ar: z.string().optional(),
  camp: z.string().optional(),
  described_as: z.string().optional(),
  described_by: z.string().optional(),
  source,
})
export type OutletRow = z.infer<typeof OutletRow>

export const MaterielRow = z.strictObject({ id: Id, class: z.string(), ...bothNames, source })
export type MaterielRow = z.infer<typeof MaterielRow>

/** A further name of an entity of the theatre. */
export const NameRow = z.strictObject({
  entity: Id,
  name: z.string(),
  lang: LanguageCode,
  kind: z.enum(NAME_KINDS),
  outlet: Id.optional(),
  since,
  until,
  source: List.optional(),
})
export type NameRow = z.infer<typeof NameRow>

/** What a theatre has tables of, besides sources and roles. */
export const NAMED_TABLES = ['actors', 'people', 'places', 'outlets', 'materiel'] as const
export type NamedTable = (typeof NAMED_TABLES)[number]

/** A table, or one kind of its rows after a dot: `places`, `places.governorate`. */
const Counted = z
  .string()
  .regex(
    new RegExp(`^(?:${[...NAMED_TABLES, 'roles', 'sources', 'names'].join('|')})(?:\\.[a-z-]+)?$`),
    `a bound is on a table or a kind of its rows: ${NAMED_TABLES.join(', ')}, roles, sources, names, places.district`,
  )
const Bounds = z.record(Counted, z.int().min(0))

/**
 * The manifest. `home`: the places and actors that show, with their parts, that a text tells of this theatre. `assertions`
 * guards against silent loss: how many rows a table, or one kind of its rows, must have and may have; `bbox` is west, south,
 * east, north in degrees.
 */
export const TheatreManifest = z.strictObject({
  id: Id,
  title: Title,
  languages: z.array(LanguageCode).min(1),
  period: z.strictObject({
    from: z.coerce.string().pipe(PartialDay),
    to: z.coerce.string().pipe(PartialDay).nullish(),
  }),
  home: z.array(Id).default([]),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  maintainers: z.array(z.string()).optional(),
  licence: z.string(),
  assertions: z.strictObject({ min: Bounds.optional(), max: Bounds.optional() }).optional(),
})
export type TheatreManifest = z.infer<typeof TheatreManifest>
