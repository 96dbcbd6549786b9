import type { Republication } from '../../model/index.js'

/** Whether two documents, by id, are one text told again: a copy, a near copy, a translation. */
export type Repeats = (a: string, b: string) => boolean

/** Texts that merely rest on one source may tell of different things. */
export const SAME_TEXT: ReadonlySet<Republication['kind']> = new Set(['copy', 'near-copy', 'translation'])

/** Looks up which documents are one text. */
export function repeatsOf(republications: readonly Republication[]): Repeats {
  const groups = new Map<string, Set<number>>()
  for (const [i, { kind, documents }] of republications.entries()) {
    if (!SAME_TEXT.has(kind)) continue
    for (const { id } of documents) groups.set(id, (groups.get(id) ?? new Set()).add(i))
  }
  return (a, b) => {
    const [own, theirs] = [groups.get(a), groups.get(b)]
    return own !== undefined && theirs !== undefined && [...own].some((i) => theirs.has(i))
  }
}
