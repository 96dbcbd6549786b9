import { surface } from '../../surface.js'
import { isAnd, isComma } from './chunk.js'
import { type Group, kindOf } from './group.js'
import { give, hang, nextFinite } from './hanging.js'
import { addPhrase, type Clauses, type Node, skipBack, verbBefore, widen } from './node.js'

/** "soldiers killed in the raid": done to the noun before it. */
export function participle(c: Clauses, node: Node): void {
  const { chunks } = c
  const i = node.chunk
  const j = skipBack(chunks, i - 1)
  const before = chunks[j]
  node.passive = true
  const by = node.functions.P.by
  if (by && node.functions.S.length === 0) node.functions.S.push(...by)
  if (before?.kind === 'group') {
    const host = meantBy(c, j) ?? hostGroup(c, j)
    give(node, [describedIn(c, node, host)])
    widen(node, host)
    giveBack(c, node, verbBefore(c, j))
    return hang(c, node, verbBefore(c, j) ?? nextFinite(c, i), 'relative')
  }
  if (before?.kind === 'verb') {
    // "was reported killed"
    const over = c.verbAt.get(j)!
    give(node, surface(over))
    return hang(c, node, over, 'complement')
  }
  const host = verbBefore(c, i, (n) => n.form === 'finite')
  const later = nextFinite(c, i)
  const opens = before === undefined || before.kind === 'subordinator' || (isAnd(before) && !host)
  const on = opens ? (later ?? host) : host
  if (isAnd(before)) {
    // "gunmen loyal to X and blamed for Y": described like the one before.
    const described = leftHead(c, j)
    if (described) {
      give(node, [described])
      return hang(c, node, later ?? host, 'relative')
    }
  }
  // "Parts reached the clan by sea, hidden in boats": what a phrase closes is described no further.
  const things = host && surface(host).every((g) => kindOf(g as Group) === 'thing') ? surface(host) : []
  const near = chunks[j - 1]
  const behind = chunks[skipBack(chunks, j - 2)]?.kind === 'preposition'
  const closes = behind && near?.kind === 'group' && kindOf(near.group) !== 'actor'
  if (isComma(before) && closes && !later && things.length > 0) {
    give(node, things)
    return hang(c, node, host, 'relative')
  }
  if (isComma(before)) {
    for (let k = j - 1; k >= 0; k--) {
      const x = chunks[k]!
      if (x.kind === 'group') {
        give(node, [talksOver(c, k) ?? hostGroup(c, k)])
        break
      }
      if (x.kind === 'verb') break
    }
  }
  if (on) give(node, surface(on))
  const word = before?.kind === 'subordinator' ? before.norm : undefined
  hang(c, node, on ?? later, word ? 'adverbial' : 'relative', word)
}

/** "drove a truck packed with explosives into the gate": where something filled goes, the verb before it says. */
function giveBack({ lexicon }: Clauses, { functions: { P } }: Node, over: Node | undefined): void {
  const behind = (role: string) =>
    Object.entries(P).filter(([word, groups]) => lexicon.prepositions.get(word) === role && groups.length > 0)
  const [filling] = behind('means')
  const [goal] = behind('goal')
  if (!over?.verb || !filling || !goal || goal[1][0]!.start < filling[1][0]!.start) return
  for (const [word, groups] of Object.entries(P)) {
    const further = groups.filter((g) => g.start >= goal[1][0]!.start)
    for (const g of further) addPhrase(over.functions, word, g)
    P[word] = groups.filter((g) => !further.includes(g))
    if (P[word].length === 0) delete P[word]
    for (const g of further) widen(over, g)
  }
}

/** "Talks between the clan and the guard, hosted by Ostby, …": what is hosted is what runs between them. */
function talksOver({ chunks }: Clauses, k: number): Group | undefined {
  const [between, talks] = [chunks[skipBack(chunks, k - 1)], chunks[skipBack(chunks, skipBack(chunks, k - 1) - 1)]]
  const runs = between?.kind === 'preposition' && between.role === 'between' && talks?.kind === 'group'
  return runs && talks.group.classes.some((x) => BETWEEN.has(x)) ? talks.group : undefined
}
const BETWEEN = new Set(['talks', 'deal'])

/** "A tanker was the one attacked": said to be the one is the subject itself. */
function meantBy({ chunks, verbAt }: Clauses, j: number): Group | undefined {
  const near = chunks[j]
  const over = verbAt.get(skipBack(chunks, j - 1))
  if (near?.kind !== 'group' || !ONE.has(near.group.lemma) || !over?.verb?.copula) return undefined
  const [subject] = over.functions.S
  return subject as Group | undefined
}
/** How a group of nothing but a number is called. */
const ONE = new Set(['number', 'one'])

/** "the arrest of two men accused of theft": those in the event, unless the verb tells of events ("the release of ten men announced by"). */
function describedIn({ lexicon }: Clauses, { lemma }: Node, host: Group): Group {
  const inner = host.of
  if (!inner || inner === host.possessor || !host.classes.includes('event')) return host
  const key = `${lemma}/verb`
  const tells = lexicon.saying.has(key) || lexicon.governors.has(key) || lexicon.light.has(lemma)
  return kindOf(inner) === 'actor' && (lexicon.control.get(lemma) === 'object' || !tells) ? inner : host
}

/** The first group of the clause, over its phrases and descriptions. */
function leftHead(c: Clauses, from: number): Group | undefined {
  let head: Group | undefined
  for (let k = from - 1; k >= 0; k--) {
    const x = c.chunks[k]!
    if (x.kind === 'group') head = x.group
    // "Paid by Ostby and armed by Sund, the clan …": who is described stands only behind.
    else if (x.kind === 'verb' && x.verb.form === 'participle' && skipBack(c.chunks, k - 1) < 0) return undefined
    else if (x.kind === 'punctuation' || x.kind === 'subordinator' || (x.kind === 'verb' && x.verb.form === 'finite'))
      break
  }
  return head
}

/** The noun that a reduced relative describes: the one beside it, or people before a place that stands between. */
export function hostGroup(c: Clauses, j: number): Group {
  const near = c.chunks[j]
  if (near?.kind !== 'group') throw new Error('no group')
  const k = skipBack(c.chunks, j - 1)
  const p = c.chunks[k]
  const far = c.chunks[skipBack(c.chunks, k - 1)]
  // "drove the women to a farm owned by …": behind an article of its own a building is what is described.
  const own = near.group.single === true && near.group.mention === undefined
  const place = near.group.classes.some((x) => PLACES.has(x)) && !own
  if (place && p?.kind === 'preposition' && far?.kind === 'group' && !far.group.classes.some((x) => PLACES.has(x))) {
    // "the arrest in Orvale of a man known as X": the description goes on from the genitive.
    const { of } = far.group
    return of && of.start > near.group.start ? of : far.group
  }
  return near.group
}
const PLACES = new Set(['place', 'area', 'building', 'base', 'prison', 'checkpoint'])
