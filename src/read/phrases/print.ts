import type { NounGroup, Predicate, Sentence } from '../analysis.js'

/** A sentence's groups and predicates, one a line, as a person can check them; `text` is the document's. */
export function printSentence(sentence: Sentence, text: string): string {
  const groups = sentence.groups.map((g) => printGroup(g, text)).join(' ')
  return [text.slice(sentence.start, sentence.end), `  ${groups}`, ...sentence.predicates.map((p) => `  ${printPredicate(p, text)}`)].join('\n')
}

/** «أفرج/verb S=[…] عن=[…]», then what governs it and what stands over it. */
export function printPredicate(p: Predicate, text: string): string {
  const { S, O, O2, G, X, P } = p.functions
  const named: [string, NounGroup[]][] = [['S', S], ['O', O], ['O2', O2], ['G', G], ['X', X], ...Object.entries(P)]
  const functions = named.filter(([, groups]) => groups.length > 0).map(([f, groups]) => `${f}=${groups.map((g) => printGroup(g, text)).join('')}`)
  const marks = [
    p.form === 'finite' || p.form === 'noun' ? '' : p.form,
    p.tense === 'future' ? 'future' : '',
    p.passive ? 'passive' : '',
    p.negated ? 'negated' : '',
    p.modality.join('+'),
    p.governor ? `←${p.governor.predicate}:${p.governor.as}${p.governor.by ? `(${p.governor.by})` : ''}` : '',
  ].filter(Boolean)
  return [`${p.index} ${p.lemma}/${p.pos}`, ...functions, ...marks].join(' ')
}

/** A group in brackets; its number, and its members where it has some. */
export function printGroup(g: NounGroup, text: string): string {
  const inner = g.members ? g.members.map((m) => text.slice(m.start, m.end)).join(' + ') : text.slice(g.start, g.end)
  const quantity = g.quantity ? `#${g.quantity.min ?? ''}–${g.quantity.max ?? ''}` : ''
  return `[${inner}${quantity}]`
}
