import type { Republication } from '../../model/index.js'

/** Whether two documents, by id, are one text told again: a copy, a near copy, a translation. */
export type Repeats = (a: string, b: string) => boolean

/** Texts that merely rest on one source may tell of different things. */
export const SAME_TEXT: ReadonlySet<Republication['kind']> = new Set(['copy', 'near-copy', 'translation'])

/** Looks up which documents are one text. */
export function repeatsOf(republications: readonly Republication[]): Repeats {
  const pairs = new Map<string, Set<string>>()
  const groups = new Map<string, Set<number>>()
  for (const [i, { kind, documents }] of republications.entries()) {
    if (!SAME_TEXT.has(kind)) continue
    const [a, b] = documents
    // Pairs by name: a text with hundreds of copies stands in hundreds of them.
    if (a && b && documents.length === 2) {
      pairs.set(a.id, (pairs.get(a.id) ?? new Set()).add(b.id))
      pairs.set(b.id, (pairs.get(b.id) ?? new Set()).add(a.id))
    } else for (const { id } of documents) groups.set(id, (groups.get(id) ?? new Set()).add(i))
  }
  return (a, b) => {
    if (pairs.get(a)?.has(b)) return true
    const [own, theirs] = [groups.get(a), groups.get(b)]
    return own !== undefined && theirs !== undefined && [...own].some((i) => theirs.has(i))
  }
}
