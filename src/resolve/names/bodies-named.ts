import { tokens } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'
import { askedOnce } from './asked-once.js'

/** Kinds of name by which a body is recognised; a short one ("the council") may be anybody's. */
const TELLING = new Set(['full', 'acronym', 'self', 'spelling'])
/** Arabic writes one-letter words together with the next one: «باسم للمجلس» holds «المجلس». */
const JOINED = /^[وفبكل](?=\p{L}{3})/u
const TO_THE = /^لل/u

interface BodyNames {
  ids: ReadonlyMap<string, string>
  /** Words of the longest name. */
  most: number
}

const known = new WeakMap<KnownWorld['entities'], BodyNames>()

const words = (text: string): string[] => tokens(text).flatMap((t) => (t.kind === 'word' ? [t.norm] : []))

function bodyNames({ entities }: KnownWorld): BodyNames {
  const own = known.get(entities)
  if (own) return own
  const ids = new Map<string, string>()
  let most = 0
  for (const { id, kind, names } of entities.values()) {
    if (kind !== 'actor') continue
    for (const name of names) {
      const all = words(name.name)
      if (!TELLING.has(name.kind) || all.length === 0) continue
      most = Math.max(most, all.length)
      if (!ids.has(all.join(' '))) ids.set(all.join(' '), id)
    }
  }
  const made = { ids, most }
  known.set(entities, made)
  return made
}

/**
 * The bodies that a teller's words name, the longest names first: "the spokesman of the Coast Guard, Colonel Hadi" speaks for
 * the Coast Guard, whoever he is.
 */
export const bodiesNamed = askedOnce((teller, world): readonly string[] => {
  const { ids, most } = bodyNames(world)
  const all = words(teller)
  const found: { id: string; length: number }[] = []
  for (let start = 0; start < all.length; start++)
    for (let length = Math.min(most, all.length - start); length > 0; length--) {
      const [first, ...rest] = all.slice(start, start + length)
      const forms = [first!, first!.replace(JOINED, ''), first!.replace(TO_THE, 'ال')]
      const id = forms.map((form) => ids.get([form, ...rest].join(' '))).find((one) => one !== undefined)
      if (id === undefined) continue
      found.push({ id, length })
      break
    }
  return [...new Set(found.sort((x, y) => y.length - x.length).map(({ id }) => id))]
})
