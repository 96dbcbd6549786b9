import { Claim, claimId, hashId, Judgement, type JudgementTarget, SLOTS, sha256 } from '../model/index.js'
import {
  type Anchor,
  appendLog,
  canonical,
  incidentsByIds,
  insertJudgement,
  listJudgements,
  listReadingClaims,
  type Scope,
  shownByIds,
  shownOfDocuments,
  storable,
} from '../store/index.js'
import { checkClaim } from './check-claim.js'
import type { CaseContext } from './context.js'
import { anchorOf, fitAnchors, onlyTakesBack, reversals, standing } from './fit-judgements.js'
import { checkEntities, documentsOfEntities } from './judge-entities.js'
import { invalid } from './judgement-error.js'
import { renewStandings } from './keep-standings.js'
import { renewTellings } from './keep-tellings.js'
import { linkAnew } from './link-anew.js'
import { finishWork } from './link-documents.js'
import { redecideDocument, refreshDocument } from './refresh-document.js'

type NewJudgement = Omit<Judgement, 'id' | 'at'> & { at?: string }

/**
 * Appends a judgement and makes anew what rests on it. Throws `judgement-invalid` where its target is not in the case,
 * and `unsourced-statement` where a claim's words are not in its document.
 */
export async function judge(context: CaseContext, given: NewJudgement): Promise<Judgement> {
  const { store, steps } = context
  const judgement = await store.write(async (tx) => {
    const past = await listJudgements(tx)
    const wanted = past.find((row) => row.judgement.id === given.reverses)
    if (given.reverses !== undefined && !wanted) throw invalid(`there is no judgement "${given.reverses}" to take back`)
    const judgement = prepare(given, past.length, context.now(), onlyTakesBack(given, wanted?.judgement))
    const back = onlyTakesBack(judgement, wanted?.judgement)
    if (judgement.claim) await checkClaim(tx, judgement)
    // What is taken back may have made its own target go: of two incidents that became one, one is no longer there.
    if (!back) await checkEntities(tx, judgement, steps.world)
    const anchors = back && wanted ? wanted.anchors : await anchorsOf(tx, judgement)
    const settled = withClaim(judgement, anchors)
    const hash = await insertJudgement(tx, settled, anchors)
    const data = { hash, anchors: sha256(canonical(anchors)) }
    await appendLog(tx, { at: settled.at, kind: 'judge', subject: settled.id, data })
    await renew(tx, settled, [...anchors, ...(wanted?.anchors ?? [])], steps.world)
    return settled
  })
  await finishWork(context)
  await renewTellings(context)
  await renewStandings(context)
  return judgement
}

/**
 * Makes anew what rests on a judgement. `anchors`: the claims that it speaks of, and those of the judgement that it takes
 * back. A grade stands beside what is weighed, and nothing rests on it.
 */
async function renew(
  tx: Scope,
  judgement: Judgement,
  anchors: readonly Anchor[],
  world: CaseContext['steps']['world'],
): Promise<void> {
  const { target } = judgement
  const documents = new Set(anchors.map(({ document }) => document))
  if (target.kind === 'claim')
    for (const document of documents.add(target.document)) await redecideDocument(tx, document, world)
  if (target.kind !== 'pair') return
  for (const document of await documentsOfEntities(tx, judgement, world)) await refreshDocument(tx, document, world)
  const fits = fitAnchors(anchors, await shownOfDocuments(tx, [...documents]))
  const regrouped = [...new Set([...fits.values()].flatMap((id) => id ?? []))]
  await linkAnew(tx, { changed: [], regrouped }, world)
}

/** Takes a judgement back, in the name of `by`. Throws `judgement-invalid` where there is none that holds. */
export async function takeBack(context: CaseContext, id: string, by: string): Promise<Judgement> {
  const found = await context.store.read((tx) => listJudgements(tx))
  const one = found.find(({ judgement }) => judgement.id === id)?.judgement
  if (!one) throw invalid(`there is no judgement "${id}" to take back`)
  if (reversals(found).has(id)) throw invalid(`"${id}" was taken back already`)
  return judge(context, { kind: one.kind, target: one.target, by, reverses: id })
}

/** The judgements that hold, oldest first, and those taken back. */
export async function listAll({ store }: CaseContext): Promise<Judgement[]> {
  return (await store.read((tx) => listJudgements(tx))).map(({ judgement }) => judgement)
}

