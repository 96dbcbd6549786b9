import type { Hop } from '../../model/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'

/** An interview printed without names before its turns: who answers, and the paragraphs that hold the answers. */
export interface Interview {
  answers: ReadonlySet<number>
  person: NounGroup
  hop: Hop
}

/** So many paragraphs at least are questions. */
const QUESTIONS = 2
/** A turn of questions only is a list of them. */
const TURNS = 2

/**
 * Questions and answers in turn after a few lines that say who is asked: paragraphs that end in a question mark, always an
 * even number apart. What stands between two of them is an answer; a turn of the asker need not be a question.
 */
export function findInterview(analysis: Analysis, g: AttributionGrammar): Interview | null {
  const paragraphs = paragraphsOf(analysis)
  const asks = paragraphs.flatMap((p, i) => (/[?؟]$/u.test(analysis.text.slice(0, p.at(-1)!.end).trimEnd()) ? [i] : []))
  const first = asks[0]
  if (asks.length < QUESTIONS || first === undefined || first === 0) return null
  if (asks.some((i) => (i - first) % TURNS !== 0) || asks.length * TURNS * 2 < paragraphs.length - first) return null
  const person = askedOf(paragraphs.slice(0, first).flat(), analysis)
  if (!person) return null
  const answers = paragraphs.filter((_, i) => i > first && (i - first) % TURNS === 1).map((p) => p[0]!.paragraph)
  const hop = hopOf(analysis.text, person.group, person.sentence, analysis.mentions, null, g)
  return { answers: new Set(answers), person: person.group, hop: { ...hop, kind: 'official' } }
}

function paragraphsOf({ sentences }: Analysis): Sentence[][] {
  const out: Sentence[][] = []
  for (const s of sentences) {
    const last = out.at(-1)
    if (last && last[0]!.paragraph === s.paragraph) last.push(s)
    else out.push([s])
  }
  return out
}

/** Whoever is spoken to ("she spoke to him in Aden"), else the first person named. */
function askedOf(intro: readonly Sentence[], { mentions }: Analysis) {
  const isPerson = (x: NounGroup | undefined) => x?.mention !== undefined && mentions[x.mention]?.kind === 'person'
  const named = (x: NounGroup) => (isPerson(x) ? x : x.referents?.find(isPerson))
  const asked = intro.flatMap((sentence) =>
    sentence.predicates
      .filter((p) => p.functions.S.some(isPerson))
      .flatMap((p) => [...p.functions.O, ...Object.values(p.functions.P).flat()])
      .flatMap((x) => named(x) ?? [])
      .map((group) => ({ group, sentence })),
  )
  const told = intro.flatMap((sentence) => sentence.groups.filter(isPerson).map((group) => ({ group, sentence })))
  return asked[0] ?? told.find(({ sentence }) => !sentence.heading) ?? told[0]
}
