import type {
  Case,
  CaseClaim,
  CaseDocument,
  CaseEntity,
  CaseIncident,
  CaseSummary,
  LeaveOut,
} from '../../src/case/case.js'
import { markColumns } from '../../src/case/mark-columns.js'
import { Claim, IsnadError, type Judgement } from '../../src/model/index.js'
import { claims as allClaims } from './claims.js'
import { documents, type FakeDocument, TOLL_EDITED } from './documents.js'
import { entities, liesIn } from './entities.js'
import { dyadCells, dyadSummaries, incidentsOf, partiesOf } from './fake-incidents.js'
import { fakeNetwork } from './fake-network.js'
import { fakeReports, sampleReport } from './fake-reports.js'
import { originOf, voicesOf } from './fake-weighing.js'
import { decidedOf, fakeWork } from './fake-work.js'

const texts: FakeDocument[] = Object.values(documents)
const missing = (what: string, id: string) => new IsnadError('not-found', `There is no ${what} "${id}".`)

function kept(leave: LeaveOut | undefined, claims: CaseClaim[]): CaseClaim[] {
  return claims.filter(
    (claim) =>
      !leave?.outlets?.includes(claim.outlet ?? '') &&
      !(leave?.camps ?? []).includes(claim.chain.at(-1)?.entity ?? '') &&
      !(leave?.origins ?? []).some((one) => originOf(claim).has(one)),
  )
}

/** Of parties to the conflict each its own; unnamed sources belong to nobody here. */
function campsOf(claims: readonly CaseClaim[]): CaseSummary['byCamp'] {
  const party = (claim: CaseClaim) => {
    const last = claim.chain.at(-1)
    return last?.kind === 'party' ? (last.entity ?? '') : ''
  }
  const groups = Object.entries(group([...claims], party)).sort((a, b) => Number(!a[0]) - Number(!b[0]))
  return groups.map(([camp, own]) => ({
    camp: camp || null,
    claims: own.length,
    unnamed: own.filter((one) => one.chain.at(-1)?.kind === 'anonymous').length,
  }))
}

function listed(doc: FakeDocument): CaseDocument {
  const { text: _, ...rest } = doc
  return { ...rest, claims: allClaims.filter((claim) => claim.document === doc.id).length }
}

