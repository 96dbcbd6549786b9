import { type Group, kindOf } from './group.js'
import { addNode, addPhrase, type Clauses, type Node, noFunctions } from './node.js'
import { phrases } from './objects.js'

const EVENTS = new Set(['event', 'violence', 'talks', 'deal', 'support', 'training', 'campaign', 'statement', 'plan'])
/** What can carry an event named before it: "kidnapping operations", but not "battle reports". */
const CARRIERS = new Set(['event', 'violence', 'talks', 'deal', 'campaign', 'plan', 'training', 'support'])
const MEANS = new Set(['weapon', 'drone', 'missile', 'explosive', 'ammunition', 'vehicle', 'ship', 'aircraft'])

/** Event nouns of the sentence, outer ones first, each with what its noun group says of its parties. */
export function nominals(c: Clauses): void {
  for (const [i, x] of c.chunks.entries()) if (x.kind === 'group') nominal(c, x.group, i)
}

export function isEvent(c: Clauses, g: Group): boolean {
  return c.lexicon.eventNouns.has(g.lemma) || g.gerund === true || g.classes.some((k) => EVENTS.has(k))
}

function nominal(c: Clauses, g: Group, chunk: number, outer?: Node, parts: boolean = true): void {
  if (g.members) {
    for (const m of g.members) nominal(c, m, chunk, outer)
    // "a meeting and an agreement between …": what follows belongs to each.
    return
  }
  let node = outer
  if (isEvent(c, g) && g.mention === undefined) {
    node = eventNode(c, g, chunk)
    if (outer) {
      node.governor = { predicate: outer.index, as: 'of' }
    }
    const carrier = g.classes.some((k) => CARRIERS.has(k)) && !g.classes.includes('document')
    for (const p of carrier ? g.premodifiers : []) {
      if (!isEvent(c, p) || p.mention !== undefined) continue
      // "kidnapping operations": the event is named before its carrier.
      const inner = eventNode(c, { ...p, premodifiers: g.premodifiers.slice(0, g.premodifiers.indexOf(p)) }, chunk)
      inner.governor = { predicate: node.index, as: 'of' }
      if (g.of) inner.functions.G.push(...flat(g.of))
      if (g.quantity && !inner.quantity) inner.quantity = g.quantity
    }
  }
  if (g.of && g.of !== g.possessor && parts) nominal(c, g.of, chunk, node)
  if (g.possessor && isEvent(c, g.possessor)) nominal(c, g.possessor, chunk)
  if (g.apposed) nominal(c, g.apposed, chunk, outer)
}

const flat = (g: Group): Group[] => g.members ?? [g]

function eventNode(c: Clauses, g: Group, chunk: number): Node {
  const functions = noFunctions()
  if (g.of && g.of !== g.possessor) functions.G.push(g.of)
  if (g.possessor) functions.X.push(g.possessor)
  for (const p of g.premodifiers) {
    if (isEvent(c, p) && p.mention === undefined) continue
    if (p.classes.some((k) => MEANS.has(k)) && !p.classes.includes('group')) addPhrase(functions, 'with', p)
    const acronym = p.lemma.length <= 5 && !p.plural
    if (p.unknown && !acronym && !p.plural && g.classes.includes('violence')) addPhrase(functions, 'in', p)
    else if (
      p.classes.includes('group') ||
      (p.classes.includes('person') && !p.classes.includes('detainee')) ||
      p.unknown
    ) {
      functions.X.push(p)
      // "repelled an Ox Front attack": whose act it is, for the verb that it stands under as well.
      if (p.mention !== undefined && p.classes.includes('group')) g.nisba ??= p
    } else if (kindOf(p) === 'place') addPhrase(functions, 'in', p)
    else functions.O.push(p)
  }
  const nominalVerb = g.gerund === true && !c.lexicon.eventNouns.has(g.lemma)
  const node = addNode(c, {
    lemma: g.lemma,
    pos: nominalVerb ? 'verb' : 'noun',
    span: g.head,
    functions,
    passive: false,
    negated: g.negative === true,
    definite: g.definite,
    form: nominalVerb ? 'gerund' : 'noun',
    modality: g.modifiers,
    ...(g.quantity ? { quantity: g.quantity } : {}),
    chunk,
    group: g,
  })
  node.clause = { start: g.start, end: Math.max(g.end, node.span.end) }
  if (nominalVerb) {
    functions.O.push(...functions.G)
    functions.S.push(...functions.X)
    functions.G = []
    functions.X = []
  }
  phrases(c, node, chunk + 1, true)
  const by = functions.P.by
  if (by) functions.S.push(...by)
  c.nounOf.set(g, node)
  return node
}
