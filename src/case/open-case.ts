import type { Tlp } from '../model/index.js'
import { appendLog, caseRow, countJobs, createStore, documentTexts, openStore, type Store } from '../store/index.js'
import { actorNetwork } from './actor-network.js'
import { addDocuments } from './add-documents.js'
import { caseAgreement } from './agreement.js'
import { aroundClaim } from './around-evidence.js'
import type { Case, LeaveOut } from './case.js'
import { commonPartners } from './common-partners.js'
import { type CaseContext, caseContext, keptKey } from './context.js'
import { diffReadings } from './diff-readings.js'
import { entitiesApart } from './fill-decided.js'
import { dyadVoices, findDyad } from './find-dyad.js'
import { findActor, findPlace } from './find-named.js'
import { listRepublications } from './find-repeats.js'
import { forgetDocument } from './forget-document.js'
import { judge, listAll, takeBack } from './judge-claims.js'
import { beginUnsure } from './keep-unsure.js'
import { finishWork } from './link-documents.js'
import { claimsWithIds, findClaim, listClaims } from './list-claims.js'
import { listDecided } from './list-decided.js'
import {
  documentsAsListed,
  findDocument,
  listCaseDocuments,
  listDocumentPage,
  listMentions,
  listUnread,
  rawBytes,
} from './list-documents.js'
import { listDyads, listPairs } from './list-dyads.js'
import { findEntity, listCaseEntities } from './list-entities.js'
import { findIncident, incidentsOf, listIncidents } from './list-incidents.js'
import { listSources } from './list-sources.js'
import { listUndecided } from './list-undecided.js'
import { documentCustody, listVersions } from './list-versions.js'
import { markIncidents } from './mark-incidents.js'
import { packCase } from './pack-case.js'
import { entitiesWithIds, pageEntities, rankedOfKind } from './page-entities.js'
import { peopleOf } from './people/people.js'
import {
  beginReportDraft,
  findReportDraft,
  listReportDrafts,
  removeReportDraft,
  saveReportDraft,
} from './report-drafts.js'
import { rereadDocuments } from './reread-documents.js'
import { resolveLeaveOut } from './resolve-leave-out.js'
import { review } from './review.js'
import { reviewQueue } from './review-queue.js'
import { searchCase } from './search-case.js'
import type { Steps } from './steps.js'
import { strictestMarking } from './strictest-marking.js'
import { summariseCase } from './summarise-case.js'
import { verifyCase } from './verify-case.js'
import { watchFeeds } from './watch-feeds.js'
import { workQueue } from './work-queue.js'
import { writeWacz } from './write-wacz.js'

/** How a case is opened; both are for tests and for programs that bring their own packs. */
export interface CaseOptions {
  steps?: Steps
  /** The clock: an ISO instant. */
  now?: () => string
}

/**
 * Makes an empty case: in a directory, or in PostgreSQL (`postgres://user@host/database#case-id`). Throws `case-exists`,
 * `store-connection`.
 */
export async function createCase(
  location: string,
  about: { name: string; tlp: Tlp },
  options: CaseOptions = {},
): Promise<Case> {
  const now = options.now ?? (() => new Date().toISOString())
  const steps = options.steps ?? (await realSteps())
  const at = now()
  const store = await createStore(location, { ...about, at }, async (tx) => {
    await appendLog(tx, { at, kind: 'create', subject: tx.caseId, data: { ...about } })
    await beginUnsure(tx, keptKey({ steps }))
  })
  return caseOf(caseContext(store, steps, now))
}

/**
 * Opens a case and finishes what an interrupted program left. Throws `case-missing`, `case-version`, `case-damaged`,
 * `store-connection`.
 */
export async function openCase(location: string, options: CaseOptions = {}): Promise<Case> {
  const steps = options.steps ?? (await realSteps())
  const store = await openStore(location)
  const context = caseContext(store, steps, options.now ?? (() => new Date().toISOString()))
  await settle(store, context)
  return caseOf(context)
}

/** Loaded when needed: who brings steps of his own does not wait for packs and reader. */
async function realSteps(): Promise<Steps> {
  return (await import('./default-steps.js')).defaultSteps()
}

async function settle(store: Store, context: CaseContext): Promise<void> {
  try {
    if ((await store.read(countJobs)) > 0) await finishWork(context)
  } catch (error) {
    await store.close()
    throw error
  }
}

