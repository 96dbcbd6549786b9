import { IsnadError, type Judgement, type JudgementTarget } from '../model/index.js'

/** What a judgement is about, as one string: the same in two copies of a case. */
export function subject(target: JudgementTarget): string {
  if (target.kind === 'claim') return `claim ${target.document} ${target.span.start}–${target.span.end} ${target.type}`
  if (target.kind === 'incident') return `incident ${target.incident}`
  return `${target.of} ${[target.a, target.b].sort().join(' ')}`
}

/** The same decision of the same analyst at the same instant, whatever ids two copies of a case gave it. */
const sameDecision = (a: Judgement, b: Judgement): boolean =>
  a.kind === b.kind && a.by === b.by && a.at === b.at && subject(a.target) === subject(b.target)

/** What became of another analyst's judgements. */
export interface Merged {
  added: number
  /** Were there already. */
  known: number
  /** Fit nothing in this case. */
  failed: { judgement: Judgement; message: string }[]
}

/**
 * Takes the judgements of another copy of the case into this one, oldest first, each with its own analyst and day; what
 * was taken back there is taken back here. Judgements that are here already change nothing, so that merging twice, or
 * both ways, gives the same.
 */
export async function mergeJudgements(
  theirs: readonly Judgement[],
  kase: {
    judgements(): Promise<Judgement[]>
    judge(judgement: Omit<Judgement, 'id' | 'at'> & { at?: string }): Promise<Judgement>
  },
): Promise<Merged> {
  const own = await kase.judgements()
  /** Their ids to ours. */
  const ids = new Map<string, string>()
  const merged: Merged = { added: 0, known: 0, failed: [] }
  for (const one of theirs) {
    const known = own.find((other) => sameDecision(one, other))
    if (known) {
      ids.set(one.id, known.id)
      merged.known += 1
      continue
    }
    const { id, reverses, ...decision } = one
    try {
      const back = reverses === undefined ? {} : { reverses: ids.get(reverses) ?? reverses }
      ids.set(id, (await kase.judge({ ...decision, ...back })).id)
      merged.added += 1
    } catch (error) {
      if (!(error instanceof IsnadError)) throw error
      merged.failed.push({ judgement: one, message: error.message })
    }
  }
  return merged
}

/** How far two analysts agree on what both decided. */
export interface Agreement {
  a: string
  b: string
  /** Things that both decided on. */
  both: number
  /** Share on which they decided alike; null where there is nothing. */
  observed: number | null
  /** Cohen's κ; null where nothing was decided by both, or chance alone would make them agree always. */
  kappa: number | null
}

/**
 * Agreement of every two analysts over the judgements that stand, by what the decision is about; an analyst's last word on
 * a thing counts. κ after J. Cohen, *A coefficient of agreement for nominal scales* (1960): 1 is full agreement, 0 what
 * chance would give, below 0 less than that.
 */
export function agreements(standing: readonly Judgement[]): Agreement[] {
  const words = new Map<string, Map<string, string>>()
  for (const { by, kind, target } of standing) {
    if (kind === 'add' || kind === 'grade') continue
    const own = words.get(by) ?? new Map<string, string>()
    words.set(by, own.set(subject(target), kind))
  }
  const analysts = [...words.keys()].sort()
  return analysts.flatMap((a, i) => analysts.slice(i + 1).map((b) => agreement(a, b, words.get(a)!, words.get(b)!)))
}

function agreement(
  a: string,
  b: string,
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): Agreement {
  const both = [...one.keys()].filter((key) => other.has(key))
  const n = both.length
  if (n === 0) return { a, b, both: 0, observed: null, kappa: null }
  const observed = both.filter((key) => one.get(key) === other.get(key)).length / n
  const kinds = new Set(both.flatMap((key) => [one.get(key)!, other.get(key)!]))
  const share = (words: ReadonlyMap<string, string>, kind: string) =>
    both.filter((key) => words.get(key) === kind).length / n
  const chance = [...kinds].reduce((sum, kind) => sum + share(one, kind) * share(other, kind), 0)
  return { a, b, both: n, observed, kappa: chance === 1 ? null : (observed - chance) / (1 - chance) }
}
