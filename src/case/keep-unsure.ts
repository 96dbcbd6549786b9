import {
  Likeliest,
  likelierFirst,
  type PairPlace,
  type ScoredPair,
  type UnsurePair,
  type UnsureSink,
} from '../resolve/index.js'
import {
  clearUnsure,
  countUnsure,
  findKept,
  insertUnsure,
  keepAnswer,
  likeliestOfUnsure,
  removeUnsure,
  removeUnsureAfter,
  type Scope,
  unsureOfClaims,
} from '../store/index.js'

/** How many pairs are listed at most, and how many held: so many more that a list stays whole when claims go. */
export interface UnsureLimits {
  listed: number
  held: number
}

/** Far more pairs than anybody decides, and few enough of the millions that a large case has. */
export const UNSURE_LIMITS: UnsureLimits = { listed: 5_000, held: 7_500 }

/** What is known of the pairs that are held: by which packs they were found, how many they may be, and after which place none are. */
export interface UnsureState {
  packs: string
  limits: UnsureLimits
  floor: PairPlace | null
}

/** The name under which that is kept; it quotes nothing. */
export const UNSURE_STATE = 'unsure pairs'

/** What is known of the pairs that are held; undefined where none were sought. */
export async function unsureState(scope: Scope): Promise<UnsureState | undefined> {
  return (await findKept<UnsureState>(scope, UNSURE_STATE))?.answer
}

function keepState(tx: Scope, state: UnsureState): Promise<void> {
  return keepAnswer(tx, UNSURE_STATE, { state: state.packs, answer: state })
}

/** Says of a case without claims that all its pairs are held. */
export function beginUnsure(tx: Scope, packs: string, limits: UnsureLimits = UNSURE_LIMITS): Promise<void> {
  return keepState(tx, { packs, limits, floor: null })
}

/** Whether the likeliest pairs by these packs are held, and need not be sought. */
export async function isUnsureHeld(scope: Scope, packs: string): Promise<boolean> {
  const state = await unsureState(scope)
  if (state?.packs !== packs) return false
  return state.floor === null || (await countUnsure(scope)) >= state.limits.listed
}

/** The likeliest pairs by these packs, in their order; undefined where they have to be sought. */
export async function likeliestHeld(scope: Scope, packs: string): Promise<UnsurePair[] | undefined> {
  if (!(await isUnsureHeld(scope, packs))) return undefined
  const { listed } = (await unsureState(scope))!.limits
  return likeliestOfUnsure(scope, { limit: listed })
}

/** Holds these pairs in place of all before: the likeliest of the whole case, at most `held`. */
export async function replaceUnsure(
  tx: Scope,
  packs: string,
  pairs: readonly UnsurePair[],
  limits: UnsureLimits = UNSURE_LIMITS,
): Promise<void> {
  await clearUnsure(tx)
  await insertUnsure(tx, pairs)
  await keepState(tx, { packs, limits, floor: pairs.length >= limits.held ? placeOf(pairs.at(-1)!) : null })
}

/** What linking anew says of pairs that are held. */
export interface Relinked {
  /** The claims of all groups that were divided anew, and those that are gone. */
  claims: readonly string[]
  /** Whether two of them went into one incident. */
  isOne(pair: ClaimsOfPair): boolean
  /** Which of these pairs were sought anew, or are pairs no longer. */
  isGone(held: readonly ClaimsOfPair[]): Promise<(pair: ClaimsOfPair) => boolean>
}

type ClaimsOfPair = Pick<UnsurePair, 'a' | 'b'>

/** Gathers the pairs that are worth holding while claims are linked anew. */
export class UnsureFound implements UnsureSink {
  readonly #likeliest: Likeliest
  /** The least score of a pair that is sought. */
  readonly wanted: number

  constructor(readonly state: UnsureState) {
    this.#likeliest = new Likeliest(state.limits.held)
    this.wanted = state.floor?.score ?? 0
  }

  /** No pair with a score below this one is worth holding. */
  get floor(): number {
    return Math.max(this.wanted, this.#likeliest.floor)
  }

  add(pair: ScoredPair): void {
    const { floor } = this.state
    if (!floor || likelierFirst(pair, floor) <= 0) this.#likeliest.add(pair)
  }

  /** Holds what was found, and lets go what is no longer so. */
  async keep(tx: Scope, { claims, isOne, isGone }: Relinked): Promise<void> {
    const { held } = this.state.limits
    const before = await unsureOfClaims(tx, claims)
    const gone = await isGone(before)
    await removeUnsure(
      tx,
      before.filter((pair) => gone(pair) || isOne(pair)),
    )
    const found = this.#likeliest.inOrder()
    // What was less likely than all of these was let go.
    let floor = found.length >= held ? placeOf(found.at(-1)!) : this.state.floor
    const pairs = found.filter((pair) => !isOne(pair)).map((pair) => ({ ...pair, because: [...pair.because()] }))
    await insertUnsure(tx, pairs)
    if ((await countUnsure(tx)) > 2 * held)
      floor = placeOf((await likeliestOfUnsure(tx, { limit: 1, offset: held - 1 }))[0]!)
    if (floor === this.state.floor || floor === null) return
    await removeUnsureAfter(tx, floor)
    await keepState(tx, { ...this.state, floor })
  }
}

const placeOf = ({ a, b, score }: PairPlace): PairPlace => ({ a, b, score })
