// npm run bench -- names: one name or two? Compares `scoreNames` with a baseline that anybody can build in ten lines (any-ascii,
// vowels left out, Levenshtein) on the same pairs, and says how many pairs a second each takes.
// Pairs: the packs' own names in both scripts, each with names of other entities; or `--pairs FILE.tsv`, a table with a
// head and the columns name, name, kind, label (1: one name).
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import anyAscii from 'any-ascii'
import { loadPacks } from '../src/packs/index.js'
import { scoreNames } from '../src/resolve/index.js'
import { seconds } from './timing.js'

interface Pair {
  a: string
  b: string
  one: boolean
}

/** Each Arabic name of a pack entity with its first English name, and with those of three other entities of its kind. */
function pairsOfPacks(): Pair[] {
  const named = [...loadPacks().entities.values()].flatMap(({ kind, names }) => {
    const of = (lang: string) => names.find((n) => n.lang === lang && n.kind === 'full')?.name
    const [ar, en] = [of('ar'), of('en')]
    // What is translated and not written by sound ("Security Belt Forces") is no question of spelling.
    return ar && en && (kind === 'person' || kind === 'place') ? [{ kind, ar, en }] : []
  })
  const byKind = groupBy(named)
  return [...byKind.values()].flatMap((group) =>
    group.flatMap(({ ar, en }, i) => [
      { a: ar, b: en, one: true },
      ...[1, 7, 31].map((step) => ({ a: ar, b: group[(i + step) % group.length]!.en, one: false })),
    ]),
  )
}

function groupBy<T extends { kind: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.kind, [...(groups.get(row.kind) ?? []), row])
  return groups
}

function pairsOfFile(path: string): Pair[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [a = '', b = '', , label] = line.split('\t')
    return { a, b, one: label === '1' }
  })
}

const bare = (name: string) =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z]|[aeiou]/g, '')

/** The baseline: Levenshtein over what is left without vowels, as a share of the longer. */
function baseline(a: string, b: string): number {
  const [x, y] = [bare(a), bare(b)]
  let row = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 0; i < x.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < y.length; j++)
      next.push(Math.min(row[j]! + (x[i] === y[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1))
    row = next
  }
  return 1 - row[y.length]! / Math.max(1, x.length, y.length)
}

/** Area under the ROC curve, and the best F1 with its threshold. */
function figures(pairs: readonly Pair[], scores: readonly number[]): { auc: number; f1: number; threshold: number } {
  const order = scores.map((_, i) => i).sort((i, j) => scores[j]! - scores[i]!)
  const positives = pairs.filter(({ one }) => one).length
  let [found, wrong, ranks, f1, threshold] = [0, 0, 0, 0, 1]
  for (let from = 0; from < order.length; ) {
    let to = from
    let [here, others] = [0, 0]
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++)
      pairs[order[to]!]!.one ? here++ : others++
    ranks += others * (found + here / 2)
    found += here
    wrong += others
    const now = (2 * found) / (found + wrong + positives)
    if (now > f1) [f1, threshold] = [now, scores[order[from]!]!]
    from = to
  }
  return { auc: ranks / (positives * (pairs.length - positives)), f1, threshold }
}

export default function bench(options: readonly string[]): void {
  const at = options.indexOf('--pairs')
  const pairs = at < 0 ? pairsOfPacks() : pairsOfFile(options[at + 1]!)
  console.log(`${pairs.length} pairs, ${pairs.filter(({ one }) => one).length} of them one name\n`)
  console.log('| | ROC-AUC | best F1 | at | pairs a second, one core |\n|---|---|---|---|---|')
  const ways = {
    scoreNames: (a: string, b: string) => scoreNames(a, b).score,
    'any-ascii, no vowels, Levenshtein': baseline,
  }
  for (const [name, score] of Object.entries(ways)) {
    let scores: number[] = []
    const time = seconds(() => {
      scores = pairs.map(({ a, b }) => score(a, b))
    })
    const { auc, f1, threshold } = figures(pairs, scores)
    const rate = Math.round(pairs.length / time)
    console.log(`| ${name} | ${auc.toFixed(3)} | ${f1.toFixed(3)} | ${threshold.toFixed(2)} | ${rate} |`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) bench(process.argv.slice(2))
