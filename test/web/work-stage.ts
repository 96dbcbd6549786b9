import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiPacks, serve } from '../../src/api/index.js'
import { type Case, createCase, type Steps } from '../../src/case/index.js'
import { stepsOver, testSteps, world } from '../case-steps.js'
import { packs } from '../fake-case/packs.js'
import { type Browsing, browse } from './browser.js'

/** Reports in the one sentence pattern that the tests' reader reads; the rest of each is only words. */
export const REPORTS: Record<string, string> = {
  'one.txt':
    'Rimal Post\n2024-02-04\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 4, Salim Sami said. The road stayed shut.',
  'two.txt':
    'Sidra Times\n2024-02-05\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 9, Coast Ministry said.',
  'near.txt': 'Hill Herald\n2024-02-06\nHarbour Front attacked Coast Army in Sidra on 2024-02-03.',
  'talks.txt':
    'Rimal Post\n2024-03-02\nHarbour Front met Valley Union in Sidra on 2024-03-01, Salim Sami said. Valley Union backs Harbour Front.',
  'ports.txt': 'بريد رمال\n2024-03-05\nقال صيادون في رمال إن الميناء بقي مغلقاً أسبوعاً كاملاً.',
  'harvest.txt': 'Sidra Times\n2024-05-01\nThe <b>harvest</b> was good this year.',
}

/** A report that comes later, as a file. */
export const LATE =
  'Hill Herald\n2024-06-02\nHarbour Front attacked Coast Guard in Rimal on 2024-06-01. The bridge held.'

/** Captures the reports above by name, and files by the same rules; what ends in .xyz cannot be read. */
const steps = (): Steps => {
  const [named, files] = [stepsOver(REPORTS), testSteps()]
  return {
    ...named,
    async *capture(paths, options) {
      for (const path of paths)
        if (path.endsWith('.xyz'))
          yield {
            ok: false,
            path,
            code: 'unsupported-format',
            message: 'this format is not read',
            hint: 'Give a text.',
          }
        else yield* (path in REPORTS ? named : files).capture([path], options)
    },
  }
}

/** A case that is really stored, linked and weighed, served with today's screens: what analysts do in it has effects. */
export interface WorkStage extends Browsing {
  kase: Case
}

export async function setWorkStage(): Promise<WorkStage> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-work-'))
  const fresh = (name: string) => createCase(join(folder, name), { name: 'Harbour', tlp: 'green' }, { steps: steps() })
  const [kase, bare] = [await fresh('full'), await fresh('empty')]
  await kase.add(Object.keys(REPORTS))
  const known: ApiPacks = { ...packs, entities: world.entities as ApiPacks['entities'], outlet: () => undefined }
  const stage = await browse(
    (webRoot) => serve(kase, known, { port: 0, webRoot }),
    (webRoot) => serve(bare, known, { port: 0, webRoot }),
  )
  return {
    ...stage,
    kase,
    async close() {
      await stage.close()
      await Promise.all([kase.close(), bare.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
