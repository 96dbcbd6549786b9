import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Served, serve } from '../src/api/index.js'
import { madeUpCase } from './made-up-case.js'
import { packs } from './made-up-claims.js'

/** Opens the case, serves it, does some work and closes it again: nothing is remembered of what was asked before. */
export type WithServer = <T>(work: (served: Served) => Promise<T>) => Promise<T>

/** Does some work with a made-up case of so many claims, in a folder that is kept or else removed at the end. */
export async function withMadeUpCase(
  claims: number,
  kept: string | undefined,
  webRoot: string | undefined,
  work: (withServer: WithServer) => Promise<void>,
): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  try {
    await work(async (ask) => {
      const kase = await madeUpCase(folder, claims)
      const served = await serve(kase, packs, { port: 0, ...(webRoot === undefined ? {} : { webRoot }) })
      const answer = await ask(served)
      await served.close()
      await kase.close()
      return answer
    })
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
