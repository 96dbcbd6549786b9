import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { stepsOver } from '../../test/case-steps.js'
import { createCase } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-left-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXTS = {
  post: 'Rimal Post\n2024-02-04\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, Local residents said.',
  times: 'Sidra Times\n2024-02-05\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, Local residents said.',
}

it('leaves out one unnamed source by its id, and not another that is called alike', async () => {
  const about = { name: 'Left', tlp: 'clear' } as const
  const kase = await createCase(join(folder, 'case'), about, { steps: stepsOver(TEXTS) })
  await kase.add(Object.keys(TEXTS))
  const unnamed = await kase.entities({ kind: 'unnamed-source' })
  const outlets = unnamed.map(({ names }) => names.find(({ outlet }) => outlet)?.outlet).sort()
  expect(outlets).toEqual(['Rimal Post', 'Sidra Times'])
  for (const { id, names } of unnamed) {
    const [incident] = (await kase.incidents({ leaveOut: { origins: [id] } })).items
    const own = names.find(({ outlet }) => outlet)?.outlet
    expect(incident!.claimList.map(({ outlet }) => outlet)).toEqual(outlets.filter((outlet) => outlet !== own))
    expect((await kase.summary({ origins: [id] })).claims).toBe(1)
    const [cell] = (await kase.dyad('harbour-front', 'coast-army', { origins: [id] })).cells
    expect(cell!.claims).toHaveLength(1)
  }
  expect((await kase.summary({ origins: ['local residents'] })).claims).toBe(0)
  await kase.close()
})
