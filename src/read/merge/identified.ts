import { type Mention, overlapping, overlaps } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty, emptySlots } from '../frames/slots.js'
import { partOfThose } from '../frames/those-named.js'
import { allGroups } from '../names/walk.js'
import { identity } from './filler.js'

/** A named person, and the body that a description beside the name says is his. */
interface Described {
  person: NounGroup
  role: NounGroup
  body: NounGroup
}

/** Who a person must be said to be: one who leads a body, fights or acts for it. */
const ROLES = ['person', 'leader', 'official', 'fighter', 'soldier']
const NO_ROLES = ['worker', 'kin', 'victim', 'civilian', 'sport', 'outlet']
const NO_BODIES = ['outlet', 'place', 'sport', 'building']

/**
 * Memberships that a description beside a name states: "the group's emir, X", «القيادي في الحركة فلان», "X, a commander
 * of Y". Only where the sentence tells a claim, so that the description says who a participant is, and never of whoever
 * tells it; each person and body once a document.
 */
export function identifyParticipants(
  analysis: Analysis,
  candidates: readonly Candidate[],
  grammar: FrameGrammar,
): Candidate[] {
  const { mentions } = analysis
  const known = new Set(
    candidates.filter((c) => !c.dropped && c.type === 'membership').flatMap((c) => keysOf(c, mentions)),
  )
  const out: Candidate[] = []
  for (const here of candidatesBySentence(candidates.filter((c) => !c.dropped)).values()) {
    const { sentence } = here[0]!
    const hops = distinctHops(here)
    for (const d of describedIn(sentence, analysis, grammar)) {
      const key = keyOf(d.person, d.body, mentions)
      const tells = hops.some((h) => h.start !== undefined && h.end !== undefined && overlaps(d.person, h as never))
      // «أوقفت القوة القيادي فلانا، وأقر بأنه …»: one to whom something is done may tell of it later.
      if ((tells && !here.some((c) => isPartyOf(c, d))) || known.has(key)) continue
      known.add(key)
      out.push(membership(d, hostOf(d, here)))
    }
  }
  return out
}

const keyOf = (person: NounGroup, body: NounGroup, mentions: readonly Mention[]) =>
  `${identity(mentions, nameOf(person))} ${identity(mentions, body)}`
const keysOf = (c: Candidate, mentions: readonly Mention[]) =>
  c.slots.agents.flatMap((a) => c.slots.counterparts.map((b) => keyOf(a.group, b.group, mentions)))
const nameOf = (g: NounGroup) => g.apposed ?? g

const distinctHops = (here: readonly Candidate[]) => [
  ...new Map(here.flatMap((c) => c.chain.map((h) => [h.start ?? h.name, h] as const))).values(),
]

/** The claim whose party he is, else the one whose clause he stands in: its source says who he is. */
function hostOf(d: Described, here: readonly Candidate[]): Candidate {
  const { person } = d
  const within = (c: Candidate) => c.predicate.clause.start <= person.start && person.end <= c.predicate.clause.end
  return here.find((c) => isPartyOf(c, d)) ?? here.find(within) ?? here[0]!
}

const isPartyOf = (c: Candidate, { person, role }: Described) =>
  [...c.slots.agents, ...c.slots.counterparts, ...c.slots.objects].some(
    (p) => overlaps(p.group, person) || overlaps(p.group, role),
  )

function membership({ person, role, body }: Described, host: Candidate): Candidate {
  const slots = emptySlots()
  addParty(slots.agents, person)
  addParty(slots.counterparts, body)
  const span = { start: Math.min(person.start, role.start), end: Math.max(person.end, role.end) }
  const predicate: Predicate = {
    index: -1,
    lemma: role.lemma,
    pos: 'noun',
    span,
    clause: span,
    functions: { S: [person], O: [], O2: [], G: [], X: [], P: {} },
    passive: false,
    negated: false,
    definite: true,
    form: 'noun',
    modality: [],
  }
  return {
    type: 'membership',
    rule: 'description#beside a name',
    sentence: host.sentence,
    predicate,
    slots,
    counts: {},
    time: null,
    status: 'asserted',
    chain: host.chain,
    links: [],
    support: [],
    confidence: 0.6,
  }
}

