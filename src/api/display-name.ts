import type { Entity, Name } from '../model/index.js'

/** A name in each language of the screens. */
export interface BothNames {
  en: string
  ar: string
}

/** Best first: what a neutral sentence calls somebody. Hostile names are for searching and never printed by us. */
const ORDER: readonly Name['kind'][] = ['short', 'full', 'acronym', 'self', 'kunya', 'spelling', 'descriptor']

/** The name that a screen prints for an entity; a person who is not a public figure appears as initials. */
export function displayName(entity: Entity): BothNames {
  const best = (lang: string) =>
    entity.names
      .filter((name) => name.lang === lang && ORDER.includes(name.kind))
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))[0]?.name
  const any = entity.names.find((name) => ORDER.includes(name.kind))?.name ?? entity.id
  const en = best('en') ?? best('ar') ?? any
  const ar = best('ar') ?? best('en') ?? any
  const open = entity.kind !== 'person' || entity.standing === 'public-figure'
  return open ? { en, ar } : { en: initials(en), ar: initials(ar) }
}

/** `Salim Ahmad` → `S. A.`; «سالم أحمد» → «س. أ.». The article and what joins names to it stand for nothing. */
export function initials(name: string): string {
  return name
    .split(/[\s\u0640-]+/u)
    .map((word) => word.replace(/^ال(?=..)/u, ''))
    .filter((word) => word !== '' && !/^(al|el|bin|ibn|bint|بن|بنت)$/iu.test(word))
    .map((word) => `${[...word][0]?.toLocaleUpperCase('en')}.`)
    .join(' ')
}
