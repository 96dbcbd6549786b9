import { type Document, IsnadError, type Judgement } from '../model/index.js'
import {
  countVersions,
  type FoundClaim,
  findClaims,
  incidentsOfClaims,
  type Scope,
  shownByIds,
} from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseClaim, ClaimFilter, ClaimJudgement, Page } from './case.js'
import { type CaseContext, documentsById } from './context.js'
import { correctionsTo } from './corrections.js'
import { fromCursor, pageOf, pageSize } from './cursor.js'
import { judgementsOnClaims } from './judgements-on-claims.js'
import { outletKey } from './show-claims.js'

/** One page of claims by day. */
export async function listClaims({ store, steps }: CaseContext, filter: ClaimFilter): Promise<Page<CaseClaim>> {
  const size = pageSize(filter.limit)
  const { document, incident, type, status, actor, place, origin, from, to, decision } = filter
  return store.read(async (scope) => {
    const { rows, total } = await findClaims(scope, {
      ...{ document, incident, type, status, actor, place, from, to, decision },
      origin: origin === undefined ? undefined : { entity: origin, key: fold(origin) },
      outletKey: filter.outlet === undefined ? undefined : outletKey(filter.outlet, steps.world),
      words: filter.query === undefined ? [] : fold(filter.query).split(/\s+/).filter(Boolean),
      after: fromCursor(filter.cursor),
      limit: size + 1,
    })
    return pageOf(rows, size, total, await caseClaims(scope, rows.slice(0, size)))
  })
}

/** One claim. Throws `not-found`. */
export async function findClaim({ store }: CaseContext, id: string): Promise<CaseClaim> {
  return store.read(async (scope) => {
    const [claim] = await caseClaims(scope, await shownByIds(scope, [id]))
    if (claim) return claim
    throw new IsnadError('not-found', `there is no claim "${id}" in this case`, {
      hint: 'Claims of an older reading are not shown; list those of today: isnad list claims',
    })
  })
}

/** These claims as shown, those that are not there left out. */
export function claimsWithIds({ store }: CaseContext, ids: readonly string[]): Promise<CaseClaim[]> {
  return store.read(async (scope) => caseClaims(scope, await shownByIds(scope, ids)))
}

/** Claims with what lists need beside them, in the order given. */
export async function caseClaims(scope: Scope, rows: readonly FoundClaim[]): Promise<CaseClaim[]> {
  const documents = await documentsById(scope, [...new Set(rows.map(({ document }) => document))])
  const versions = await countVersions(scope, [...documents.keys()])
  const incidents = await incidentsOfClaims(
    scope,
    rows.map(({ claim }) => claim.id),
  )
  const judgements = await judgementsOnClaims(scope, rows)
  const corrections = await correctionsTo(scope, rows, judgements)
  return rows.flatMap(({ claim, document, decision }): CaseClaim[] => {
    const about = documents.get(document)?.document
    if (!about) return []
    const incident = incidents.get(claim.id)
    const correction = corrections.get(claim.id)
    const judged = (judgements.get(claim.id) ?? []).map(briefly)
    return [
      {
        ...claim,
        document,
        path: about.path,
        ...(about.outlet === undefined ? {} : { outlet: about.outlet }),
        ...(about.title === undefined ? {} : { title: about.title }),
        ...(about.published === undefined ? {} : { published: about.published }),
        ...versionOf(about, versions),
        ...(incident === undefined ? {} : { incident }),
        ...(decision === null ? {} : { decision: decision as NonNullable<CaseClaim['decision']> }),
        ...(correction === undefined ? {} : { correction }),
        ...(judged.length === 0 ? {} : { judgements: judged }),
      },
    ]
  })
}

/** What a list says of a judgement; the claim as it was corrected stands there itself. */
const briefly = ({ id, kind, by, at, why }: Judgement): ClaimJudgement => ({
  ...{ id, kind, by, at },
  ...(why === undefined ? {} : { why }),
})

type About = Omit<Document, 'text'>

function versionOf({ id, version }: About, counts: ReadonlyMap<string, number>): Pick<CaseClaim, 'version'> {
  const of = counts.get(id)
  return of === undefined ? {} : { version: { number: version?.number ?? 1, of } }
}
