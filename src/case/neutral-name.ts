import type { Entity, Name } from '../model/index.js'

/** Best first. Hostile names are for searching and never printed in a sentence of ours. */
const ORDER: readonly Name['kind'][] = ['full', 'short', 'acronym', 'self', 'kunya', 'spelling']

/** What our own lines call an entity, in each language; the other language's name where there is none. */
export function neutralName(entity: Entity): { en: string; ar: string } {
  const best = (lang: string) =>
    entity.names
      .filter((name) => name.lang === lang && ORDER.includes(name.kind))
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))[0]?.name
  const any = entity.names.find((name) => ORDER.includes(name.kind))?.name ?? entity.id
  return { en: best('en') ?? any, ar: best('ar') ?? any }
}
