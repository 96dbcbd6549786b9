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

const KEPT = ['summary', 'months', 'sources', 'entity ranks', 'marks'] as const

it('keeps every answer that views open with, each for the state of the case that it was made from', async () => {
  const now = () => '2024-06-01T00:00:00.000Z'
  const store = await createStore(join(folder, 'case'), { name: 'Rimal', tlp: 'amber', at: now() })
  const context = caseContext(store, stepsOver(PAGES), now)
  await addDocuments(context, NAMES, {})
  const states = () =>
    store.read((scope) => Promise.all(KEPT.map(async (what) => (await findKept(scope, what))?.state)))
  expect(await states()).toEqual(KEPT.map(() => undefined))

  const progress: string[] = []
  await finishAnswers(context, (done, total) => progress.push(`${done}/${total}`))
  expect(progress).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'])
  const first = new Set(await states())
  expect([...first]).toEqual([expect.stringContaining(await context.revision())])
  const before = await reviewQueue(context, {})

  // One more document is another state: what is asked for is made anew, and says what is there now.
  await addDocuments(context, ['near'], {})
  expect((await reviewQueue(context, {})).total).toBeGreaterThan(before.total)
  await store.close()
})
