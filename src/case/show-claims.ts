import { type Claim, type Document, type Entity, type Filler, SLOTS } from '../model/index.js'
import { belongsTo, MEETS_NONE, meetingOf } from '../resolve/index.js'
import type { ShownClaim, StoredJudgement } from '../store/index.js'
import { fold } from '../text/index.js'
import { fitAnchors } from './fit-judgements.js'
import type { CaseWorld } from './steps.js'

/** What is shown of a document, and which claim each judgement on it fits (null: it goes to review). */
export interface Shown {
  rows: ShownClaim[]
  fits: Map<string, string | null>
}

/**
 * Applies the analysts' standing judgements to a reading's claims: additions become claims, corrections change what is
 * shown, the last word is the decision. `settle` puts in the entities that analysts decided on. Pure, so that `verify` can do it again and compare.
 */
export function showClaims(
  document: Omit<Document, 'text'>,
  seq: number,
  claims: readonly Claim[],
  judgements: readonly StoredJudgement[],
  world: CaseWorld,
  settle: (claim: Claim) => Claim = (claim) => claim,
): Shown {
  const added = judgements.flatMap(({ judgement }) => (judgement.kind === 'add' ? [judgement.claim as Claim] : []))
  const pool = [...claims, ...added].map((claim) => ({ claim, document: document.id }))
  const onClaims = judgements.filter(({ judgement, anchors }) => judgement.kind !== 'add' && anchors.length > 0)
  const anchored = fitAnchors(
    onClaims.map((row) => row.anchors[0]!),
    pool,
  )
  const fits = new Map(onClaims.map((row) => [row.judgement.id, anchored.get(row.anchors[0]!) ?? null]))
  const rows = pool.map(({ claim }, position) => {
    const own = onClaims.filter((row) => fits.get(row.judgement.id) === claim.id)
    const decided = decide(claim, position >= claims.length, own)
    return row(document, seq, position, { ...decided, claim: settle(decided.claim) }, world)
  })
  return { rows, fits }
}

const WORDS = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

function decide(claim: Claim, byHand: boolean, judgements: readonly StoredJudgement[]) {
  let shown = claim
  let decision: string | null = byHand ? 'added' : null
  for (const { judgement } of judgements) {
    if (judgement.kind === 'correct') shown = { ...shown, ...judgement.claim, id: claim.id }
    decision = WORDS[judgement.kind as keyof typeof WORDS] ?? decision
  }
  return { claim: shown, decision }
}

function row(
  about: Omit<Document, 'text'>,
  seq: number,
  position: number,
  { claim, decision }: { claim: Claim; decision: string | null },
  world: CaseWorld,
): ShownClaim {
  const dated = about.published && about.published.basis !== 'none' ? about.published.to : null
  const from = claim.time?.from ?? null
  const to = claim.time?.to ?? dated
  const digits = (n: number, width: number) => String(n).padStart(width, '0')
  const document = { ...about, text: '' }
  return {
    claim,
    document: about.id,
    decision,
    orderKey: `${from ?? to ?? '9999-99-99'}/${digits(seq, 9)}/${digits(position, 6)}`,
    originKey: fold(claim.chain.at(-1)?.name ?? ''),
    outletKey: outletKey(about.outlet, world),
    search: searchText(claim, world),
    from,
    to,
    actors: parts(claim, ['agents', 'counterparts', 'objects'], world, ['actor', 'person', 'outlet']),
    places: parts(claim, ['places', 'origin', 'destination'], world, ['place']),
    // A rejected claim stays in lists and leaves every count.
    ...(decision === 'rejected' ? MEETS_NONE : meetingOf(claim, document, world)),
  }
}

/** The key under which an outlet is found: its id where the packs have it, else the normal form of its name. */
export function outletKey(outlet: string | undefined, world: CaseWorld): string {
  return outlet === undefined ? '' : (world.outlet(outlet)?.id ?? fold(outlet))
}

/** The entities in these slots, and with the role `within` what they belong to or lie in. */
function parts(claim: Claim, slots: readonly (typeof SLOTS)[number][], world: CaseWorld, kinds: readonly string[]) {
  const own = slots.flatMap((role) =>
    claim[role].flatMap((filler) => (filler.entity === undefined ? [] : [{ id: filler.entity, role: role as string }])),
  )
  const ids = new Set(own.map(({ id }) => id))
  const around = [...ids].flatMap((id) => belongsTo(id, world)).filter((id) => !ids.has(id))
  const within = around.map((id) => ({ id, role: 'within' }))
  return [...own, ...within].filter(({ id }) => kinds.includes(world.entities.get(id)?.kind ?? kinds[0]!))
}

/** Normal forms of the evidence, the fillers and the chain, and of every name that the packs know their entities by. */
function searchText(claim: Claim, world: CaseWorld): string {
  const fillers: Pick<Filler, 'text' | 'entity'>[] = [
    ...SLOTS.flatMap((slot) => claim[slot]),
    ...claim.chain.map((hop) => ({ text: hop.name, entity: hop.entity })),
  ]
  const words = [claim.evidence.text, ...fillers.map(({ text }) => text)].map((text) => fold(text))
  return [...new Set([...words, ...fillers.flatMap(({ entity }) => foldedNames(entity, world))])].join('\n')
}

/** The names of the packs' entities, folded once. */
const folded = new WeakMap<Entity, readonly string[]>()

function foldedNames(id: string | undefined, world: CaseWorld): readonly string[] {
  const entity = id === undefined ? undefined : world.entities.get(id)
  if (!entity) return []
  const names = folded.get(entity) ?? entity.names.map(({ name }) => fold(name))
  folded.set(entity, names)
  return names
}
