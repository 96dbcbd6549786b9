import type { Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import { type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import { type ClassTree, hasClass } from '../frames/classes.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

/** How many sentences away the prison may have been stormed out of which somebody takes people. */
const REACH = 1
const STORMS = new Set(['attack', 'seizure', 'armed-clash'])

/**
 * «أخرج التنظيم عشرة من عناصره من سجن», "stormed the jail and freed the inmates": whoever takes his own men, or anybody, out of a
 * prison that others hold lets nobody go: they get away, and he is not who held them.
 */
export function readBreakOuts(candidates: readonly Candidate[], mentions: readonly Mention[], tree: ClassTree): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.type === 'escape') leaveOutHelpers(c)
    if (c.type !== 'prisoner-release' || c.dropped || c.predicate.passive || c.slots.agents.length === 0) continue
    const near = candidatesNear(bySentence, c.sentence, REACH)
    if (takesOwnMen(c, mentions, tree) || near.some((o) => storms(o, c, mentions, tree))) getAway(c, tree)
  }
}

/** "broke its men out of the jail": whoever helps them out did not hold them. */
function leaveOutHelpers({ predicate, slots }: Candidate): void {
  if (!slots.agents.some((p) => predicate.functions.O.includes(p.group))) return
  slots.counterparts = slots.counterparts.filter((p) => !predicate.functions.S.includes(p.group))
}

const isPrison = (g: NounGroup, tree: ClassTree) => hasClass(g, ['prison'], tree)

/** Whose prison it is, where it is said. */
const ownerOf = (g: NounGroup) =>
  g.of && (g.of.mention !== undefined || g.of.classes.includes('group')) ? g.of : undefined

function takesOwnMen(c: Candidate, mentions: readonly Mention[], tree: ClassTree): boolean {
  const { slots } = c
  if (doesSomebodyAFavour(c)) return false
  const doers = new Set(slots.agents.flatMap((p) => partiesIn(p.group)).map((g) => identity(mentions, g)))
  const isHis = (g: NounGroup | undefined): boolean =>
    g !== undefined &&
    ((g.pronoun !== undefined && partiesIn(g).some((x) => doers.has(identity(mentions, x)))) || isHis(g.of))
  const prisons = slots.origin.filter((p) => isPrison(p.group, tree))
  return prisons.some((p) => !p.group.of?.pronoun) && slots.objects.some((p) => isHis(p.group))
}

/** "supported the Front by releasing its leaders from jail": what is done for another is done to the other's men. */
function doesSomebodyAFavour({ predicate: { governor }, sentence }: Candidate): boolean {
  if (governor?.as !== 'adverbial') return false
  const { O, O2, P } = sentence.predicates[governor.predicate]!.functions
  return [...O, ...O2, ...Object.values(P).flat()].some(
    (g) => !g.pronoun && (g.mention !== undefined || g.classes.includes('group')),
  )
}

function storms(o: Candidate, c: Candidate, mentions: readonly Mention[], tree: ClassTree): boolean {
  if (!STORMS.has(o.type) || o.dropped || o.status === 'negated' || o.status === 'denied') return false
  const prison = [...o.slots.counterparts, ...o.slots.objects].some((p) => isPrison(p.group, tree))
  const doers = new Set(o.slots.agents.flatMap((p) => partiesIn(p.group)).map((g) => identity(mentions, g)))
  return prison && c.slots.agents.flatMap((p) => partiesIn(p.group)).some((g) => doers.has(identity(mentions, g)))
}

const partiesIn = (g: NounGroup): readonly NounGroup[] => g.referents ?? [g]

function getAway(c: Candidate, tree: ClassTree): void {
  const { slots, counts } = c
  c.type = 'escape'
  c.rule = `${c.rule} out of a prison`
  slots.agents = slots.objects
  slots.objects = []
  slots.counterparts = []
  for (const p of slots.origin) {
    const owner = isPrison(p.group, tree) ? ownerOf(p.group) : undefined
    if (owner) addParty(slots.counterparts, owner, 'whose prison it was')
  }
  const { released, ...others } = counts
  c.counts = released ? { ...others, escaped: released } : others
}
