import { pieces } from './pieces.js'

/** A name as the packs give it. */
export interface KnownName {
  entity: string
  name: string
  lang: string
  kind: string
}

interface Node {
  next: Map<string, Node>
  names: KnownName[]
}

/** All known names as one trie over folded pieces: time to match does not grow with the number of names. */
export class NameAutomaton {
  private readonly root: Node = { next: new Map(), names: [] }

  constructor(names: Iterable<KnownName>) {
    for (const known of names) {
      let node = this.root
      for (const { norm } of pieces(known.name)) {
        const next = node.next.get(norm) ?? { next: new Map(), names: [] }
        node.next.set(norm, next)
        node = next
      }
      if (node !== this.root && !node.names.some((n) => n.entity === known.entity && n.name === known.name))
        node.names.push(known)
    }
  }

  /** The longest name that begins with these forms: how many pieces it takes and whom it may name. */
  longest(forms: readonly string[], from = 0): { length: number; names: readonly KnownName[] } | null {
    let node = this.root
    let found: { length: number; names: readonly KnownName[] } | null = null
    for (let i = from; i < forms.length; i++) {
      const next = node.next.get(forms[i]!)
      if (!next) break
      node = next
      if (node.names.length > 0) found = { length: i - from + 1, names: node.names }
    }
    return found
  }

  /** Whether some name begins with this form. */
  begins(form: string): boolean {
    return this.root.next.has(form)
  }
}
