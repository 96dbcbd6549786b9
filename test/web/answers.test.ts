import { expect, expectTypeOf, it } from 'vitest'
import type { ClaimView, IncidentView, Titles } from '../../src/api/index.js'
import { createApi } from '../../src/api/index.js'
import type { CaseDocument, CaseEntity, CaseSummary, DyadSummary } from '../../src/case/index.js'
import type * as web from '../../web/src/answers.js'
import { fakeCase } from '../fake-case/fake-case.js'
import { packs } from '../fake-case/packs.js'

it('the screens expect what the program gives (held by the type check)', () => {
  expectTypeOf<ClaimView>().toExtend<web.ClaimAnswer>()
  expectTypeOf<IncidentView>().toExtend<web.IncidentAnswer>()
  expectTypeOf<CaseSummary>().toExtend<web.SummaryAnswer>()
  expectTypeOf<DyadSummary>().toExtend<web.DyadSummaryAnswer>()
  expectTypeOf<CaseDocument>().toExtend<web.DocumentAnswer>()
  expectTypeOf<CaseEntity & { name: web.Both }>().toExtend<web.EntityAnswer>()
  expectTypeOf<Titles>().toExtend<web.Titles>()
})

it.each([
  ['/dyad/harbour-front/highland-guard', ['a', 'b', 'aName', 'bName', 'cells', 'outlets', 'origins', 'whole', 'names']],
  ['/dyad/harbour-front/highland-guard/cell?channel=arms&month=2023-11', ['cell', 'incidents', 'claims', 'names']],
  ['/incidents/i-freed', ['incident', 'documents', 'names']],
  ['/claims?limit=1', ['items', 'total', 'next', 'names']],
])('%s answers with %j', async (path, keys) => {
  const response = await createApi(fakeCase(), packs).request(`http://localhost/api${path}`)
  expect(Object.keys((await response.json()) as object).sort()).toEqual([...keys].sort())
})
