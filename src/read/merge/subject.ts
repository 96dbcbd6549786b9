import { type LanguagePack, type Packs, SubjectRow, TopicRow, table } from '../../packs/index.js'
import { fold } from '../../text/index.js'
import type { Analysis } from '../analysis.js'
import type { Candidate } from '../candidate.js'

/** What shows that a text tells of armed parties. */
export interface SubjectGrammar {
  /** Folded words for who bears arms, who is held by them, and what only they do. */
  words: ReadonlySet<string>
  /** Folded words of other subjects. */
  topics: ReadonlySet<string>
  /** Whether a known entity is a body that bears arms. */
  isArmed(entity: string): boolean
}

/** Compiles a language's subject words and the kinds of body that bear arms. */
export function subjectGrammar(pack: LanguagePack, packs: Packs): SubjectGrammar {
  const { actors } = packs.ontology.kinds
  return {
    words: new Set(table(pack, 'words/subject.csv', SubjectRow).map((r) => fold(r.form))),
    topics: new Set(table(pack, 'words/topics.csv', TopicRow).map((r) => fold(r.form))),
    isArmed: (entity) => actors[packs.entities.get(entity)?.sort ?? '']?.armed === true,
  }
}

/** Sentences for which a report about armed parties has at least one word that shows it. */
const STRETCH = 3
/** Words that are enough for a text of any length: one alone may be a figure of speech ("an army of volunteers"). */
const ENOUGH = 2

/** One word of another subject proves nothing. */
const OTHER = 2

/**
 * Drops all candidates of a text about something else: a match "attacked" and "captured", a storm "struck", a bank
 * "took control". A sentence alone says too little of its subject to be judged; the longer a text goes on without
 * naming a known armed body and without a word for those who bear arms, the surer it is that it tells of none. Where it has
 * such words, in a figure of speech or in passing, more different words of another subject outweigh them.
 */
export function dropOffSubject(candidates: readonly Candidate[], analysis: Analysis, grammar: SubjectGrammar): void {
  if (candidates.length === 0) return
  const signs = signsIn(analysis, grammar)
  const needed = Math.min(ENOUGH, Math.floor(analysis.sentences.length / STRETCH))
  const armed = signs.bodies.size > 0 || signs.armedWords >= needed
  const other = signs.other.size >= OTHER && signs.other.size > new Set([...signs.bodies, ...signs.armed]).size
  const why = armed ? (other ? 'the text tells of something else' : null) : 'the text tells of no armed party'
  if (why) for (const c of candidates) c.dropped ??= why
}

/** Known armed bodies, words for who bears arms (each once, and how often they stand), words of other subjects. */
function signsIn({ mentions, sentences }: Analysis, grammar: SubjectGrammar) {
  const bodies = new Set(mentions.flatMap((m) => (m.entities.some(grammar.isArmed) ? [m.id] : [])))
  const armed = new Set<string>()
  const other = new Set<string>()
  let armedWords = 0
  for (const s of sentences)
    for (const w of s.words) {
      const lemma = fold(w.lemma)
      if (grammar.words.has(w.norm) || grammar.words.has(lemma)) {
        armed.add(lemma)
        armedWords++
      }
      if (grammar.topics.has(w.norm) || grammar.topics.has(lemma)) other.add(lemma)
    }
  return { bodies, armed, armedWords, other }
}
