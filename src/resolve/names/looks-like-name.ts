import type { Hop } from '../../model/index.js'
import { tokens } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'
import { askedOnce } from './asked-once.js'
import { firstNames } from './given-names.js'

const CAPITAL = /\p{Lu}/u
const CASED = /[\p{Lu}\p{Ll}]/u
const APART = /[,،(]/u

/**
 * Whether the words for a teller name him ("Muammar al-Eryani", «العميد صالح المجيدي») or only describe him ("a local
 * official", «مسؤول محلي»). Where the script has capitals, these tell; elsewhere a given name that the packs' people bear.
 */
export const looksLikeName = askedOnce((words, world): boolean => {
  const all = tokens(words).filter((t) => t.kind === 'word')
  const given = firstNames(world)
  if (!CASED.test(words)) return all.some((t) => given.has(t.norm))
  const [first, ...rest] = all
  if (!first) return false
  // "three Yemeni security officers": what ends in a small letter is what they are, unless something is set apart ("Adel Munif, a
  // minister") or one of the names is a man's.
  const [called = ''] = words.split(APART)
  const last = tokens(called).findLast((t) => t.kind === 'word')
  if (last && !CAPITAL.test(last.text)) return all.some((t) => CAPITAL.test(t.text) && given.has(t.norm))
  // A capital at the very start may be the sentence's; one further on is a name's.
  const later = rest.some((t) => CAPITAL.test(t.text)) || CAPITAL.test(first.text.slice(1))
  return later || (rest.length === 0 && CAPITAL.test(first.text))
})

/** Kinds of transmitter whose words may name them or only describe them. */
const DESCRIBED = new Set<Hop['kind']>(['official', 'expert', 'party', 'witness', 'document'])

/** Whether a transmitter is nobody in particular, even where his office is told: "a local official". */
export function isUnnamed(hop: Hop, world: KnownWorld): boolean {
  if (hop.kind === 'anonymous') return true
  return !hop.entity && DESCRIBED.has(hop.kind) && !looksLikeName(hop.name, world)
}

/**
 * The hop that a claim goes back to: the last one; but a report or statement that is only described ("its annual report")
 * is the word of whoever issued it, the hop before. Undefined where the chain is empty.
 */
export function originHop(chain: readonly Hop[], world: KnownWorld): Hop | undefined {
  const last = chain.at(-1)
  const issuer = chain.at(-2)
  const described = last?.kind === 'document' && isUnnamed(last, world)
  return described && issuer && issuer.kind !== 'outlet' && issuer.kind !== 'agency' ? issuer : last
}