function caseOf(context: CaseContext): Case {
  const { store } = context
  const left = <W extends LeaveOut | undefined>(what: W) => resolveLeaveOut(context, what)
  return {
    location: store.location,
    revision: context.revision,
    strictestMarking: () => context.remember('strictest marking', () => store.read(strictestMarking)),
    about: async () => {
      const { name, tlp } = await store.read(caseRow)
      return { name, tlp: tlp as Tlp }
    },
    summary: async (leaveOut) => summariseCase(context, await left(leaveOut)),
    add: (paths, options = {}) => addDocuments(context, paths, options),
    work: (options = {}) => workQueue(context, options),
    reread: (options = {}) => rereadDocuments(context, options),
    documents: () => listCaseDocuments(context),
    documentPage: (filter = {}) => listDocumentPage(context, filter),
    documentsWithIds: (ids) => store.read((scope) => documentsAsListed(scope, ids)),
    document: (id) => findDocument(context, id),
    raw: (id) => rawBytes(context, id),
    claims: (filter = {}) => listClaims(context, filter),
    claim: (id) => findClaim(context, id),
    aroundClaim: (id) => aroundClaim(context, id),
    claimsWithIds: (ids) => claimsWithIds(context, ids),
    search: (filter) => searchCase(context, filter),
    incidents: async (filter = {}) =>
      listIncidents(context, filter.leaveOut ? { ...filter, leaveOut: await left(filter.leaveOut) } : filter),
    incident: async (id, leaveOut) => findIncident(context, id, await left(leaveOut)),
    incidentsWithIds: async (ids, leaveOut) => incidentsOf(context, ids, await left(leaveOut)),
    texts: (documents) => store.read((scope) => documentTexts(scope, documents)),
    mentions: (documents) => listMentions(context, documents),
    incidentMarks: (filter = {}) => markIncidents(context, filter),
    undecided: () => listUndecided(context),
    entities: (filter = {}) => listCaseEntities(context, filter),
    entityPage: (filter = {}) => pageEntities(context, filter),
    rankedEntities: (kind) => rankedOfKind(context, kind),
    entitiesWithIds: (ids) => entitiesWithIds(context, ids),
    entity: (id) => findEntity(context, id),
    findActor: (nameOrId) => findActor(context, nameOrId),
    findPlace: (nameOrId) => findPlace(context, nameOrId),
    republications: () => store.read(listRepublications),
    sources: async (leaveOut) => listSources(context, await left(leaveOut)),
    unread: () => listUnread(context),
    dyad: async (a, b, leaveOut) => findDyad(context, a, b, await left(leaveOut)),
    dyadVoices: (a, b) => dyadVoices(context, a, b),
    dyads: async (leaveOut) => listDyads(context, await left(leaveOut)),
    pairs: async (leaveOut) => listPairs(context, await left(leaveOut)),
    network: async (filter = {}) =>
      actorNetwork(context, filter.leaveOut ? { ...filter, leaveOut: await left(filter.leaveOut) } : filter),
    commonPartners: (a, b) => commonPartners(context, a, b),
    judge: (judgement) => judge(context, judgement),
    takeBack: (judgement, by) => takeBack(context, judgement, by),
    decided: (filter = {}) => listDecided(context, filter),
    entitiesApart: (ids) => entitiesApart(context, ids),
    queue: (filter = {}) => reviewQueue(context, filter),
    agreement: () => caseAgreement(context),
    judgements: () => listAll(context),
    review: () => review(context),
    reportDrafts: () => listReportDrafts(context),
    reportDraft: (id) => findReportDraft(context, id),
    beginReport: (about) => beginReportDraft(context, about),
    saveReport: (draft) => saveReportDraft(context, draft),
    removeReport: (id) => removeReportDraft(context, id),
    verify: () => verifyCase(context),
    forget: (document, why, by) => forgetDocument(context, document, why, by),
    versions: () => listVersions(context),
    custody: (document) => documentCustody(context, document),
    pack: (archive) => packCase(context, archive),
    watch: (feeds, options = {}) => watchFeeds(context, feeds, options),
    wacz: (archive) => writeWacz(context, archive),
    timestamp: async (server) => (await import('./timestamp-case.js')).timestampCase(context, server),
    people: peopleOf(store, context.now),
    diff: (document) => diffReadings(context, document),
    close: () => store.close(),
  }
}
