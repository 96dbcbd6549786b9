import type { Tlp } from '../model/index.js'
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
import { addTallies, countEach, tallyOf } from './tally.js'

/** The case in numbers. Rejected claims count nowhere; what is left out counts neither. */
export function summariseCase(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSummary> {
  return leaveOut ? sumUp(context, leaveOut) : keptAnswer(context, 'summary', () => sumUp(context))
}

async function sumUp(context: CaseContext, leaveOut?: LeaveOut): Promise<CaseSummary> {
  const { store } = context
  await renewTellings(context)
  const tallies = await store.read((scope) => listTallies<DocumentTally>(scope))
  const remaining = leaveOut ? (await findLeftOut(context, leaveOut)).remaining : new Map<string, Telling[]>()
  const claims = addTallies(
    [...tallies].map(([id, one]) => {
      const left = remaining.get(id)
      return left ? tallyOf(left) : one.claims
    }),
  )
  const documents = [...tallies.values()].flatMap(({ document }) => document ?? [])
  const standing = leaveOut ? await countLeft(context, leaveOut) : await standingNow(context)
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
    byType: claims.types,
    byStatus: claims.statuses,
    firstDay: claims.days?.[0] ?? null,
    lastDay: claims.days?.[1] ?? null,
  }
}

/** Incidents and contradictions as linking left them. */
async function standingNow(context: CaseContext) {
  await renewStandings(context)
  return context.store.read(countStandings)
}
