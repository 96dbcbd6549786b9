// npm run bench -- linking: how long it takes to link and weigh made-up claims, and to add one document to cases that grow.
// Options: --documents N (linked and weighed in memory; 10000), --largest N (claims of the largest case; 10000; 100000 takes
// minutes to make; 0: none).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Incident } from '../src/model/index.js'
import { type LinkClaim, linkIncidents, typeFacts } from '../src/resolve/index.js'
import { weighIncident } from '../src/weigh/index.js'
import { madeUpCase, nextDocuments } from './made-up-case.js'
import { documents, packs, TYPES } from './made-up-claims.js'
import { numberOption, seconds } from './timing.js'

/** What linking and weighing found, and the processor seconds of each; making the claims up is not counted. */
interface Linked {
  claims: number
  incidents: number
  linking: number
  weighing: number
}

/** Links and weighs family by family: claims of two families are never one happening, so that only one is held at a time. */
function linkAndWeigh(count: number): Linked {
  const families = new Set(TYPES.map(([type]) => typeFacts(type, packs).family))
  const context = { packs, republications: [] }
  const found: Linked = { claims: 0, incidents: 0, linking: 0, weighing: 0 }
  for (const family of families) {
    const claims: LinkClaim[] = []
    for (const { document: read, claims: own } of documents(count)) {
      // As linking gets them from a case: without their text, and each document once.
      const document = { ...read, text: '' }
      for (const claim of own) if (typeFacts(claim.type, packs).family === family) claims.push({ claim, document })
    }
    let incidents: Incident[] = []
    found.linking += seconds(() => {
      incidents = linkIncidents(claims, packs)
    })
    const byId = new Map(claims.map((one) => [one.claim.id, one]))
    found.weighing += seconds(() => {
      for (const incident of incidents)
        weighIncident(
          incident,
          incident.claims.map((id) => byId.get(id)!),
          context,
        )
    })
    found.claims += claims.length
    found.incidents += incidents.length
  }
  return found
}

/** Adds documents one by one to a case of so many claims; processor milliseconds, the middle of those after the first. */
async function lastAdd(claims: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  try {
    const kase = await madeUpCase(join(folder, 'case'), claims)
    const times: number[] = []
    for (const name of nextDocuments(claims)) {
      const before = process.cpuUsage()
      await kase.add([name])
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1000)
    }
    await kase.close()
    // The first pays for code that is compiled, and for reading the judgements.
    const rest = times.slice(1).sort((a, b) => a - b)
    return rest[rest.length >> 1]!
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export default async function bench(options: readonly string[]): Promise<void> {
  const count = numberOption(options, '--documents', 10_000)
  const { claims, incidents, linking, weighing } = linkAndWeigh(count)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    '| documents | claims | incidents | linking, processor s | weighing | peak MB |\n|---|---|---|---|---|---|',
  )
  console.log(`| ${count} | ${claims} | ${incidents} | ${linking.toFixed(1)} | ${weighing.toFixed(1)} | ${peak} |\n`)
  const largest = numberOption(options, '--largest', 10_000)
  if (largest === 0) return
  console.log('| claims in the case | the next document takes, processor ms | against the smallest |\n|---|---|---|')
  let first: number | undefined
  for (const size of [1000, 10_000, 100_000, 1_000_000].filter((one) => one <= largest)) {
    const ms = await lastAdd(size)
    first ??= ms
    console.log(`| ${size} | ${ms.toFixed(0)} | ${(ms / first).toFixed(2)} |`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
