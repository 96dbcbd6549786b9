/** Things that hang together, by their names: each stands alone until it is joined to another. */
export class Pieces {
  readonly #parent = new Map<string, string>()

  /** The name that stands for the piece of this one. */
  of(name: string): string {
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
  join(a: string, b: string): boolean {
    const [x, y] = [this.of(a), this.of(b)]
    if (x !== y) this.#parent.set(x, y)
    return x !== y
  }
}