/** A small case in memory for tests of the faces: real shapes, plain answers, no storage. */
export function fakeCase(options: { empty?: boolean } = {}): Case {
  const judgements: Judgement[] = []
  const decided = (claim: CaseClaim): CaseClaim => {
    const last = judgements.findLast((one) => one.target.kind === 'claim' && one.target.claim === claim.id)
    if (last?.kind === 'accept') return { ...claim, decision: 'accepted' }
    return last?.kind === 'reject' ? { ...claim, decision: 'rejected' } : claim
  }
  const byHand: CaseClaim[] = []
  const all = () => (options.empty ? [] : [...allClaims.map(decided), ...byHand])
  const docs = options.empty ? [] : texts
  const entity = (id: string): CaseEntity => {
    const found = entities.find((one) => one.id === id)
    if (!found) throw missing('entity', id)
    const own = all().filter((claim) => partiesOf(claim).has(id) || claim.places.some((p) => p.entity === id))
    const mentions = new Map<string, { text: string; lang: string; outlet?: string; count: number }>()
    for (const claim of own)
      for (const filler of [...claim.agents, ...claim.counterparts, ...claim.places].filter((f) => f.entity === id)) {
        const lang = claim.path.includes('.ar.') ? 'ar' : 'en'
        const key = `${filler.text}|${claim.outlet}`
        const one = mentions.get(key) ?? {
          text: filler.text,
          lang,
          ...(claim.outlet && { outlet: claim.outlet }),
          count: 0,
        }
        mentions.set(key, { ...one, count: one.count + 1 })
      }
    return {
      ...found,
      documents: new Set(own.map((claim) => claim.document)).size,
      claims: own.length,
      incidents: new Set(own.flatMap((claim) => claim.incident ?? [])).size,
      mentions: [...mentions.values()],
    }
  }
  const fake: Partial<Case> = {
    location: 'fake',
    revision: async () => `r${judgements.length}`,
    about: async () => ({ name: 'Wadi Rimal', tlp: 'amber' }),
    strictestMarking: async () => 'amber',
    summary: async (leave) => {
      const claims = kept(leave, all())
      const incidents = incidentsOf(claims)
      const count = (key: (claim: CaseClaim) => string) =>
        Object.fromEntries(Object.entries(group(claims, key)).map(([k, v]) => [k, v.length]))
      return {
        name: 'Wadi Rimal',
        tlp: 'amber',
        documents: docs.length,
        languages: Object.fromEntries(Object.entries(group(docs, (d) => d.language)).map(([k, v]) => [k, v.length])),
        outlets: new Set(docs.map((d) => d.outlet).filter(Boolean)).size,
        claims: claims.length,
        incidents: incidents.length,
        entities: options.empty ? 0 : entities.length,
        contradictions: incidents.reduce((sum, i) => sum + i.contradictions.length, 0),
        unnamedOriginClaims: claims.filter((c) => c.chain.at(-1)?.kind === 'anonymous').length,
        ownVoiceClaims: claims.filter((c) => c.chain.length === 0).length,
        byCamp: campsOf(claims),
        byType: count((c) => c.type),
        byStatus: count((c) => c.status),
        firstDay: options.empty ? null : '2023-03-10',
        lastDay: options.empty ? null : '2024-02-09',
      }
    },
    documents: async () => docs.map(listed),
    document: async (id) => {
      const doc = docs.find((one) => one.id === id)
      if (!doc) throw missing('document', id)
      const claims = all().filter((claim) => claim.document === id)
      const quiet = doc.text.indexOf('The Coast Army said')
      return {
        document: listed(doc),
        reading: {
          document: { ...doc, reader: { version: '0', packs: '0' } },
          claims: claims.map((claim) => Claim.parse(claim)),
          mentions: [],
          unread:
            quiet < 0
              ? []
              : [
                  {
                    start: doc.text.indexOf('It was the third'),
                    end: doc.text.length,
                    text: doc.text.slice(doc.text.indexOf('It was the third')),
                    reason: 'trigger without a known party',
                  },
                ],
        },
        claims,
      }
    },
    documentPage: async ({ order = 'added', limit = 50, cursor, entity } = {}) => {
      const names = (id: string) =>
        !entity || all().some((c) => c.document === id && JSON.stringify(c).includes(`"${entity}"`))
      const found = docs.filter(({ id }) => names(id)).map(listed)
      if (order === 'newest') found.reverse()
      if (order === 'published') found.sort((a, b) => ((a.published?.to ?? '') < (b.published?.to ?? '') ? 1 : -1))
      return cutFake(found, limit, cursor)
    },
    documentsWithIds: async (ids) => docs.filter(({ id }) => ids.includes(id)).map(listed),
    raw: async (id) => {
      const doc = docs.find((one) => one.id === id)
      return doc && new TextEncoder().encode(`<script>alert(1)</script>${doc.text}`)
    },
    claims: async (filter = {}) => {
      const hits = all().filter(
        (c) =>
          (!filter.type || c.type === filter.type) &&
          (!filter.status || c.status === filter.status) &&
          (!filter.document || c.document === filter.document) &&
          (!filter.incident || c.incident === filter.incident) &&
          (!filter.actor || partiesOf(c).has(filter.actor)) &&
          (!filter.origin || originOf(c).has(filter.origin)) &&
          (!filter.outlet || c.outlet === filter.outlet) &&
          (!filter.query || c.evidence.text.toLowerCase().includes(filter.query.toLowerCase())) &&
          (!filter.from || (c.time?.to ?? c.published?.to ?? '') >= filter.from) &&
          (!filter.to || (c.time?.from ?? c.published?.from ?? '') <= filter.to),
      )
      const from = Number(filter.cursor ?? 0)
      const to = from + (filter.limit ?? 50)
      return { items: hits.slice(from, to), total: hits.length, ...(to < hits.length && { next: String(to) }) }
    },
    claim: async (id) => {
      const found = all().find((claim) => claim.id === id)
      if (!found) throw missing('claim', id)
      return found
    },
    aroundClaim: async (id) => {
      const found = all().find((claim) => claim.id === id)
      if (!found) throw missing('claim', id)
      return { start: 0, text: texts.find((one) => one.id === found.document)!.text }
    },
    incidents: async (filter = {}) => {
      const items = incidentsOf(kept(filter.leaveOut, all())).filter(
        (i) =>
          (!filter.type || i.type === filter.type) &&
          (!filter.actor || i.parties.some((p) => p.id === filter.actor)) &&
          (!filter.place || i.places.some(({ id }) => liesIn(id, filter.place!))) &&
          (!filter.contradicted || i.contradictions.length > 0),
      )
      return { items, total: items.length }
    },
    incident: async (id, leave) => {
      const found = incidentsOf(kept(leave, all())).find((incident) => incident.id === id)
      if (!found) throw missing('incident', id)
      return found as CaseIncident
    },
    incidentMarks: async (filter = {}) => {
      const marks = incidentsOf(all())
        .filter((i) => !filter.type || i.type === filter.type)
        .filter((i) => !filter.place || i.places.some(({ id }) => liesIn(id, filter.place!)))
        .map(({ id, type, title, time, places, claims, independence: { atLeast, atMost, camps }, contradictions }) => ({
          id,
          type,
          title,
          time,
          places: places.map((place) => place.id),
          claims: claims.length,
          independence: { atLeast, atMost, camps },
          contradicted: contradictions.length > 0,
        }))
        .filter((one) => filter.contradicted === undefined || one.contradicted === filter.contradicted)
      return markColumns(marks)
    },
    claimsWithIds: async (ids) => ids.flatMap((id) => all().find((claim) => claim.id === id) ?? []),
    incidentsWithIds: async (ids, leave) =>
      ids.flatMap((id) => (incidentsOf(kept(leave, all())) as CaseIncident[]).find((one) => one.id === id) ?? []),
    texts: async (ids) => new Map(texts.flatMap(({ id, text }) => (ids.includes(id) ? [[id, text]] : []))),
    mentions: async () => new Map(),
    entities: async (filter = {}) =>
      options.empty
        ? []
        : entities.filter((one) => !filter.kind || one.kind === filter.kind).map((one) => entity(one.id)),
    entityPage: async ({ limit = 50, cursor, ...filter } = {}) =>
      cutFake(await fake.entities!(filter as { kind?: 'actor' }), limit, cursor),
    rankedEntities: async (kind) => fake.entities!({ kind } as { kind: 'actor' }),
    entitiesWithIds: async (ids) =>
      new Map(entities.flatMap((one) => (ids.includes(one.id) ? [[one.id, entity(one.id)]] : []))),
    entity: async (id) => entity(id),
    findActor: async (name) => {
      const found = entities.find((one) => one.id === name || one.names.some((n) => n.name === name))
      if (!found) throw new IsnadError('unknown-actor', `No actor is called "${name}".`, { hint: 'Try harbour-front.' })
      return found
    },
    findPlace: async (name) => {
      const found = entities.find(
        ({ kind, id, names }) => kind === 'place' && (id === name || names.some((n) => n.name === name)),
      )
      if (!found) throw new IsnadError('not-found', `no place is called "${name}"`)
      return found
    },
    republications: async () => [
      {
        kind: 'common-source',
        documents: [documents.clash, documents.clashArabic].map(({ id, path }) => ({ id, path })),
        evidence: 'both give the statement of the Coast Army',
      },
    ],
    undecided: async () => [],
    unread: async () =>
      options.empty
        ? []
        : [
            {
              start: documents.clash.text.indexOf('It was the third'),
              end: documents.clash.text.length,
              text: 'It was the third such fight of the year in the valley.',
              reason: 'trigger without a known party',
              document: documents.clash.id,
              path: documents.clash.path,
            },
          ],
    dyad: async (a, b, leave) => {
      const claims = kept(leave, all()).filter((c) => partiesOf(c).has(a) && partiesOf(c).has(b))
      return { a, b, cells: dyadCells(claims, incidentsOf(kept(leave, all()))) }
    },
    dyadVoices: async (a, b) => voicesOf(all().filter((c) => partiesOf(c).has(a) && partiesOf(c).has(b))),
    custody: async (document) => {
      const doc = docs.find((one) => one.id === document)
      const sha256 = document.replace('sha256:', '')
      return doc
        ? [
            {
              kind: 'document',
              sha256,
              size: 1200,
              path: doc.path,
              at: '2024-02-20T09:30:00Z',
              tool: 'isnad 0',
              document,
            },
          ]
        : []
    },
    versions: async () =>
      options.empty
        ? []
        : [
            {
              address: 'https://hill-herald.example/9',
              versions: [documents.clash, documents.freed].map(({ id }, i) => ({
                document: id,
                number: i + 1,
                captured: [`2024-02-2${i}T09:30:00Z`],
              })),
              changes: [
                {
                  paragraphs: [TOLL_EDITED],
                  claims: { dropped: [], added: [], changed: [] } as never,
                },
              ],
            },
          ],
    diff: async (document) => {
      const [claim] = allClaims.filter((one) => one.document === document)
      return claim ? [{ document: claim.document, path: claim.path, added: [], removed: [bare(claim)] }] : []
    },
    dyads: async (leave) => dyadSummaries(kept(leave, all())),
    pairs: async (leave) =>
      dyadSummaries(kept(leave, all())).map(({ independence: { atLeast, atMost, camps }, ...pair }) => ({
        ...pair,
        independence: { atLeast, atMost, camps },
      })),
    network: async (filter = {}) => fakeNetwork(kept(filter.leaveOut, all()), all(), filter),
    judge: async (judgement) => {
      const made = { ...judgement, id: `j-${judgements.length + 1}`, at: '2024-03-01T00:00:00Z' }
      judgements.push(made)
      if (made.kind === 'add' && made.target.kind === 'claim') {
        const { document, type, span } = made.target
        const { text, ...from } = texts.find((one) => one.id === document)!
        const evidence = { ...span, text: text.slice(span.start, span.end) }
        const lists = {
          agents: [],
          counterparts: [],
          objects: [],
          instruments: [],
          places: [],
          origin: [],
          destination: [],
        }
        const rest = {
          status: 'asserted',
          time: null,
          counts: {},
          chain: [],
          links: [],
          support: [],
          confidence: 1,
        } as const
        const id = `c-hand-${byHand.length + 1}`
        const claim = {
          ...lists,
          ...rest,
          ...made.claim,
          evidence,
          type,
          id,
          rule: 'analyst',
          document,
          path: from.path,
        }
        byHand.push({ ...claim, decision: 'added' } as CaseClaim)
        return { ...made, target: { ...made.target, claim: id } }
      }
      return made
    },
    judgements: async () => judgements,
    decided: async () => decidedOf(judgements, all()),
    entitiesApart: (ids) => fake.entitiesWithIds!(ids),
    ...fakeWork({
      judge: (judgement) => fake.judge!(judgement),
      claims: all,
      documents: () => docs.map(listed),
      entities: () => (options.empty ? [] : entities.map(({ id }) => entity(id))),
    }),
    ...fakeReports(options.empty ? [] : [sampleReport()]),
    close: async () => {},
  }
  return fake as Case
}

function cutFake<T>(items: T[], limit: number, cursor = '0') {
  const from = Number(cursor)
  if (Number.isNaN(from)) throw new IsnadError('usage', `"${cursor}" is not the cursor of a page`)
  const more = from + limit < items.length
  return { items: items.slice(from, from + limit), total: items.length, ...(more && { next: String(from + limit) }) }
}

/** A claim as a reading has it. */
const bare = (claim: CaseClaim) => Claim.parse(claim)

export function group<T>(items: readonly T[], key: (item: T) => string): Record<string, T[]> {
  const out: Record<string, T[]> = {}
  for (const item of items) {
    const list = out[key(item)] ?? []
    list.push(item)
    out[key(item)] = list
  }
  return out
}