function describedIn(sentence: Sentence, analysis: Analysis, grammar: FrameGrammar): Described[] {
  const { text, mentions } = analysis
  if (!overlapping(mentions, sentence).some((m) => m.kind === 'person')) return []
  const groups = allGroups(sentence)
  const out: Described[] = []
  let done = 0
  const pair = (person: NounGroup, role: NounGroup): boolean => {
    const own = bodyOf(role, grammar)
    const body = own ?? bodyOfThose(role, sentence, grammar)
    // An office tells what everybody knows, but of one who stands among the men of a body.
    if (!body || !isRole(role, grammar) || (own && isOffice(role)) || person.start < done) return false
    done = person.end
    out.push({ person, role, body })
    return true
  }
  for (const [i, g] of groups.entries()) {
    if (g.apposed && isPerson(g.apposed, mentions)) pair(g.apposed, g)
    if (!isPerson(g, mentions)) continue
    if (g.apposed && pair(g, g.apposed)) continue
    let next = i + 1
    while (next < groups.length && groups[next]!.start <= g.end) next++
    const beside = groups[next]
    if (beside && /^\s?[,،]\s$/u.test(text.slice(g.end, beside.start)) && pair(g, beside)) continue
    // «سالم، وهو قيادي في الحركة، …»
    const told =
      beside?.pronoun && !beside.of && text.slice(g.end, beside.start).length <= ASIDE ? groups[next + 1] : undefined
    if (told && told.start - beside!.end <= 1 && /[,،]/u.test(text.slice(g.end, beside!.start)) && pair(g, told))
      continue
    const before = outermostBefore(g, groups, i) ?? calledSo(g, groups, i, text, grammar)
    if (before && !before.apposed) pair(g, before)
  }
  return out
}

/** A comma, a space and «و». */
const ASIDE = 3

/** How many groups can stand within one that ends right before a name. */
const NESTED = 8

/** The largest group that ends right before another one. */
function outermostBefore(g: NounGroup, groups: readonly NounGroup[], at: number): NounGroup | undefined {
  let found: NounGroup | undefined
  for (let k = at - 1; k >= 0 && k >= at - NESTED; k--) {
    const r = groups[k]!
    if (r.end < g.start && g.start - r.end <= 1) found = r
  }
  return found
}

/** "a commander of the clan nicknamed X": whoever is called by the name, right before the word of naming. */
function calledSo(g: NounGroup, groups: readonly NounGroup[], at: number, text: string, { naming }: FrameGrammar) {
  const isNaming = (r: NounGroup) =>
    naming.has(
      fold(text.slice(r.end, g.start))
        .replace(/["“”«»']/gu, '')
        .trim(),
    )
  return groups.slice(Math.max(0, at - NESTED), at).find((r) => r.end < g.start && isNaming(r))
}

/** A person's own name: what the group itself is, not what it belongs to. */
const isPerson = (g: NounGroup, mentions: readonly Mention[]) =>
  g.mention !== undefined &&
  mentions[g.mention]?.kind === 'person' &&
  overlaps(g.head, mentions[g.mention]!) &&
  !g.members

/** Offices of a state say of their holders what everybody knows. */
const isOffice = (g: NounGroup) =>
  g.classes.includes('official') && !['leader', 'fighter', 'soldier'].some((c) => g.classes.includes(c))

const isRole = (g: NounGroup, { tree }: FrameGrammar) =>
  (g.quantity?.max ?? 1) === 1 &&
  !g.pronoun &&
  hasClass(g, ROLES, tree) &&
  !hasClass({ ...g, referents: [] }, NO_ROLES, tree)

/** «تسعة من عناصر التنظيم، بينهم القيادي فلان»: one of those just named is of their body. */
function bodyOfThose(role: NounGroup, sentence: Sentence, grammar: FrameGrammar): NounGroup | undefined {
  if (role.of || role.nisba) return undefined
  const those = partOfThose(role, sentence, grammar)
  for (let g = those?.of; g && !g.pronoun; g = g.of)
    if ((g.mention !== undefined || g.definite) && hasClass(g, ['group'], grammar.tree)) return g
  return undefined
}

function bodyOf(role: NounGroup, { tree }: FrameGrammar): NounGroup | undefined {
  // «مشرف حوثي» names a body, «ضابط سعودي» a country.
  for (const g of [role.of, role.nisba?.classes.includes('fighter') ? role.nisba : undefined]) {
    if (
      g &&
      (g.pronoun ? g.referents : true) &&
      hasClass(g, ['group'], tree) &&
      !NO_BODIES.some((c) => g.classes.includes(c))
    )
      return g
  }
  return undefined
}
