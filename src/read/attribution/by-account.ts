import type { Mention } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { sayingOf } from './saying.js'
import { canSpeak, speaks } from './speakers.js'

/** An account ends where its clause does: a stop or a colon and a space behind it. */
const BESIDE = 1

/**
 * "Survivors gave another account: …", "The drivers tell a different story. …": whoever has an account of what happened tells
 * what stands behind it, in its sentence or in those that follow.
 */
export function byAccount(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  if (!sentence.words.some((w) => g.accounts.has(w.norm))) return []
  const colon = sentence.words.find((w) => w.norm === ':')
  return sentence.predicates.flatMap((p): Attribution[] => {
    const end = colon?.start ?? sentence.end
    // "The army's version is different: …"
    const owner = colon && p.span.start < end ? ownerOf(p, sentence, g).filter((x) => speaks(x, g)) : []
    if (colon && owner.length > 0 && p.form === 'finite' && !isUnder(p)) {
      const scope = { start: colon.end, end: sentence.end }
      return [{ sentence, speakers: owner, cue: colon, kind: 'say', account: true, predicate: p, scope }]
    }
    const account = p.functions.O.find((x) => isAccount(x, g) && x.end <= end && end - x.end <= BESIDE)
    const said = sayingOf(p, sentence, g)
    if (
      !account ||
      (said && !TELLS.has(said)) ||
      p.pos !== 'verb' ||
      p.form !== 'finite' ||
      p.passive ||
      p.negated ||
      isUnder(p)
    )
      return []
    const speakers = p.functions.S.flatMap((s) => s.members ?? [s]).filter(
      (s) => (s.pronoun !== undefined || speaks(s, g)) && canSpeak(s, mentions, g),
    )
    const scope = { start: colon?.end ?? sentence.end, end: sentence.end }
    return speakers.length > 0
      ? [{ sentence, speakers, cue: p.span, kind: 'say', account: true, predicate: p, scope }]
      : []
  })
}

/** Kinds of saying by which an account is given; to dismiss one gives none. */
const TELLS = new Set<SayingKind>(['say', 'report'])

const isAccount = (x: NounGroup, g: AttributionGrammar) =>
  x.mention === undefined && !x.pronoun && g.accounts.has(x.lemma)

const isUnder = ({ governor }: Predicate) => governor !== undefined && governor.as !== 'conjunct'

const ownerOf = ({ functions: { S } }: Predicate, { predicates }: Sentence, g: AttributionGrammar): NounGroup[] =>
  S.filter((x) => isAccount(x, g)).flatMap((x) =>
    predicates.flatMap((n) =>
      n.pos === 'noun' && x.start <= n.span.start && n.span.end <= x.end ? [...n.functions.X, ...n.functions.G] : [],
    ),
  )
