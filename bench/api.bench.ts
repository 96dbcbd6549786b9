// npm run bench -- api: how long the API takes over a made-up case, through HTTP, route by route: asked for the first time
// after the case was opened (by the clock, and what the processor did, which says more on a busy machine), and after that
// (the 95th percentile), in milliseconds; and how much it sends.
// Options: --claims N (20000), --rounds N (20), --case DIR (kept there, and used again; making it takes most of the time),
// --only TEXT (the routes that hold it).
import { pathToFileURL } from 'node:url'
import type { Served } from '../src/api/index.js'
import { numberOption, textOption } from './timing.js'
import { withMadeUpCase } from './with-made-up-case.js'

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
    ...['/session', '/summary', '/summary?leaveOutlet=outlet-9', '/ontology'],
    ...['/dyads?limit=200', '/dyads?limit=200&leaveOutlet=outlet-9', pair, `${pair}?leaveOutlet=outlet-9`],
    `${pair}/cell?channel=${cells[0]!.channel}&month=${cells[0]!.month}`,
    ...['/network', '/network?channel=violence', '/network?from=2015-03-01&to=2015-06-30'],
    ...['/incidents?limit=50', `/incidents?limit=50&actor=${dyad.a}`, '/incidents?contradicted=true&limit=3'],
    ...['/incidents?limit=50&leaveOutlet=outlet-9', `/incidents/${incident.id}`],
    ...['/incidents/marks', '/incidents/marks?contradicted=true', `/incidents/marks?actor=${dyad.a}`],
    ...['/claims?limit=50', `/claims?limit=50&actor=${dyad.a}&type=attack`, `/claims?limit=20&actor=${dyad.a}`],
    ...['/documents?limit=200', `/documents/${claim.document}`, '/republications?limit=200', '/unread?limit=50'],
    ...[
      '/entities?kind=actor',
      '/entities?limit=200',
      `/entities/${dyad.a}`,
      '/judgements',
      '/map',
      '/review?limit=20',
      '/review?kind=incidents&limit=20',
    ],
    ...[`/search?q=${dyad.a}`, '/sources', '/sources?leaveOutlet=outlet-9', '/reports'],
  ]
}

const tokenOf = (served: Served) => new URL(served.opening).searchParams.get('token')
const ask = (served: Served, path: string) =>
  fetch(new URL(`api${path}`, served.url), { headers: { authorization: `Bearer ${tokenOf(served)}` } })

/** Milliseconds until an answer is here whole. */
async function timed(served: Served, path: string) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const response = await ask(served, path)
  const bytes = (await response.arrayBuffer()).byteLength
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - start, processor: (user + system) / 1000, bytes, status: response.status }
}

const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!

export default async function bench(options: readonly string[]): Promise<void> {
  const claims = numberOption(options, '--claims', 20_000)
  const rounds = numberOption(options, '--rounds', 20)
  await withMadeUpCase(claims, textOption(options, '--case'), undefined, async (withServer) => {
    const paths = await withServer(asked)
    console.log(
      `${claims} claims\n\n| route | first, ms | of it processor | then, p95, ms | kB |\n|---|---|---|---|---|`,
    )
    for (const path of paths.filter((one) => one.includes(textOption(options, '--only') ?? '')))
      await withServer(async (served) => {
        // A route that reads next to nothing pays for the first connection and the first compiled code.
        await timed(served, '/session')
        const first = await timed(served, path)
        if (first.status !== 200) return console.log(`| ${path} | answers ${first.status} | | | |`)
        const again: number[] = []
        for (let i = 0; i < rounds; i++) again.push((await timed(served, path)).ms)
        console.log(
          `| ${path} | ${first.ms.toFixed(0)} | ${first.processor.toFixed(0)} | ${p95(again).toFixed(1)} | ${(first.bytes / 1000).toFixed(0)} |`,
        )
      })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