function prepare(given: NewJudgement, past: number, now: string, back: boolean): Judgement {
  const clean = storable(given)
  const at = clean.at ?? now
  const id = hashId('j', [String(past), at, canonical(clean)])
  const parsed = Judgement.safeParse({ ...clean, id, at })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw invalid(`${issue?.path.join('.') || 'judgement'}: ${issue?.message}`)
  }
  const judgement = parsed.data
  const { kind, target } = judgement
  const fits: Record<JudgementTarget['kind'], readonly string[]> = {
    claim: ['accept', 'reject', 'correct', 'add'],
    pair: ['same', 'different', 'unsure'],
    incident: ['grade'],
  }
  if (!fits[target.kind].includes(kind)) throw invalid(`"${kind}" cannot be said of a ${target.kind}`)
  if (back) return judgement
  if (kind === 'add' && target.kind === 'claim') return { ...judgement, claim: completed(judgement, target) }
  if (kind === 'correct' && !judgement.claim) throw invalid('a correction needs the claim as it should be')
  if (kind === 'grade' && !judgement.grade) throw invalid('a grade is missing')
  return judgement
}

/** A claim added by hand: what is not given is empty, its rule is `analyst`. */
function completed(judgement: Judgement, target: JudgementTarget & { kind: 'claim' }): Claim {
  const given = judgement.claim
  if (!given?.evidence) throw invalid('a claim needs its evidence: the span that states it')
  const empty = Object.fromEntries(SLOTS.map((slot) => [slot, []]))
  const claim = Claim.parse({
    ...empty,
    status: 'asserted',
    time: null,
    counts: {},
    chain: [],
    links: [],
    support: [],
    confidence: 1,
    ...given,
    type: target.type,
    rule: 'analyst',
    id: 'c-',
  })
  return { ...claim, id: claimId(target.document, claim) }
}

/** What the target stands for today. Throws where it is not there. */
async function anchorsOf(tx: Scope, { kind, target }: Judgement): Promise<Anchor[]> {
  if (target.kind === 'claim') return kind === 'add' ? [] : [await claimAnchor(tx, target)]
  if (target.kind === 'incident') return incidentAnchors(tx, target.incident, 'a')
  if (target.of === 'entity') return []
  const side = (id: string, name: 'a' | 'b') =>
    target.of === 'incident' ? incidentAnchors(tx, id, name) : pairedAnchors(tx, id, name)
  const [a, b] = [await side(target.a, 'a'), await side(target.b, 'b')]
  // A claim and the incident that it stands in: the other side is all the rest of it.
  const without = (own: readonly Anchor[], others: readonly Anchor[]) =>
    others.length > 1 ? others.filter(({ claim }) => !own.some((one) => one.claim === claim)) : others
  const sides = [...without(b, a), ...without(a, b)]
  if (new Set(sides.map(({ claim }) => claim)).size < 2) throw invalid('a thing and itself are no two things')
  return sides
}

/** The claim as its reading has it: corrections do not move the anchor. */
async function claimAnchor(tx: Scope, target: JudgementTarget & { kind: 'claim' }): Promise<Anchor> {
  const read = (await listReadingClaims(tx, [target.document])).flatMap(({ claim }) => (claim ? [claim] : []))
  const added = standing(await listJudgements(tx, target.document)).flatMap(({ judgement }) =>
    judgement.kind === 'add' ? [judgement.claim as Claim] : [],
  )
  const asRead = new Map([...read, ...added].map((claim) => [claim.id, claim]))
  const shown = await shownOfDocuments(tx, [target.document])
  const wanted = { side: 'a', claim: target.claim ?? '', ...target, origin: '', parties: [] } as unknown as Anchor
  // By the type that is shown, else by the one that the reader gave it before somebody corrected it.
  const before = shown.flatMap(({ claim: { id }, document }) => {
    const claim = asRead.get(id)
    return claim ? [{ claim, document }] : []
  })
  const id = fitAnchors([wanted], shown).get(wanted) ?? fitAnchors([wanted], before).get(wanted)
  const claim = asRead.get(id ?? '')
  if (claim) return anchorOf(claim, target.document)
  throw invalid(`no ${target.type} claim stands at ${target.span.start}–${target.span.end} of ${target.document}`)
}

/** A claim by its id; an incident's id stands for all its claims. */
async function pairedAnchors(tx: Scope, id: string, side: Anchor['side']): Promise<Anchor[]> {
  const [found] = await shownByIds(tx, [id])
  if (found) return [anchorOf(found.claim, found.document, side)]
  if ((await incidentsByIds(tx, [id])).length > 0) return incidentAnchors(tx, id, side)
  throw invalid(`there is no claim "${id}"`)
}

async function incidentAnchors(tx: Scope, id: string, side: Anchor['side']): Promise<Anchor[]> {
  const [found] = await incidentsByIds(tx, [id])
  if (!found) throw invalid(`there is no incident "${id}"`)
  const claims = await shownByIds(tx, found.incident.claims)
  return claims.map(({ claim, document }) => anchorOf(claim, document, side))
}

/** Names in the target the claim that it was found to mean. */
function withClaim(judgement: Judgement, anchors: readonly Anchor[]): Judgement {
  if (judgement.target.kind !== 'claim') return judgement
  const claim = judgement.kind === 'add' ? judgement.claim?.id : anchors[0]?.claim
  return claim === undefined ? judgement : { ...judgement, target: { ...judgement.target, claim } }
}
