import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as store from './index.js'
import { AT, capture, claim, document, shown } from './testing.js'

/** What every engine must do alike where claims are found by their words. */
export function findWordsSuite(name: string, fresh: () => Promise<string>): void {
  describe(`${name}: claims by words`, () => {
    let s: store.Store
    const doc = document(1)
    const days = { early: '2024-05-06', late: '2024-05-07', never: '9999-99-99', nowhen: '9999-99-99' }

    beforeAll(async () => {
      s = await store.createStore(await fresh(), { name: 'Suite', tlp: 'amber', at: AT })
      const rows = Object.entries(days).map(([id, day], i) => shown(doc, claim(id), { orderKey: `${day}/1/${i}` }))
      await s.write(async (tx) => {
        await store.insertDocument(tx, doc, capture(doc), '')
        await store.replaceShown(tx, doc.id, rows)
      })
    })
    afterAll(() => s?.close())

    it('come the latest first and those without a day last, page by page', async () => {
      const query = { terms: [{ word: 'convoy', prefix: true, entities: [] }], named: [], filter: {} }
      const page = (limit: number, after?: string) =>
        s.read((tx) => store.findWordClaims(tx, query, { limit, after }, [doc.id]))
      const order = ['late', 'early', 'nowhen', 'never']
      expect((await page(9)).map((row) => row.claim.id)).toEqual(order)
      for (const size of [1, 2, 3]) {
        const seen: string[] = []
        for (let rows = await page(size); rows.length > 0; rows = await page(size, rows.at(-1)!.orderKey))
          seen.push(...rows.map((row) => row.claim.id))
        expect(seen).toEqual(order)
      }
    })
  })
}
