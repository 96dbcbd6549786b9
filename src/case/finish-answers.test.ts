import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { NAMES, PAGES } from '../../test/case-stage.js'
import { stepsOver } from '../../test/case-steps.js'
import { createStore, findKept } from '../store/index.js'
import { addDocuments } from './add-documents.js'
import { caseContext } from './context.js'
import { finishAnswers } from './finish-answers.js'
import { reviewQueue } from './review-queue.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-answers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const KEPT = ['summary', 'pairs', 'months by type', 'sources', 'entity ranks']
/** What holds as long as its part of the case does. */
const IN_PARTS = ['unread', 'marks of all']

it('keeps every answer that views open with, each for the state of the case that it was made from', async () => {
  const now = () => '2024-06-01T00:00:00.000Z'
  const store = await createStore(join(folder, 'case'), { name: 'Rimal', tlp: 'amber', at: now() })
  const context = caseContext(store, stepsOver(PAGES), now)
  await addDocuments(context, NAMES, {})
  const states = (names = KEPT) =>
    store.read((scope) => Promise.all(names.map(async (what) => (await findKept(scope, what))?.state)))
  expect(await states()).toEqual(KEPT.map(() => undefined))

  const progress: string[] = []
  await finishAnswers(context, (done, total) => progress.push(`${done}/${total}`))
  expect(progress).toEqual(['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7'])
  const first = new Set(await states())
  expect([...first]).toEqual([expect.stringContaining(await context.revision())])
  expect(await states(IN_PARTS)).not.toContain(undefined)
  const before = await reviewQueue(context, {})

  // One more document is another state: what is asked for is made anew, and says what is there now.
  await addDocuments(context, ['near'], {})
  expect(await states(['marks of all'])).toEqual([undefined])
  expect((await reviewQueue(context, {})).total).toBeGreaterThan(before.total)
  await store.close()
})
