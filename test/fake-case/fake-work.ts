import type { Case, CaseClaim, CaseDocument, CaseEntity, Decided, Page, QueueItem } from '../../src/case/index.js'
import { because, type Judgement } from '../../src/model/index.js'

/** The parts of the small case that look at it as work: search, the queue, agreement, sources, adding. */
export function fakeWork(of: {
  claims(): CaseClaim[]
  documents(): CaseDocument[]
  entities(): CaseEntity[]
  judge: Case['judge']
}): Pick<Case, 'search' | 'queue' | 'agreement' | 'takeBack' | 'sources' | 'add'> {
  const side = (entity: CaseEntity) => ({ entity, examples: [] })
  return {
    add: async (paths) => ({
      added: [],
      unchanged: [],
      failed: paths.map((path) => ({
        path,
        code: 'unsupported-format',
        message: 'this is not read',
        hint: 'Give a text.',
      })),
      files: [],
    }),
    sources: async () => {
      const empty = of.claims().length === 0
      const [front, meridian] = [
        { id: 'harbour-front', name: 'Harbour Front' },
        { id: 'meridian', name: 'Meridian' },
      ]
      const step = {
        how: 'quoted' as const,
        credited: false,
        documents: of
          .documents()
          .slice(0, 1)
          .map(({ id }) => id),
        day: null,
      }
      const counts = { documents: 2, claims: 3, ownVoice: 1, originOf: 4, first: 1 }
      const both = (name: string) => ({ en: name, ar: name })
      if (empty) return { sources: [], passings: [], circles: [] }
      return {
        sources: [
          {
            id: 'meridian',
            name: both('Meridian'),
            kind: 'agency',
            camp: 'coast-army',
            owner: 'coast-army',
            ...counts,
          },
          { id: 'salim', name: both('Salim Ahmad'), kind: 'witness', private: true, ...counts, documents: 0 },
        ],
        passings: [{ by: 'salim', from: 'meridian', claims: 2, ...step }],
        circles: [
          {
            incident: 'i-clash',
            title: { en: 'fight · 2023-06-02', ar: 'قتال · 2023-06-02' },
            circle: {
              steps: [
                { by: front, from: meridian, claims: [], ...step },
                { by: meridian, from: front, claims: [], ...step },
              ],
              ...{ lost: null, reason: '', because: [] },
            },
          },
        ],
      }
    },
    takeBack: (reverses, by) =>
      of.judge({
        kind: 'different',
        target: { kind: 'pair', of: 'incident', a: 'i-freed', b: 'i-clash' },
        by,
        reverses,
      }),
    agreement: async () => ({
      analysts: [
        { by: 'R. T.', judgements: 3 },
        { by: 'N. A.', judgements: 2 },
      ],
      pairs: [{ a: 'N. A.', b: 'R. T.', both: 2, observed: 0.5, kappa: null }],
      apart: [
        of
          .claims()
          .slice(0, 1)
          .map((claim) => ({
            ...{ id: 'j-x', kind: 'reject' as const, by: 'R. T.', at: '2024-03-01T00:00:00Z' },
            target: {
              kind: 'claim' as const,
              document: claim.document,
              span: { start: claim.evidence.start, end: claim.evidence.end },
              type: claim.type,
              claim: claim.id,
            },
          })),
      ].filter((words) => words.length > 0),
    }),
    queue: async ({ entity } = {}) => {
      const [claim] = of.claims()
      const [a, b] = of.entities()
      if (!claim || !a || !b)
        return { items: [], total: 0, waiting: { claim: 0, incidents: 0, entities: 0, wording: 0 } }
      const around = { start: claim.evidence.start, text: claim.evidence.text }
      const title = { en: 'A fight', ar: 'قتال' }
      const independence = { atLeast: 1, atMost: 2, camps: 1 }
      const incident = { incident: 'i-clash', title, claim, around, independence }
      const items: QueueItem[] = [
        { kind: 'claim', id: 'claim 1', weight: 100, reasons: ['tips'], claim, around },
        {
          kind: 'incidents',
          id: 'pair',
          weight: 90,
          reasons: [],
          a: incident,
          b: incident,
          score: 0.5,
          because: [because('time-days-apart', { n: 2 }), because('count-same', { x: 'killed', n: 11 })],
        },
        { kind: 'entities', id: 'names', weight: 80, reasons: [], a: side(a), b: side(b), score: 0.9 },
        {
          kind: 'wording',
          id: 'words',
          weight: 70,
          reasons: ['unnamed'],
          words: 'Front',
          candidates: [side(a), side(b)],
          examples: [],
        },
      ]
      const asked = entity ? items.filter(({ kind }) => kind === 'entities' || kind === 'wording') : items
      return {
        items: asked,
        total: asked.length,
        waiting: { claim: 1, incidents: 1, entities: 1, wording: 1 },
      }
    },
    search: async ({ query }) => {
      const holds = (text: string) => text.toLowerCase().includes(query.toLowerCase())
      const mark = (text: string) => {
        const start = text.toLowerCase().indexOf(query.toLowerCase())
        return start < 0 ? [] : [{ start, end: start + query.length }]
      }
      const claims = of.claims().filter(({ evidence }) => holds(evidence.text))
      const documents = of.documents().filter(({ title = '' }) => holds(title))
      return {
        names: of.entities().flatMap((one) => {
          const words = query.toLowerCase().split(' ')
          const held = (word: string) => one.names.some(({ name }) => name.toLowerCase().includes(word))
          const partly = !one.names.some(({ name }) => holds(name))
          return partly && !(words.length > 1 && words.some(held)) ? [] : [{ ...one, partly }]
        }),
        partly: claims.length + documents.length === 0 && query.includes(' '),
        claims: {
          items: claims.map((claim) => ({ claim, marks: mark(claim.evidence.text) })),
          total: claims.length,
        },
        documents: {
          items: documents.map((document) => {
            const text = document.title ?? ''
            return { document, passage: { start: 0, end: text.length, text, marks: mark(text) } }
          }),
          total: null,
        },
      }
    },
  }
}

/** What was decided in the small case: each judgement on the claim or the incidents that it names. */
export function decidedOf(judgements: readonly Judgement[], claims: readonly CaseClaim[]): Page<Decided> {
  const back = (id: string) => judgements.find(({ reverses }) => reverses === id)
  const items = judgements.flatMap((judgement): Decided[] => {
    const { target, id, reverses } = judgement
    if (reverses !== undefined) return []
    const of = (fits: (claim: CaseClaim) => boolean) => {
      const claim = claims.find(fits)
      return { claims: claim ? 1 : 0, ...(claim && { claim }) }
    }
    const takenBack = back(id)
    return [
      {
        judgement,
        sides:
          target.kind === 'pair'
            ? [target.a, target.b].map((incident) => of((claim) => claim.incident === incident))
            : [of((claim) => target.kind === 'claim' && claim.id === target.claim)],
        ...(takenBack && { takenBack }),
      },
    ]
  })
  return { items: items.reverse(), total: items.length }
}
