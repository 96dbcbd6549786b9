import { endOfCaptivity } from './captivity.js'
import type { Chunk } from './chunks.js'
import { ClauseState } from './clause-state.js'
import type { Draft } from './draft.js'
import { exceptFrom } from './exceptions.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'
import { isModal, readAuxiliary, readVerb } from './place-verb.js'
import { readPreposition } from './prepositional.js'
import { askAbout, asksWho } from './questions.js'
import { readGroup } from './receive-group.js'
import { takesUpWhat } from './relative-clauses.js'
import { isAlso, isAside, isTelling, readRelative, readSubordinator } from './subordination.js'
import type { Tok } from './words.js'

/** Reads the clauses of a sentence from its chunks, left to right, and gives the predicates in the order of the text. */
export function readClauses(chunks: readonly Chunk[], toks: readonly Tok[], lexicon: Lexicon): Draft[] {
  const s = new ClauseState(chunks, toks, lexicon)
  for (let i = 0; i < chunks.length; i++) i = step(s, i)
  s.close()
  s.settleInterrupted()
  return s.drafts.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** «ففي الشتاء، كما يروي شاهد، فتحت الجماعة …»: the comma behind who tells it gives the clause back. */
function endInsertion(s: ClauseState): void {
  const [teller] = s.clause.verbs
  if (s.interrupted && s.clause.aside) s.resumeAside()
  else if (s.interrupted && s.clause.according && teller) s.resume(teller)
}

/** Takes up the chunk at `i` and gives the index of the last chunk that was used up. */
function step(s: ClauseState, i: number): number {
  const chunk = s.chunks[i]!
  switch (chunk.kind) {
    case 'verb':
      if (isTelling(s, i)) s.interrupt({ according: true })
      readVerb(s, i)
      break
    case 'auxiliary': {
      const held = endOfCaptivity(s, i)
      if (held !== undefined) {
        s.clause.antecedent = undefined
        return held
      }
      readAuxiliary(s, i)
      break
    }
    case 'group':
      if (s.depth === 0 && !takesUpWhat(s, i)) readGroup(s, i)
      break
    case 'preposition':
      if (!asksWho(s, i)) return readPreposition(s, i)
      askAbout(s)
      break
    case 'subordinator':
      if (isAlso(s, i)) {
        s.conjunction = chunk
        return i
      }
      readSubordinator(s, i)
      break
    case 'relative':
      readRelative(s, i)
      break
    case 'negation':
      s.negation = chunk.tok
      return i
    case 'particle':
      if (chunk.tok.reading.role === 'question') askAbout(s)
      if (chunk.tok.reading.role === 'except') {
        // «ليس سوى صفقة», «ليس إلا تنسيقا»: what is nothing but a deal is one.
        if (s.negation) s.negation = undefined
        else exceptFrom(s, i)
      }
      // «غالبا ما يهاجمون القوافل»: what somebody does as a rule is no event.
      if (chunk.tok.reading.role === 'habit' && !saysNext(s, i)) s.clause.supposed = true
      // «ربما تكون قد حصلت»: «قد» leaves the hedge before it as it is.
      if (!hedgesBefore(s, i) && !(s.particle && isModal(s.particle))) s.particle = chunk.tok
      return i
    case 'conjunction':
      s.conjunction = chunk
      if (isAside(s, i)) s.interrupt({ aside: true })
      return i
    case 'open':
      s.depth++
      // «عدن (رويترز) قتل …»: a place with something in brackets is a dateline; a body with its initials is none.
      if (s.clause.verbs.length === 0 && s.drafts.length === 0 && !isNamedBody(s.clause.topic))
        s.clause.topic = undefined
      break
    case 'close':
      s.depth = Math.max(0, s.depth - 1)
      break
    case 'comma':
      endInsertion(s)
      return i
    case 'stop':
      s.close()
      s.particle = undefined
      s.settleInterrupted()
      s.clause = { verbs: [], events: [], ...listUnder(s, i) }
      s.waiting = undefined
      if (chunk.tok.norm !== ':') s.told = []
      break
    default:
      return i
  }
  s.conjunction = undefined
  return i
}

const isNamedBody = (topic: Group | undefined) =>
  topic?.classes.some((c) => c === 'body' || c === 'faction' || c === 'unit') === true

const saysNext = (s: ClauseState, i: number) => s.lexicon.saying.has(`${s.chunks[i + 1]?.tok.lemma}/verb`)

/** «تضمنت الخطة ثلاثة بنود: خطف …، ونسف …»: behind the colon stands what the verb before calls for. */
function listUnder(s: ClauseState, i: number): Pick<ClauseState['clause'], 'listed'> {
  const calls = s.clause.verbs.find((d) => !d.describes && s.lexicon.governors.has(`${d.lemma}/verb`))
  return s.chunks[i]!.tok.norm === ':' && calls ? { listed: calls } : {}
}

/** «سلمتها للفصيل على ما يبدو، …»: a hedge that ends its clause hedges what the clause has told. */
function hedgesBefore(s: ClauseState, i: number): boolean {
  const { tok } = s.chunks[i]!
  const next = s.chunks[i + 1]?.kind
  const told = s.clause.verbs.at(-1) ?? s.clause.events[0]
  if (!isModal(tok) || !told || (next !== undefined && next !== 'comma' && next !== 'stop')) return false
  told.modality.push(tok.lemma)
  return true
}
