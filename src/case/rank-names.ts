import type { Entity } from '../model/index.js'
import { nameKey, nameWords, scoreNames } from '../resolve/index.js'
import type { Waiting } from './queue.js'

/** Names below this score are plainly two. */
const MAYBE_ONE = 0.82
const WEIGHT = { joined: 80, plain: 30 } as const
/** More entities than this under one key are a kind of name ("Ahmad"), not one person. */
const MOST_ALIKE = 12

/** Two entities whose names may be one name, the smaller id first. */
export interface AlikePair {
  a: string
  b: string
  score: number
}

/**
 * Pairs of entities whose names may be one name: at least one was brought in by reports, and both are of one kind. A single
 * word says too little, unless it is all that both are called.
 */
export function alikeEntities(entities: readonly Entity[]): AlikePair[] {
  const alike = new Map<string, Entity[]>()
  for (const entity of entities) {
    if (entity.kind !== 'actor' && entity.kind !== 'person') continue
    const keys = new Set(
      entity.names.flatMap(({ name, kind }) => (kind === 'hostile' ? [] : [`${entity.kind} ${nameKey(name)}`])),
    )
    for (const key of keys) alike.set(key, [...(alike.get(key) ?? []), entity])
  }
  const found = new Map<string, AlikePair>()
  for (const group of alike.values()) {
    if (group.length > MOST_ALIKE) continue
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        if (a.from === 'pack' && b.from === 'pack') continue
        const [x, y] = [a, b].sort((m, n) => (m.id < n.id ? -1 : 1)) as [Entity, Entity]
        const id = `${x.id} ${y.id}`
        if (found.has(id)) continue
        const score = likeness(x, y)
        if (score >= MAYBE_ONE) found.set(id, { a: x.id, b: y.id, score })
      }
  }
  return [...found.values()]
}

/** Such a pair as it waits; `claimed`: whether claims name both, so that more is joined than a name. */
export function toWaitingPair({ a, b, score }: AlikePair, claimed: boolean): Waiting {
  const id = `entities ${a} ${b}`
  return {
    ...{ kind: 'entities', id, about: [a, b], reasons: claimed ? ['joins-claims'] : [], score, orderKey: id },
    weight: (claimed ? WEIGHT.joined : WEIGHT.plain) + 10 * score,
  }
}

function likeness(a: Entity, b: Entity): number {
  const names = (entity: Entity) => entity.names.filter(({ kind }) => kind !== 'hostile').map(({ name }) => name)
  return Math.max(
    0,
    ...names(a).flatMap((x) =>
      names(b).flatMap((y) => (nameWords(x).length === nameWords(y).length ? [scoreNames(x, y).score] : [])),
    ),
  )
}
