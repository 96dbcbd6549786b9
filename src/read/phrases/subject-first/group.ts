import type { Span } from '../../../model/index.js'
import type { NounGroup } from '../../analysis.js'

/** A noun group with what the predicate step needs beside it: who owns it, and what stands before its head. */
export interface Group extends NounGroup {
  /** "the group's fighters", "their fighters". */
  possessor?: Group
  /** Names and nouns before the head ("Houthi attack", "prisoner swap"), each as a group of its own. */
  premodifiers: Group[]
  members?: Group[]
  of?: Group
  apposed?: Group
  /** Its determiner denies it ("no agreement"). */
  negative?: boolean
  /** A pronoun that is never acted on ("they", not "them"). */
  nominative?: boolean
  /** Its head is a gerund that keeps its verb's lemma ("the freeing of"). */
  gerund?: boolean
  plural?: boolean
  /** A named thing that behaves as a common noun ("drones"). */
  common?: boolean
  /** A body's name in the plural or in capitals alone: it seldom describes the noun behind it. */
  standsAlone?: boolean
  /** A name in capitals throughout ("the Front (NFL)"): short for a longer one. */
  acronym?: boolean
  /** A name that no pack knows and whose kind only its surroundings tell. */
  unknown?: boolean
}

export const spanOver = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** Whether two groups could name the same kind of thing: people and bodies, places, things. */
export function sameKind(a: Group, b: Group): boolean {
  const x = kindOf(a)
  const y = kindOf(b)
  if (x === y || x === 'any' || y === 'any' || (x !== 'actor' && y !== 'actor')) return true
  // "the bank, the bridge and the post": a house that is also a body stands beside houses.
  return isHouse(a) && isHouse(b)
}

const isHouse = (g: Group) => g.mention === undefined && g.classes.some((c) => PLACES.has(c)) && !isSomebody(g)
const isSomebody = (g: Group) => g.classes.some((c) => ACTORS.has(c) && c !== 'group' && c !== 'outlet')

const ACTORS = new Set([
  'person',
  'group',
  'authority',
  'outlet',
  'source',
  'detainee',
  'fighter',
  'soldier',
  'official',
  'leader',
  'civilian',
  'victim',
  'worker',
])
/** Whether a class is one of those who act. */
export const isActorClass = (c: string): boolean => ACTORS.has(c)
const PLACES = new Set(['place', 'area', 'building', 'base', 'prison', 'checkpoint'])
export function kindOf(g: Group): 'actor' | 'place' | 'thing' | 'any' {
  if (g.pronoun) return 'any'
  if (g.classes.some((c) => ACTORS.has(c))) return 'actor'
  if (g.classes.some((c) => PLACES.has(c))) return 'place'
  return g.classes.length === 0 ? 'any' : 'thing'
}
