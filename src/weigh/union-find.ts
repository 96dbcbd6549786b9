import type { Reason } from '../model/index.js'

const keyOf = ({ code, params }: Reason) => `${code} ${JSON.stringify(params)}`

/** Joins numbered things into groups and, where it is asked to, keeps why. */
export class UnionFind {
  readonly #parent: Int32Array
  readonly #reasons: Map<string, Reason>[] | undefined
  /** How many groups there are. */
  count: number

  constructor(size: number, why = true) {
    this.count = size
    this.#parent = new Int32Array(size)
    for (let i = 0; i < size; i++) this.#parent[i] = i
    if (why) this.#reasons = Array.from({ length: size }, () => new Map<string, Reason>())
  }

  find(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root]!
    let at = i
    while (this.#parent[at] !== root) {
      const next = this.#parent[at]!
      this.#parent[at] = root
      at = next
    }
    return root
  }

  /** Joins the groups of i and j; the smaller number stays the root, so that the result does not depend on order. */
  join(i: number, j: number, reason?: Reason): void {
    const [a, b] = [this.find(i), this.find(j)]
    const [root, leaf] = a < b ? [a, b] : [b, a]
    this.#parent[leaf] = root
    if (root !== leaf) this.count -= 1
    const reasons = this.#reasons
    if (!reasons) return
    if (root !== leaf) for (const [key, r] of reasons[leaf]!) reasons[root]!.set(key, r)
    if (reason) reasons[root]!.set(keyOf(reason), reason)
  }

  /** Why the group of i was joined, in a fixed order. */
  reasons(i: number): Reason[] {
    const own = this.#reasons?.[this.find(i)]
    if (!own) return []
    return [...own.keys()].sort().map((key) => own.get(key)!)
  }

  /** How members fall into groups, in the order of the members. */
  groups(members: readonly number[]): number[][] {
    const groups = new Map<number, number[]>()
    for (const i of members) {
      const root = this.find(i)
      const group = groups.get(root)
      group ? group.push(i) : groups.set(root, [i])
    }
    return [...groups.values()]
  }
}
