import type { Entity, EntityKind, Name } from '../model/index.js'
import { fold } from '../text/index.js'
import type { TheatrePack } from './theatre.js'
import type { NameRow, OutletRow, RoleRow } from './theatre-files.js'

/** One name of one entity, as the reader's automaton takes it. */
export interface PackName extends Name {
  entity: string
  entityKind: EntityKind
  sort?: string
}

/** An outlet with all its names. */
export interface Outlet extends OutletRow {
  names: string[]
}

/** All entities of the loaded theatres; one id in two theatres is one entity with the names of both. */
export function buildEntities(theatres: Iterable<TheatrePack>): Map<string, Entity> {
  const entities = new Map<string, Entity>()
  for (const theatre of theatres) {
    const further = new Map<string, NameRow[]>()
    for (const row of theatre.names) {
      const rows = further.get(row.entity)
      if (rows) rows.push(row)
      else further.set(row.entity, [row])
    }
    const add = (entity: Omit<Entity, 'names' | 'from'>, row: { name_en: string; name_ar?: string | undefined }) => {
      const known = entities.get(entity.id)
      const names = [...(known?.names ?? []), ...ownNames(row), ...(further.get(entity.id) ?? []).map(toName)]
      entities.set(entity.id, { ...(known ?? entity), names: distinct(names), from: 'pack' })
    }
    for (const row of theatre.actors)
      add({ id: row.id, kind: 'actor', sort: row.kind, ...opt({ parent: row.parent }) }, row)
    for (const row of theatre.people) add({ id: row.id, kind: 'person', standing: row.standing ?? 'private' }, row)
    for (const row of theatre.places) {
      add(
        { id: row.id, kind: 'place', sort: row.kind, ...opt({ parent: row.parent, lat: row.lat, lon: row.lon }) },
        row,
      )
    }
    for (const row of theatre.outlets) add({ id: row.id, kind: 'outlet', sort: row.kind }, row)
    for (const row of theatre.materiel) add({ id: row.id, kind: 'materiel', sort: row.class }, row)
  }
  return entities
}

/** Drops absent values, so that an entity has no key without a value. */
function opt<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never
}

function ownNames(row: { name_en: string; name_ar?: string | undefined }): Name[] {
  const names: Name[] = [{ name: row.name_en, lang: 'en', kind: 'full' }]
  if (row.name_ar !== undefined) names.push({ name: row.name_ar, lang: 'ar', kind: 'full' })
  return names
}

function toName({ name, lang, kind, outlet, since, until }: NameRow): Name {
  return { name, lang, kind, ...opt({ outlet, since, until }) }
}

/** Without repeats; the plain `full` of a main table gives way where the name is given again with a kind of its own. */
function distinct(names: Name[]): Name[] {
  const key = (n: Name, kind = n.kind) => JSON.stringify([n.name, n.lang, n.outlet, kind])
  const out = new Map<string, Name>()
  for (const name of names) if (!out.has(key(name))) out.set(key(name), name)
  for (const name of names) if (name.kind !== 'full') out.delete(key(name, 'full'))
  return [...out.values()]
}

/** Every name of every entity, in the order of the entities. */
export function buildNames(entities: Iterable<Entity>): PackName[] {
  return [...entities].flatMap((e) =>
    e.names.map((name) => ({
      ...name,
      entity: e.id,
      entityKind: e.kind,
      ...(e.sort !== undefined && { sort: e.sort }),
    })),
  )
}

/** Finds outlets by id, by any name in either script, by domain or by an address on it. */
export class OutletIndex {
  readonly byId = new Map<string, Outlet>()
  private readonly byName = new Map<string, Outlet>()
  private readonly byDomain = new Map<string, Outlet>()

  constructor(theatres: Iterable<TheatrePack>, entities: ReadonlyMap<string, Entity>) {
    for (const theatre of theatres) {
      for (const row of theatre.outlets) {
        const outlet = { ...row, names: entities.get(row.id)?.names.map((n) => n.name) ?? [] }
        this.byId.set(row.id, outlet)
        for (const name of outlet.names) if (!this.byName.has(fold(name))) this.byName.set(fold(name), outlet)
        for (const domain of row.domain ?? []) this.byDomain.set(domain.toLowerCase().replace(/^www\./, ''), outlet)
      }
    }
  }

  find(key: string): Outlet | undefined {
    return this.byId.get(key) ?? this.byName.get(fold(key.trim())) ?? this.onDomain(key)
  }

  private onDomain(address: string): Outlet | undefined {
    const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? ''
    for (let h = host; h.includes('.'); h = h.slice(h.indexOf('.') + 1)) {
      const outlet = this.byDomain.get(h.replace(/^www\./, ''))
      if (outlet) return outlet
    }
    return undefined
  }
}

/** The ids above an entity, nearest first, without itself. */
export function ancestorsOf(id: string, entities: ReadonlyMap<string, Entity>): string[] {
  const out: string[] = []
  for (let at = entities.get(id)?.parent; at !== undefined && !out.includes(at); at = entities.get(at)?.parent)
    out.push(at)
  return out
}

/** Offices by person. */
export function buildRoles(theatres: Iterable<TheatrePack>): Map<string, RoleRow[]> {
  const roles = new Map<string, RoleRow[]>()
  for (const theatre of theatres) {
    for (const role of theatre.roles) roles.set(role.person, [...(roles.get(role.person) ?? []), role])
  }
  return roles
}
