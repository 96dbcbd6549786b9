/** What stands before the first entry of a chain. */
export const CHAIN_START = '0'.repeat(64)

/** An entry of a chain: its position, counted from 1, its own hash, and that of the entry before it. */
interface Link {
  seq: number
  previous: string
  hash: string
}

/** What is wrong with one entry, a sentence a fault: `due` is the position it must have, `before` the hash it must follow. */
export function linkProblems(name: string, link: Link, due: number, before: string, hashed: string): string[] {
  const problems: string[] = []
  if (link.seq !== due) problems.push(`${name} stands where entry ${due} is due`)
  if (link.previous !== before) problems.push(`${name} does not follow from the entry before it`)
  if (hashed !== link.hash) problems.push(`${name} was changed`)
  return problems
}
