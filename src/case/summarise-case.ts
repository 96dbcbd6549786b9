import { order, type Tlp } from '../model/index.js'
import { caseRow, countStandings, listTallies } from '../store/index.js'
import type { Telling } from '../weigh/index.js'
import type { CaseSummary, LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { keptAnswer } from './keep-answers.js'
import { renewStandings } from './keep-standings.js'
import { type DocumentTally, renewTellings } from './keep-tellings.js'
import { countLeft } from './left-incidents.js'
import { findLeftOut } from './left-out.js'
import { countEntities } from './page-entities.js'
import { addTallies, countEach, type Tally, tallyOf } from './tally.js'

/** The case in numbers. Rejected claims count nowhere; what is left out counts neither. */
export function summariseCase(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSummary> {
  return leaveOut ? takeOut(context, leaveOut) : keptAnswer(context, 'summary', () => sumUp(context))
}

async function sumUp(context: CaseContext): Promise<CaseSummary> {
  const { store } = context
  await renewTellings(context)
  const tallies = [...(await store.read((scope) => listTallies<DocumentTally>(scope))).values()]
  const claims = addTallies(tallies.map((one) => one.claims))
  const documents = tallies.flatMap(({ document }) => document ?? [])
  const standing = await standingNow(context)
  const { name, tlp } = await store.read(caseRow)
  return {
    name,
    tlp: tlp as Tlp,
    documents: documents.length,
    languages: countEach(documents.map(({ language }) => [language, 1])),
    outlets: new Set(documents.flatMap(({ outlet }) => outlet ?? [])).size,
    claims: claims.claims,
    ...standing,
    entities: await countEntities(context),
    unnamedOriginClaims: claims.unnamed,
    ownVoiceClaims: claims.ownVoice,
    byCamp: listCamps(claims.camps),
    byType: claims.types,
    byStatus: claims.statuses,
    firstDay: claims.days?.[0] ?? null,
    lastDay: claims.days?.[1] ?? null,
  }
}

/** The figures of the whole without those of the claims that are left out: the other documents are not read. */
async function takeOut(context: CaseContext, leaveOut: LeaveOut): Promise<CaseSummary> {
  const whole = await summariseCase(context)
  const { lost, remaining } = await findLeftOut(context, leaveOut)
  const out = tallyOf(lost)
  const days = await daysWithout(context, whole, out, remaining)
  return {
    ...whole,
    claims: whole.claims - out.claims,
    ...(await countLeft(context, leaveOut)),
    unnamedOriginClaims: whole.unnamedOriginClaims - out.unnamed,
    ownVoiceClaims: whole.ownVoiceClaims - out.ownVoice,
    byCamp: campsWithout(whole.byCamp, out.camps),
    byType: less(whole.byType, out.types),
    byStatus: less(whole.byStatus, out.statuses),
    firstDay: days?.[0] ?? null,
    lastDay: days?.[1] ?? null,
  }
}

/** First and last day of what is left: asked of every document only where a claim of that very day was left out. */
async function daysWithout(
  { store }: CaseContext,
  { firstDay, lastDay }: CaseSummary,
  out: Tally,
  remaining: ReadonlyMap<string, readonly Telling[]>,
): Promise<Tally['days']> {
  if (firstDay === null || lastDay === null) return null
  if (out.days?.[0] !== firstDay && out.days?.[1] !== lastDay) return [firstDay, lastDay]
  const tallies = await store.read((scope) => listTallies<DocumentTally>(scope))
  const left = [...tallies].map(([id, { claims }]) => (remaining.has(id) ? tallyOf(remaining.get(id)!) : claims))
  return addTallies(left).days
}

/** Numbers less others; what comes to nothing is not there. */
function less(from: Readonly<Record<string, number>>, out: Readonly<Record<string, number>>): Record<string, number> {
  const left = Object.entries(from).map(([key, n]) => [key, n - (out[key] ?? 0)] as const)
  return Object.fromEntries(left.filter(([, n]) => n > 0))
}

function listCamps(camps: Tally['camps']): CaseSummary['byCamp'] {
  const rows = Object.entries(camps).map(([camp, [claims, unnamed]]) => ({ camp: camp || null, claims, unnamed }))
  return rows.sort(
    (a, b) =>
      Number(a.camp === null) - Number(b.camp === null) || b.claims - a.claims || order(a.camp ?? '', b.camp ?? ''),
  )
}

function campsWithout(whole: CaseSummary['byCamp'], out: Tally['camps']): CaseSummary['byCamp'] {
  const left = whole.map(({ camp, claims, unnamed }): [string, [number, number]] => {
    const [lost, lostUnnamed] = out[camp ?? ''] ?? [0, 0]
    return [camp ?? '', [claims - lost, unnamed - lostUnnamed]]
  })
  return listCamps(Object.fromEntries(left.filter(([, [claims]]) => claims > 0)))
}

/** Incidents and contradictions as linking left them. */
async function standingNow(context: CaseContext) {
  await renewStandings(context)
  return context.store.read(countStandings)
}
