import type { Claim, Document } from '../../model/index.js'
import { parseNumeral, tokens } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'
import { nameKey } from '../names/name-key.js'
import { type NamePart, nameParts } from '../names/name-parts.js'

/** A word with its sounds, at its place in the text (0 at the start, 1 at the end). */
export interface PlacedWord extends NamePart {
  at: number
}

/** What of a document survives translation: numbers, names, claims, in their order, and its length. */
export interface Outline {
  document: Document
  /** Sounds of words: in a script with capitals those that look like names, elsewhere all. */
  words: PlacedWord[]
  hasCapitals: boolean
  numbers: string[]
  claims: string[]
  /** The same without the numbers, each once. */
  deeds: string[]
  /** Agencies that the document credits or that stand in the chains of at least a third of its claims, by key, with their names. */
  agencies: ReadonlyMap<string, string>
  /** Unnamed origins of the claims, by the key of their description. */
  unnamed: string[]
  /** Words and signs. */
  length: number
}

const CAPITAL = /^\p{Lu}/u
const ARABIC = /\p{Script=Arabic}/u
/** Words with less sound than this match by chance. */
const LEAST_MASS = 1.8
/** One-letter words that Arabic writes together with the next one. */
const JOINED = /^[وفبكل](?=\p{L}{3})/u

function forms(word: string): string[] {
  return ARABIC.test(word) ? [word, word.replace(JOINED, '')] : [word]
}

/** What a claim is in any language: its type, the known parties, its plain numbers. */
function signature(claim: Claim): string {
  const parties = [...claim.agents, ...claim.counterparts].flatMap((f) => f.entity ?? []).sort()
  const counts = Object.entries(claim.counts).flatMap(([key, c]) =>
    c?.min != null && c.min === c.max ? [`${key}=${c.min}`] : [],
  )
  return [claim.type, ...parties, ...counts.sort()].join(' ')
}

/** What a claim tells of: its type and the known parties. */
function deed(claim: Claim): string | undefined {
  const parties = [...claim.agents, ...claim.counterparts].flatMap((f) => f.entity ?? [])
  return parties.length === 0 ? undefined : [claim.type, ...new Set(parties.sort())].join(' ')
}

function agenciesOf(document: Document, claims: readonly Claim[], world: KnownWorld): Map<string, string> {
  const key = (name: string) => world.outlet(name)?.id ?? nameKey(name)
  const agencies = new Map<string, string>()
  if (document.credit) agencies.set(key(document.credit), document.credit)
  const resting = new Map<string, { name: string; claims: number }>()
  for (const { chain } of claims) {
    const passing = new Map(
      chain.flatMap((h) => (h.kind === 'agency' ? [[h.entity ?? key(h.name), h.name] as const] : [])),
    )
    for (const [id, name] of passing) resting.set(id, { name, claims: (resting.get(id)?.claims ?? 0) + 1 })
  }
  for (const [id, { name, claims: n }] of resting)
    if (n * 3 >= claims.length && !agencies.has(id)) agencies.set(id, name)
  return agencies
}

/** Reads off a document and its claims what a translation keeps. */
export function outline(document: Document, claims: readonly Claim[], world: KnownWorld): Outline {
  const all = tokens(document.text)
  const hasCapitals = all.some((t) => CAPITAL.test(t.text))
  const lower = new Set(all.flatMap((t) => (CAPITAL.test(t.text) ? [] : [t.text])))
  const looksLikeName = (text: string) => !hasCapitals || (CAPITAL.test(text) && !lower.has(text.toLowerCase()))
  const words = all.flatMap((t): PlacedWord[] => {
    if (t.kind !== 'word' || !looksLikeName(t.text)) return []
    const at = t.start / document.text.length
    return forms(t.text).flatMap((form) => nameParts(form).flatMap((p) => (p.mass >= LEAST_MASS ? [{ ...p, at }] : [])))
  })
  const inOrder = [...claims].sort((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1))
  const unnamed = inOrder.flatMap(({ chain }) => {
    const last = chain.at(-1)
    return last?.kind === 'anonymous' ? [nameKey(last.name)] : []
  })
  return {
    document,
    words,
    hasCapitals,
    numbers: all.flatMap((t) => (t.kind === 'number' ? [String(parseNumeral(t.text) ?? t.text)] : [])),
    claims: inOrder.map(signature),
    deeds: [...new Set(inOrder.flatMap((c) => deed(c) ?? []))].sort(),
    agencies: agenciesOf(document, claims, world),
    unnamed: [...new Set(unnamed)].sort(),
    length: all.length,
  }
}
