import type { Case, CaseClaim, CaseDocument, CaseEntity } from '../../src/case/index.js'

/** The parts of the small case that look at it as work: search. */
export function fakeWork(of: {
  claims(): CaseClaim[]
  documents(): CaseDocument[]
  entities(): CaseEntity[]
}): Pick<Case, 'search'> {
  return {
    search: async ({ query }) => {
      const holds = (text: string) => text.toLowerCase().includes(query.toLowerCase())
      const mark = (text: string) => {
        const start = text.toLowerCase().indexOf(query.toLowerCase())
        return start < 0 ? [] : [{ start, end: start + query.length }]
      }
      const claims = of.claims().filter(({ evidence }) => holds(evidence.text))
      const documents = of.documents().filter(({ title = '' }) => holds(title))
      return {
        names: of.entities().filter(({ names }) => names.some(({ name }) => holds(name))),
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
