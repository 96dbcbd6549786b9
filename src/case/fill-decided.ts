import type { Entity, Judgement } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import {
  listNames,
  type Scope,
  type StoredJudgement,
  shownByIds,
  shownOfDocuments,
  standingsOf,
} from '../store/index.js'
import type { CaseContext } from './context.js'
import type { Decided, DecidedSide } from './decided.js'
import { fitAnchors } from './fit-judgements.js'
import { identitiesOf, isEntityId } from './identities.js'
import type { IncidentMark } from './keep-standings.js'
import { caseClaims } from './list-claims.js'
import type { CaseWorld } from './steps.js'

/** A judgement of the log that decided something, with what took it back. */
export interface Entry {
  row: StoredJudgement
  takenBack: Judgement | undefined
}

/** Which claim of today an anchor of these stands for. */
export async function fitsToday(scope: Scope, all: readonly Entry[]) {
  const documents = new Set(all.flatMap(({ row }) => row.anchors.map(({ document }) => document)))
  const pool = new Map<string, Awaited<ReturnType<typeof shownOfDocuments>>>()
  for (const one of await shownOfDocuments(scope, [...documents]))
    pool.set(one.document, [...(pool.get(one.document) ?? []), one])
  const known = new Map<StoredJudgement, ReturnType<typeof fitAnchors>>()
  return (row: StoredJudgement, anchor: StoredJudgement['anchors'][number]): string | null => {
    const near = [...new Set(row.anchors.map(({ document }) => document))].flatMap((id) => pool.get(id) ?? [])
    const fits = known.get(row) ?? fitAnchors(row.anchors, near)
    known.set(row, fits)
    return fits.get(anchor) ?? null
  }
}

/** These decisions with what they are about. */
export async function fillDecided(scope: Scope, page: readonly Entry[], world: CaseWorld): Promise<Decided[]> {
  const fits = await fitsToday(scope, page)
  const identities = await identitiesOf(scope, world)
  const claimsOf = ({ row }: Entry, side: 'a' | 'b'): string[] => {
    const { target, kind } = row.judgement
    if (kind === 'add' && target.kind === 'claim') return target.claim === undefined ? [] : [target.claim]
    return row.anchors.flatMap((anchor) => (anchor.side === side ? (fits(row, anchor) ?? []) : []))
  }
  const first = page.flatMap((entry) => [claimsOf(entry, 'a')[0] ?? [], claimsOf(entry, 'b')[0] ?? []].flat())
  const claims = new Map((await caseClaims(scope, await shownByIds(scope, first))).map((claim) => [claim.id, claim]))
  const incidents = [...claims.values()].flatMap(({ incident }) => incident ?? [])
  const marks = await standingsOf<IncidentMark>(scope, [...new Set(incidents)])
  const entities = await namedApart(
    scope,
    page.flatMap(({ row }) => entitySides(row.judgement)),
    world,
  )
  const sideOf = (ids: readonly string[]): DecidedSide => {
    const claim = claims.get(ids[0] ?? '')
    const mark = claim?.incident === undefined ? undefined : marks.get(claim.incident)
    return {
      claims: ids.length,
      ...(claim ? { claim } : {}),
      ...(mark ? { incident: { id: mark.id, title: mark.title } } : {}),
    }
  }
  const named = (side: string, other: string): DecidedSide => {
    const entity = entities.get(side)
    if (entity) return { claims: 0, entity }
    if (isEntityId(side, world)) return { claims: 0 }
    const meant = identities.meant(side, other)
    return { claims: 0, words: side, ...(meant === undefined ? {} : { meant }) }
  }
  return page.map((entry) => {
    const { judgement } = entry.row
    const onClaims = judgement.target.kind === 'pair' ? (['a', 'b'] as const) : (['a'] as const)
    const names = entitySides(judgement)
    return {
      judgement,
      sides:
        names.length > 0
          ? names.map((side, i) => named(side, names[1 - i]!))
          : onClaims.map((side) => sideOf(claimsOf(entry, side))),
      ...(entry.takenBack ? { takenBack: entry.takenBack } : {}),
    }
  })
}

const entitySides = ({ target }: Judgement): string[] =>
  target.kind === 'pair' && target.of === 'entity' ? [target.a, target.b] : []

async function namedApart(scope: Scope, ids: readonly string[], world: CaseWorld): Promise<Map<string, Entity>> {
  const wanted = [...new Set(ids)].filter((id) => isEntityId(id, world))
  const known = wanted.flatMap((id): [string, Entity][] => {
    const entity = world.entities.get(id)
    return entity ? [[id, entity]] : []
  })
  const found = entitiesOf(await listNames(scope, wanted), world).map((entity): [string, Entity] => [entity.id, entity])
  return new Map([...known, ...found])
}

/** What these ids are called by themselves, whatever they were joined to. */
export function entitiesApart({ store, steps }: CaseContext, ids: readonly string[]): Promise<Map<string, Entity>> {
  return store.read((scope) => namedApart(scope, ids, steps.world))
}
