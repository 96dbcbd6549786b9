import { nameKey, nameWords, scoreNames } from '../resolve/index.js'
import type { CaseEntity } from './case.js'
import type { Waiting } from './queue.js'

/** Names below this score are plainly two. */
const MAYBE_ONE = 0.82
const WEIGHT = { joined: 80, plain: 30 } as const
/** More entities than this under one key are a kind of name ("Ahmad"), not one person. */
const MOST_ALIKE = 12

/**
 * Pairs of entities whose names may be one name: at least one was brought in by reports, both are of one kind, and nobody
 * decided on them yet. A single word says too little, unless it is all that both are called.
 */
export function waitingEntities(
  entities: readonly CaseEntity[],
  decided: (a: string, b: string) => boolean,
): Waiting[] {
  const alike = new Map<string, CaseEntity[]>()
  for (const entity of entities) {
    if (entity.kind !== 'actor' && entity.kind !== 'person') continue
    const keys = new Set(
      entity.names.flatMap(({ name, kind }) => (kind === 'hostile' ? [] : [`${entity.kind} ${nameKey(name)}`])),
    )
    for (const key of keys) alike.set(key, [...(alike.get(key) ?? []), entity])
  }
  const found = new Map<string, Waiting>()
  for (const group of alike.values()) {
    if (group.length > MOST_ALIKE) continue
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        if (a.from === 'pack' && b.from === 'pack') continue
        const [x, y] = [a, b].sort((m, n) => (m.id < n.id ? -1 : 1)) as [CaseEntity, CaseEntity]
        const id = `entities ${x.id} ${y.id}`
        if (found.has(id) || decided(x.id, y.id)) continue
        const score = likeness(x, y)
        if (score < MAYBE_ONE) continue
        const both = x.claims > 0 && y.claims > 0
        found.set(id, {
          ...{ kind: 'entities', id, about: [x.id, y.id], reasons: both ? ['joins-claims'] : [], score },
          weight: (both ? WEIGHT.joined : WEIGHT.plain) + 10 * score,
          orderKey: id,
        })
      }
  }
  return [...found.values()]
}

function likeness(a: CaseEntity, b: CaseEntity): number {
  const names = (entity: CaseEntity) => entity.names.filter(({ kind }) => kind !== 'hostile').map(({ name }) => name)
  return Math.max(
    0,
    ...names(a).flatMap((x) =>
      names(b).flatMap((y) => (nameWords(x).length === nameWords(y).length ? [scoreNames(x, y).score] : [])),
    ),
  )
}
