// npm run accuracy:linking: reads the stories of test/linking into one case and prints how many of the pairs of reports
// that tell of one incident are found to do so, which look-alikes were joined, and which repeated texts were found.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCase, defaultSteps } from '../src/case/index.js'
import { type Incident, overlaps, type Republication } from '../src/model/index.js'
import { loadPacks } from '../src/packs/index.js'
import { readStories, type Story } from '../test/linking/stories.js'

/** Pairs of mentions in different documents. `unread`: wanted pairs of which the reader missed at least one side. */
export interface LinkingScore {
  documents: number
  wanted: number
  found: number
  right: number
  unread: number
  /** Look-alike incidents that stand in one incident of the case. */
  joinedAlikes: string[]
  alikes: number
  repeats: number
  foundRepeats: number
  /** What is wrong, pair by pair. */
  wrong: string[]
  missing: string[]
}

interface PlacedMention {
  story: Story
  document: string
  incident: string
  /** Incidents of the case that hold a claim of a fitting type made in these words. */
  cases: ReadonlySet<string>
}

/** Adds all stories to one case, so that they can also be confused with one another, and scores a part of them. */
export async function scoreLinking(): Promise<Map<string, LinkingScore>> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-linking-'))
  const packs = loadPacks()
  const stories = readStories()
  try {
    const paths = stories.flatMap(({ documents }) =>
      documents.map(({ id, file }) => {
        const path = join(folder, `${id}.txt`)
        writeFileSync(path, file)
        return path
      }),
    )
    const steps = defaultSteps(packs)
    const kase = await createCase(join(folder, 'case'), { name: 'linking', tlp: 'clear' }, { steps })
    await kase.add(paths)
    const family = (type: string) => packs.ontology.types.get(type as never)?.family ?? type
    const claims = await allClaims(kase)
    const nameOf = (path: string) => path.split('/').at(-1)!.replace('.txt', '')
    const incidents = new Map<string, Incident>()
    for (let cursor: string | undefined; ; ) {
      const page = await kase.incidents({ limit: 1000, ...(cursor === undefined ? {} : { cursor }) })
      for (const incident of page.items) incidents.set(incident.id, incident)
      if (page.next === undefined) break
      cursor = page.next
    }
    const placed = stories.flatMap((story) =>
      story.documents.flatMap(({ id, text, mentions }) =>
        mentions.map((mention): PlacedMention => {
          const own = claims.filter((claim) => {
            if (nameOf(claim.path) !== id || claim.incident === undefined) return false
            // The file's header lines are not in the document's text, so that offsets are the same.
            return overlaps(claim.evidence, mention) && family(claim.type) === family(mention.type)
          })
          if (text.slice(mention.start, mention.end) === '') throw new Error(`${id}: empty mention`)
          return {
            story,
            document: id,
            incident: mention.incident,
            cases: new Set(own.flatMap((claim) => claim.incident ?? [])),
          }
        }),
      ),
    )
    const repeats = await kase.republications()
    await kase.close()
    const named = repeats.map(({ kind, documents }) => ({ kind, documents: documents.map((d) => nameOf(d.path)) }))
    const parts = new Map<string, LinkingScore>()
    parts.set('development', scorePart(placed, stories, false, named))
    parts.set('held', scorePart(placed, stories, true, named))
    return parts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function allClaims(kase: Awaited<ReturnType<typeof createCase>>) {
  const claims = []
  for (let cursor: string | undefined; ; ) {
    const page = await kase.claims({ limit: 1000, ...(cursor === undefined ? {} : { cursor }) })
    claims.push(...page.items)
    if (page.next === undefined) return claims
    cursor = page.next
  }
}

function scorePart(
  placed: readonly PlacedMention[],
  stories: readonly Story[],
  held: boolean,
  repeats: readonly { kind: Republication['kind']; documents: readonly string[] }[],
): LinkingScore {
  const own = stories.filter((story) => story.held === held)
  const score: LinkingScore = {
    documents: own.reduce((sum, story) => sum + story.documents.length, 0),
    ...{ wanted: 0, found: 0, right: 0, unread: 0, alikes: 0, repeats: 0, foundRepeats: 0 },
    ...{ joinedAlikes: [], wrong: [], missing: [] },
  }
  const mine = placed.filter(({ story }) => story.held === held)
  const alike = new Set(own.flatMap((story) => story.alike.map(([a, b]) => `${a} ${b}`)))
  const joined = new Set<string>()
  for (const [i, a] of mine.entries())
    for (const b of mine.slice(i + 1)) {
      if (a.document === b.document && a.incident === b.incident) continue
      const isOne = [...a.cases].some((id) => b.cases.has(id))
      for (const pair of [`${a.incident} ${b.incident}`, `${b.incident} ${a.incident}`])
        if (isOne && alike.has(pair)) joined.add(pair)
      if (a.document === b.document) continue
      const wanted = a.story === b.story && a.incident === b.incident
      const pair = `${a.document} ${b.document} ${a.incident}${wanted ? '' : ` / ${b.incident}`}`
      if (wanted) score.wanted += 1
      if (isOne) score.found += 1
      if (wanted && isOne) score.right += 1
      else if (isOne) score.wrong.push(pair)
      else if (wanted) {
        const unread = a.cases.size === 0 || b.cases.size === 0
        if (unread) score.unread += 1
        const silent = [a, b].filter(({ cases }) => cases.size === 0).map(({ document }) => document)
        score.missing.push(`${pair}${unread ? ` (unread: ${silent.join(', ')})` : ''}`)
      }
    }
  score.alikes = alike.size
  score.joinedAlikes = [...joined].sort()
  for (const { kind, documents } of own.flatMap((story) => story.repeats)) {
    score.repeats += 1
    const fits = (found: (typeof repeats)[number]) =>
      // A near copy of a wire is a wire in two outlets as well.
      kind === 'common-source' ? found.kind !== 'translation' : found.kind === kind || found.kind === 'copy'
    // Every pair in some group of a fitting kind.
    const together = (a: string, b: string) =>
      repeats.some((found) => fits(found) && found.documents.includes(a) && found.documents.includes(b))
    const all = documents.every((a, i) => documents.slice(i + 1).every((b) => together(a, b)))
    if (all) score.foundRepeats += 1
    else score.missing.push(`${kind}: ${documents.join(', ')}`)
  }
  return score
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`)

/** Precision, recall and F1 of pairs, each in per cent. */
export function pairFigures({ wanted, found, right }: LinkingScore): { p: number; r: number; f1: number } {
  const p = found === 0 ? 0 : right / found
  const r = wanted === 0 ? 0 : right / wanted
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

async function main(): Promise<void> {
  const detail = process.argv.includes('--detail')
  for (const [name, score] of await scoreLinking()) {
    const { p, r, f1 } = pairFigures(score)
    process.stdout.write(
      `${name}: ${score.documents} documents, ${score.wanted} pairs that tell of one incident: precision ${(100 * p).toFixed(1)}, recall ${(100 * r).toFixed(1)}, F1 ${(100 * f1).toFixed(1)} ` +
        `(of pairs that were read, recall ${percent(score.right, score.wanted - score.unread)}); look-alikes joined ${score.joinedAlikes.length} of ${score.alikes}; repeated texts found ${score.foundRepeats} of ${score.repeats}\n`,
    )
    if (!detail || name === 'held') continue
    for (const pair of score.wrong) process.stdout.write(`  joined, and two: ${pair}\n`)
    for (const pair of score.joinedAlikes) process.stdout.write(`  look-alikes joined: ${pair}\n`)
    for (const pair of score.missing) process.stdout.write(`  missing: ${pair}\n`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
