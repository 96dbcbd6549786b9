import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stepsOf } from '../../bench/made-up-claims.js'
import { world } from '../../test/support/linking.js'
import { type Document, sha256 } from '../model/index.js'
import { MOST_HOLDERS } from '../resolve/index.js'
import { insertDocument, listRepeats, openStore, replaceTextKeys } from '../store/index.js'
import { renewRepeats } from './find-repeats.js'
import { createCase } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-repeats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ENGLISH = `Samir Bahaj, who runs the harbour of Qishn, said that 34 dhows had left for Sayhut since Monday.
Khalid Maqram of the Sailors' Union counted 19 of them and named Fadhl Barakat as the owner of most.
Barakat told people in Qishn that he would sell 12 dhows to Omar Laswar before winter.`
const ARABIC = `قال سمير باحاج، الذي يدير ميناء قشن، إن 34 زورقاً أبحرت إلى سيحوت منذ الاثنين.
وأحصى خالد مقرم من اتحاد البحارة 19 منها وذكر أن فضل بركات يملك معظمها.
وأبلغ بركات الناس في قشن أنه سيبيع 12 زورقاً لعمر لسور قبل الشتاء.`

const document = (path: string, text: string, language: string): Document => ({
  ...{ id: `sha256:${sha256(`1 ${path}`)}`, path, text, language },
  published: { from: '2023-03-07', to: '2023-03-07', basis: 'metadata' },
})
const DOCUMENTS = [document('0', ENGLISH, 'en'), document('1', ARABIC, 'ar')]

/** Compares the two documents in this order, `holders` others holding each Arabic number; gives what is found. */
async function found(order: readonly number[], holders: number): Promise<string[]> {
  const location = join(folder, `${order.join('')}-${holders}`)
  const made = DOCUMENTS.map((one) => ({ document: one, claims: [] }))
  const kase = await createCase(location, { name: 'x', tlp: 'clear' }, { steps: stepsOf(made) })
  await kase.add(['0', '1'])
  await kase.close()
  const store = await openStore(location)
  const keys = ['34', '19', '12'].map((number) => `2023-03 ا number ${number}`)
  await store.write(async (tx) => {
    const others = Array.from({ length: holders }, (_, n) => document(`other ${n}`, '', 'ar'))
    for (const other of others) {
      const bytes = { sha256: other.id, size: 0, path: other.path, at: '2023-03-08T00:00:00Z' }
      await insertDocument(tx, other, bytes, '')
    }
    await replaceTextKeys(tx, new Map(others.map(({ id }) => [id, keys])))
  })
  for (const at of order) await store.write((tx) => renewRepeats(tx, [DOCUMENTS[at]!.id], world))
  const pairs = await store.read(listRepeats)
  await store.close()
  return pairs.map(({ kind }) => kind)
}

describe('a translation', () => {
  it.each([[[0, 1]], [[1, 0]]])('is found in the order %j', async (order) => {
    expect(await found(order, 3)).toEqual(['translation'])
  })

  it.each([[[0, 1]], [[1, 0]]])(
    'is found from neither side where one cannot seek the other, in the order %j',
    async (order) => {
      expect(await found(order, MOST_HOLDERS)).toEqual([])
    },
  )
})
