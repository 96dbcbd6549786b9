import { type Claim, type Entity, hashId, isReported, type Judgement, SLOTS } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import { listNames, type NameCount, newestPairJudgement, pairJudgements, type Scope } from '../store/index.js'
import { fold } from '../text/index.js'
import { standing } from './fit-judgements.js'
import type { CaseWorld } from './steps.js'

/** What analysts decided of names and entities: which are one, which are two, what a name stands for. */
export class Identities {
  readonly #root = new Map<string, string>()
  readonly #members = new Map<string, string[]>()
  /** By folded wording. */
  readonly #named = new Map<string, string>()
  readonly #isNot = new Map<string, Set<string>>()

  /** `judgements`: the standing ones on entities, oldest first; later ones have the last word. */
  constructor(judgements: readonly Judgement[], world: CaseWorld) {
    const isId = (side: string) => isEntityId(side, world)
    const last = new Map<string, { a: string; b: string; kind: Judgement['kind'] }>()
    for (const { kind, target } of judgements) {
      if (target.kind !== 'pair') continue
      const sides = [target.a, target.b].map((side) => (isId(side) ? side : `"${fold(side)}`))
      const [a, b] = sides.sort() as [string, string]
      // The last word on a pair also moves to the end of the order.
      last.delete(`${a} ${b}`)
      last.set(`${a} ${b}`, { a, b, kind })
    }
    const verdicts = [...last.values()]
    this.#joinEntities(
      verdicts.filter(({ a, b }) => isId(a) && isId(b)),
      world,
    )
    for (const { a, b, kind } of verdicts) {
      if (isId(a) === isId(b)) continue
      const [id, words] = isId(a) ? [a, b.slice(1)] : [b, a.slice(1)]
      if (kind === 'same') this.#named.set(words, id)
      if (kind === 'different') this.#isNot.set(words, (this.#isNot.get(words) ?? new Set()).add(id))
    }
  }

  /** Joins entities in the order of the judgements, but never two that are judged different. */
  #joinEntities(verdicts: readonly { a: string; b: string; kind: Judgement['kind'] }[], world: CaseWorld): void {
    const apart = verdicts.filter(({ kind }) => kind === 'different')
    const groups = new Map<string, Set<string>>()
    for (const { a, b, kind } of verdicts) {
      const [one, other] = [groups.get(a) ?? new Set([a]), groups.get(b) ?? new Set([b])]
      if (kind !== 'same' || one === other) continue
      const split = apart.some((p) => (one.has(p.a) && other.has(p.b)) || (one.has(p.b) && other.has(p.a)))
      if (split) continue
      const both = new Set([...one, ...other])
      for (const id of both) groups.set(id, both)
    }
    for (const group of new Set(groups.values())) {
      const ids = [...group].sort()
      // One that the packs know stands for what reports introduce.
      const root = ids.find((id) => world.entities.has(id)) ?? ids[0]!
      for (const id of ids) this.#root.set(id, root)
      this.#members.set(root, ids)
    }
  }

  /** Whether analysts decided anything. */
  get any(): boolean {
    return this.#root.size + this.#named.size + this.#isNot.size > 0
  }

  /** Whether analysts decided what single wordings stand for: then an entity's names are known only word by word. */
  get byWording(): boolean {
    return this.#named.size + this.#isNot.size > 0
  }

  /** The entity that stands for this one. */
  of(entity: string): string {
    return this.#root.get(entity) ?? entity
  }

  /** All that are one with this entity, itself among them. */
  members(entity: string): readonly string[] {
    return this.#members.get(this.of(entity)) ?? [entity]
  }

  /** The entities that have others joined to them. */
  get roots(): string[] {
    return [...this.#members.keys()]
  }

  /** The entity that a wording stands for, given what it was taken for (undefined: for nothing, or for several). */
  meant(words: string, taken: string | undefined): string | undefined {
    const key = fold(words)
    const named = this.#named.get(key)
    if (named !== undefined) return this.of(named)
    if (taken === undefined) return undefined
    if (this.#isNot.get(key)?.has(taken)) return hashId('e', ['parted', taken, key])
    return this.of(taken)
  }
}

/** Whether a side of a judgement is an entity's id; anything else is a wording. */
export function isEntityId(side: string, world: CaseWorld): boolean {
  return world.entities.has(side) || isReported(side)
}

/** What was read last, by the packs: nearly every question asks, and the judgements on pairs may be thousands. */
const lastRead = new WeakMap<CaseWorld, { mark: string; identities: Identities }>()

/** The standing judgements of the case on names and entities. */
export async function identitiesOf(scope: Scope, world: CaseWorld): Promise<Identities> {
  const mark = `${scope.caseId} ${await newestPairJudgement(scope)}`
  const before = lastRead.get(world)
  if (before?.mark === mark) return before.identities
  const identities = await readIdentities(scope, world)
  lastRead.set(world, { mark, identities })
  return identities
}

async function readIdentities(scope: Scope, world: CaseWorld): Promise<Identities> {
  const rows = await pairJudgements(scope)
  const own = rows
    .map(({ judgement }) => judgement)
    .filter(({ target }) => target.kind === 'pair' && target.of === 'entity')
  if (own.length === 0) return new Identities([], world)
  return new Identities(
    standing(rows).flatMap(({ judgement }) => (own.includes(judgement) ? [judgement] : [])),
    world,
  )
}

/**
 * Puts into a claim the entities that analysts decided its fillers and transmitters to be. `introduced`: the entity that a
 * mention, by its id, brings in where the packs know none.
 */
export function identify(claim: Claim, identities: Identities, introduced: ReadonlyMap<string, string>): Claim {
  const settle = <F extends { entity?: string | undefined }>(filler: F, words: string, mention?: string): F => {
    const brought = mention === undefined ? undefined : introduced.get(mention)
    const meant = identities.meant(words, filler.entity ?? brought)
    if (
      meant === filler.entity ||
      (filler.entity === undefined && meant === brought && identities.members(meant ?? '').length < 2)
    )
      return filler
    const { entity: _, ...rest } = filler
    return (meant === undefined ? rest : { ...rest, entity: meant }) as F
  }
  const slots = SLOTS.map((slot) => [slot, claim[slot].map((f) => settle(f, f.text, f.mention))])
  return { ...claim, ...Object.fromEntries(slots), chain: claim.chain.map((hop) => settle(hop, hop.name)) }
}

/** Names as analysts decided: each wording under the entity that it stands for. */
export function renamed<Name extends Pick<NameCount, 'entity' | 'text'>>(
  names: readonly Name[],
  identities: Identities,
): Name[] {
  if (!identities.any) return [...names]
  return names.map((name) => ({ ...name, entity: identities.meant(name.text, name.entity) ?? name.entity }))
}

/** The world together with entities of the reports' that analysts joined or parted, so that they have names and a kind. */
export async function worldWith(scope: Scope, world: CaseWorld, identities: Identities): Promise<CaseWorld> {
  if (!identities.any) return world
  const ids = identities.roots.filter((id) => !world.entities.has(id)).flatMap((id) => identities.members(id))
  const uses = renamed(await listNames(scope, ids), identities)
  const extra = entitiesOf(uses, world).map((entity): [string, Entity] => [entity.id, entity])
  return Object.create(world, { entities: { value: new Map([...world.entities, ...extra]), enumerable: true } })
}
