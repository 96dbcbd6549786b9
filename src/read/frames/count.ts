import type { CountKey } from '../../model/index.js'
import type { NounGroup, Quantity } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { isPlural } from '../names/actors.js'
import { type ClassTree, hasClass } from './classes.js'

const PEOPLE = ['person', 'group']
const VEHICLES = ['vehicle']
const ITEMS = ['weapon', 'equipment']
/** Types whose objects are counted by the piece, whatever the unit. */
const THINGS = new Set(['arms-transfer', 'possession', 'seizure', 'deployment'])

/** The stated numbers of one kind, added up ("four women, three children and a tea seller"); undefined where none is stated. */
export function total(groups: readonly NounGroup[], key: CountKey, tree: ClassTree): Quantity | undefined {
  const counted = peopleOf(groups).filter((g) => fits(g, key, tree) && !(key === 'killed' && isBesideDead(g, groups)))
  const number = (g: NounGroup) => g.quantity ?? madeUpOf(g, tree)
  const stated = counted.flatMap((g) => number(g) ?? [])
  if (stated.length < 2 && !counted.some(isOne)) return stated[0]
  if (stated.length === 0) return undefined
  // A person in the singular counts only beside a number.
  const singles = counted.filter((g) => !number(g) && isOne(g)).length
  const sum = (of: 'min' | 'max') =>
    stated.some((q) => q[of] === null) ? null : stated.reduce((n, q) => n + q[of]!, singles)
  const [first, last] = [stated[0]!, stated.at(-1)!]
  return { start: first.start, end: Math.max(first.end, last.end), min: sum('min'), max: sum('max') }
}

/** "a miller", "their driver": one person, by his article or as somebody's own. */
const isOne = (g: NounGroup) =>
  g.single === true ||
  (g.of?.pronoun !== undefined && g.classes.includes('person') && !g.classes.includes('group') && !isPlural(g))

/** "a cell of five men", «شحنة من ست بنادق»: how many make up a body, or a load. */
const madeUpOf = (g: NounGroup, tree: ClassTree) => {
  const body = g.mention === undefined && hasClass(g, ['group'], tree) && g.of && hasClass(g.of, ['person'], tree)
  const load = g.of && hasClass(g, ITEMS, tree) && hasClass(g.of, ITEMS, tree)
  return body || load ? g.of!.quantity : undefined
}

const peopleOf = (groups: readonly NounGroup[]) => groups.flatMap((g) => g.members ?? [g])

/** "five dead and ten wounded": whoever was hurt is none of the dead told beside him. */
const isBesideDead = (g: NounGroup, groups: readonly NounGroup[]) =>
  g.classes.includes('wounded') &&
  peopleOf(groups).some((x) => x.classes.includes('victim') && !x.classes.includes('wounded'))

/** The wounded who are told beside the dead. */
export const woundedBeside = (groups: readonly NounGroup[]): NounGroup[] =>
  peopleOf(groups).filter((g) => isBesideDead(g, groups))

/** Vehicles and weapons that are given, held, taken or sent. */
export function countThings(c: Candidate, tree: ClassTree): void {
  if (!THINGS.has(c.type)) return
  const objects = c.slots.objects.map((p) => p.group)
  for (const key of ['vehicles', 'items'] as const) {
    const quantity = total(objects, key, tree)
    if (quantity) c.counts[key] = quantity
    else delete c.counts[key]
  }
}

function fits(g: NounGroup, key: CountKey, tree: ClassTree): boolean {
  // Aircraft that the packs know as materiel, drones above all, are counted by the piece.
  const flies = g.classes.includes('aircraft') && g.classes.includes('equipment')
  // "armoured vehicles" are vehicles that are weapons too; drones are counted by the piece.
  const armed = hasClass(g, ['weapon'], tree) && !(g.classes.includes('vehicle') && !hasClass(g, ['drone'], tree))
  const vehicle = hasClass(g, VEHICLES, tree) && !armed && !flies
  if (key === 'vehicles') return vehicle
  if (key === 'items') return !vehicle && hasClass(g, ITEMS, tree)
  return g.classes.length === 0 || hasClass(g, PEOPLE, tree)
}
