/** Things that hang together, by names or numbers: each stands alone until it is joined to another. */
export class Pieces<T extends string | number = string> {
  readonly #parent = new Map<T, T>()

  /** The name that stands for the piece of this one. */
  of(name: T): T {
    let root = name
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up
    // The way is short the next time.
    for (let at = name; at !== root; ) {
      const up = this.#parent.get(at)!
      this.#parent.set(at, root)
      at = up
    }
    return root
  }

  /** Joins the pieces of two; false where they hung together already. */
  join(a: T, b: T): boolean {
    const [x, y] = [this.of(a), this.of(b)]
    if (x !== y) this.#parent.set(x, y)
    return x !== y
  }
}
