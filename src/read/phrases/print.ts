import type { Functions, NounGroup, Predicate, Sentence } from '../analysis.js'

/** A sentence's groups and predicates in a form to be read: one predicate a line, its functions and what governs it. */
export function printSentence(text: string, s: Sentence): string {
  const groups = s.groups.map((g) => `[${printGroup(text, g)}]`).join(' ')
  return [
    text.slice(s.start, s.end),
    `  ${groups}`,
    ...s.predicates.map((p) => `  ${printPredicate(text, s, p)}`),
  ].join('\n')
}

export function printPredicate(text: string, s: Sentence, p: Predicate): string {
  const marks = [
    p.form,
    p.tense,
    p.passive && 'passive',
    p.negated && 'negated',
    p.definite && p.pos === 'noun' && 'definite',
    ...p.modality,
  ]
  const up = p.governor
    ? ` ← ${p.governor.as}${p.governor.by ? `(${p.governor.by})` : ''} ${s.predicates[p.governor.predicate]?.lemma}`
    : ''
  return `${p.index} ${p.lemma}/${p.pos} (${marks.filter(Boolean).join(' ')}) ${printFunctions(text, p.functions)}${up}`
}

export function printFunctions(text: string, f: Functions): string {
  const list = (name: string, groups: readonly NounGroup[]) =>
    groups.length > 0 ? [`${name}=${groups.map((g) => text.slice(g.start, g.end)).join(' | ')}`] : []
  return [
    ...list('S', f.S),
    ...list('O', f.O),
    ...list('O2', f.O2),
    ...list('G', f.G),
    ...list('X', f.X),
    ...Object.entries(f.P).flatMap(([p, g]) => list(p, g)),
  ].join('; ')
}

function printGroup(text: string, g: NounGroup): string {
  const inner = g.members ? g.members.map((m) => printGroup(text, m)).join(' + ') : text.slice(g.start, g.end)
  return `${inner}${g.classes.length > 0 ? `:${g.classes.join(',')}` : ''}${g.quantity ? ` #${g.quantity.min}-${g.quantity.max}` : ''}${g.pronoun ? ' pron' : ''}`
}
