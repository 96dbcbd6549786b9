// npm run bench -- api: how long the API takes over a made-up case, through HTTP, route by route: the first time, and the
// 95th of 100 in milliseconds, each time made anew and then with the tag of the answer before.
// Options: --claims N (100000), --rounds N (100), --case DIR (kept there, and used again; making it takes most of the time).
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Served, serve } from '../src/api/index.js'
import { type Case, createCase, openCase } from '../src/case/index.js'
import { documents, type MadeUp, packs, stepsOf } from './made-up-claims.js'
import { numberOption } from './timing.js'

const AT_ONCE = 500

async function madeUpCase(location: string, claims: number): Promise<Case> {
  const made: MadeUp[] = []
  let found = 0
  for (const one of documents(claims)) {
    if (found >= claims) break
    made.push(one)
    found += one.claims.length
  }
  const steps = stepsOf(made)
  if (existsSync(join(location, 'case.sqlite'))) return openCase(location, { steps })
  const kase = await createCase(location, { name: 'bench', tlp: 'clear' }, { steps })
  const paths = made.map((_, i) => String(i))
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    await kase.add(paths.slice(i, i + AT_ONCE))
    console.error(`${Math.min(paths.length, i + AT_ONCE)} of ${paths.length} documents`)
  }
  return kase
}

/** What the screens ask, by view. */
async function asked(served: Served): Promise<string[]> {
  const first = async (path: string) =>
    ((await (await ask(served, path)).json()) as { items: Record<string, string>[] }).items[0]!
  const [dyad, incident, claim] = [
    await first('/dyads?limit=1'),
    await first('/incidents?limit=1'),
    await first('/claims?limit=1'),
  ]
  const pair = `/dyad/${dyad.a}/${dyad.b}`
  const { cells } = (await (await ask(served, pair)).json()) as { cells: { channel: string; month: string }[] }
  return [
    ...['/session', '/summary', '/ontology', '/dyads?limit=200', '/dyads?limit=200&leaveOutlet=outlet-0', pair],
    ...[`${pair}?leaveOutlet=outlet-0`, `${pair}/cell?channel=${cells[0]!.channel}&month=${cells[0]!.month}`],
    ...['/incidents?limit=50', `/incidents?limit=50&actor=${dyad.a}`, '/incidents?contradicted=true&limit=3'],
    ...['/incidents?limit=50&leaveOutlet=outlet-0', `/incidents/${incident.id}`],
    ...['/claims?limit=50', `/claims?limit=50&actor=${dyad.a}&type=attack`, `/claims?limit=20&actor=${dyad.a}`],
    ...['/documents?limit=200', `/documents/${claim.document}`, '/republications?limit=200', '/unread?limit=50'],
    ...['/entities?kind=actor', '/entities?limit=200', `/entities/${dyad.a}`, '/judgements', '/map'],
    ...[`/search?q=${dyad.a}`, '/sources?limit=200'],
  ]
}

const tokenOf = (served: Served) => new URL(served.opening).searchParams.get('token')
const ask = (served: Served, path: string, tag?: string) =>
  fetch(new URL(`api${path}`, served.url), {
    headers: { authorization: `Bearer ${tokenOf(served)}`, ...(tag && { 'if-none-match': tag }) },
  })

/** Milliseconds until an answer is here whole. */
async function timed(served: Served, path: string, tag?: string) {
  const start = performance.now()
  const response = await ask(served, path, tag)
  const bytes = (await response.arrayBuffer()).byteLength
  return {
    ms: performance.now() - start,
    bytes,
    status: response.status,
    tag: response.headers.get('etag') ?? undefined,
  }
}

const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!

export default async function bench(options: readonly string[]): Promise<void> {
  const claims = numberOption(options, '--claims', 100_000)
  const rounds = numberOption(options, '--rounds', 100)
  const kept = options[options.indexOf('--case') + 1]
  const folder = options.includes('--case') && kept ? kept : mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  try {
    await (await madeUpCase(folder, claims)).close()
    // Opened anew, so that nothing is remembered from its making.
    const kase = await madeUpCase(folder, claims)
    const served = await serve(kase, packs, { port: 0 })
    console.log(`${claims} claims\n\n| route | first, ms | p95, ms | p95 unchanged, ms | kB |\n|---|---|---|---|---|`)
    for (const path of await asked(served)) {
      const first = await timed(served, path)
      if (first.status === 404) continue
      const again: number[] = []
      const unchanged: number[] = []
      for (let i = 0; i < rounds; i++) {
        again.push((await timed(served, path)).ms)
        unchanged.push((await timed(served, path, first.tag)).ms)
      }
      const cells = [first.ms, p95(again), p95(unchanged)].map((ms) => ms.toFixed(1))
      console.log(
        `| ${path}${first.status === 200 ? '' : ` (${first.status})`} | ${cells.join(' | ')} | ${(first.bytes / 1000).toFixed(0)} |`,
      )
    }
    await served.close()
    await kase.close()
  } finally {
    if (!options.includes('--case')) rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
