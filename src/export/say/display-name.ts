import { type Entity, isPrivatePerson, type Name } from '../../model/index.js'
import { type KnownWorld, untitled } from '../../resolve/index.js'

/** Titles and ranks before the names of persons, as the packs have them. */
export type Titles = KnownWorld['titles']

/** Best first: what a neutral sentence calls somebody. Hostile and ambiguous names are for searching, never printed. */
const PRINTABLE: readonly Name['kind'][] = ['full', 'short', 'acronym', 'self', 'kunya', 'spelling', 'descriptor']

/**
 * The name by which our own sentences call an entity, in a language where it has a name there: neutral, never a hostile
 * one, and one that a single outlet uses only where there is no other. A person who is not known to be a public figure is given as initials.
 */
export function displayName(entity: Entity, language: string, titles: Titles): string {
  const rank = (name: Name) => PRINTABLE.indexOf(name.kind) + (name.outlet ? PRINTABLE.length : 0)
  const printable = entity.names.filter((name) => PRINTABLE.includes(name.kind)).sort((a, b) => rank(a) - rank(b))
  const name = (printable.find((one) => one.lang === language) ?? printable[0])?.name
  if (name === undefined) return entity.id
  return isPrivatePerson(entity) ? initials(name, titles) : name
}

/** The titles that stand before these names, each once: what may be told of somebody who is given as initials. */
export function titlesBefore(names: readonly string[], titles: Titles): string[] {
  const found = names.map((name) => name.slice(0, name.length - untitled(name, titles).length).trim())
  return [...new Set(found.filter((title) => title !== ''))]
}

/**
 * `Colonel Salim bin Ahmad` → `S. A.`; «العقيد سالم الأحمد» → «س. أ.». Titles before a name, articles and words that only join
 * names stand for nothing.
 */
export function initials(name: string, titles: Titles): string {
  return untitled(name, titles)
    .split(/[\s\u0640.,-]+/u)
    .map((word) => word.replace(/^ال(?=..)/u, '').replace(/^[^\p{L}]+/u, ''))
    .filter((word) => word !== '' && !/^(?:al|el|bin|ibn|bint|بن|ابن|بنت)$/iu.test(word))
    .map((word) => `${([...word][0] ?? '').toLocaleUpperCase('en')}.`)
    .join(' ')
}
