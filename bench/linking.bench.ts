// npm run bench -- linking: how long it takes to link and weigh made-up claims, and to add one document to cases that grow.
// Options: --documents N (linked and weighed in memory; 10000), --largest N (documents of the largest case; 1000;
// 0: none).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCase } from '../src/case/index.js'
import type { Incident } from '../src/model/index.js'
import { type LinkClaim, linkIncidents, typeFacts } from '../src/resolve/index.js'
import { weighIncident } from '../src/weigh/index.js'
import { documents, packs, stepsOf, TYPES } from './made-up-claims.js'
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
  const found: Linked = { claims: 0, incidents: 0, linking: 0, weighing: 0 }
  for (const family of families) {
    const claims: LinkClaim[] = []
    // As linking gets them from a case: without their text.
    for (const { document, claims: own } of documents(count))
      for (const claim of own)
        if (typeFacts(claim.type, packs).family === family) claims.push({ claim, document: { ...document, text: '' } })
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
          { packs, republications: [] },
        )
    })
    found.claims += claims.length
    found.incidents += incidents.length
  }
  return found
}

/** Adds documents to a new case one by one; processor milliseconds of the last ones, the middle of five. */
async function lastAdd(size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'))
  const made = [...documents(size + 5)]
  try {
    const about = { name: 'bench', tlp: 'clear' } as const
    const kase = await createCase(join(folder, 'case'), about, { steps: stepsOf(made) })
    await kase.add(Array.from({ length: size }, (_, i) => String(i)))
    const times: number[] = []
    for (let i = size; i < size + 5; i++) {
      const before = process.cpuUsage()
      await kase.add([String(i)])
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1000)
    }
    await kase.close()
    return times.sort((a, b) => a - b)[2]!
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
  const largest = numberOption(options, '--largest', 1000)
  if (largest === 0) return
  console.log('| documents in the case | the next one takes, processor ms | against the smallest |\n|---|---|---|')
  let first: number | undefined
  for (const size of [largest / 100, largest / 10, largest].map(Math.round)) {
    const ms = await lastAdd(size)
    first ??= ms
    console.log(`| ${size} | ${ms.toFixed(0)} | ${(ms / first).toFixed(2)} |`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench(process.argv.slice(2))
