import { type Claim, type Document, type Mention, overlapping, type Unread } from '../model/index.js'
import { paragraphs, sentences, tokens, tokensWithin } from '../text/index.js'
import type { Analysis, Predicate, Sentence } from './analysis.js'
import { attribute } from './attribution/attribute.js'
import { addDenials } from './attribution/denials.js'
import type { Candidate } from './candidate.js'
import { matchSentence } from './frames/match.js'
import { assignScope } from './frames/scope.js'
import { threatsOver } from './frames/threatened.js'
import { dropUnable } from './merge/able-to-act.js'
import { describeAffiliated } from './merge/affiliated.js'
import { readBreakOuts } from './merge/broken-out.js'
import { absorbCasualties } from './merge/casualties.js'
import { toClaims } from './merge/claims.js'
import { cleanParties, complete } from './merge/complete.js'
import { readDeals, readReturns } from './merge/deals.js'
import { chargeEachOther } from './merge/each-other.js'
import { dropEscortOfTarget } from './merge/escorted-target.js'
import { letThoseFreedAct } from './merge/freed-to-act.js'
import { identifyParticipants } from './merge/identified.js'
import { join } from './merge/join.js'
import { supplyMissing } from './merge/last-resort.js'
import { helpByDeed, tellMeans } from './merge/means.js'
import { nameMediated } from './merge/mediated.js'
import { dropSelfInflicted } from './merge/not-by-themselves.js'
import { readTerms } from './merge/on-terms.js'
import { dropOperations } from './merge/operations.js'
import { nameOtherSide } from './merge/other-side.js'
import { claimsByOwnWord } from './merge/own-word.js'
import { readRestraint } from './merge/restraint.js'
import { retell } from './merge/retell.js'
import { nameSomeOfThem } from './merge/some-of-those.js'
import { dropToldStatements } from './merge/statements.js'
import { dropOffSubject } from './merge/subject.js'
import { readThreats } from './merge/threats.js'
import { resumeActs } from './merge/told-again.js'
import { undo } from './merge/undone.js'
import { unreadSentences } from './merge/unread.js'
import { findMentions } from './names/mentions.js'
import { resolveReferents } from './names/referents.js'
import { markFactions, markStates } from './names/states.js'
import { quotations } from './phrases/quotes.js'
import type { TimeContext } from './phrases/time-meaning.js'
import { anchorOf, findTimes, toldOf } from './phrases/times.js'
import type { ReaderLanguage } from './prepare.js'

/** All that one reading made, kept for `isnad explain`. */
export interface Steps {
  analysis: Analysis
  /** Every candidate, those dropped with their reason. */
  candidates: Candidate[]
  claims: Claim[]
  mentions: Mention[]
  unread: Unread[]
}

/** Sorts of bodies that report on the parties of a conflict. */
const OBSERVERS = new Set(['international-body', 'international-organization', 'ngo', 'research-body'])

/** Sorts of bodies that govern a land: a text says "it" of them, never "they". */
const STATES = new Set(['state', 'country'])

/** Sorts of bodies that govern, and that serve who governs. */
const OFFICIAL = new Set([...STATES, 'government', 'state-body', 'security-body', 'armed-forces', 'coalition'])

/** The cascade over one document: each step sees only what the last produced. */
export function readDocument(document: Document, language: ReaderLanguage): Steps {
  const analysis = analyse(document, language)
  const kindOfSaying = (p: Predicate) => language.attribution.saying.get(`${p.lemma}/${p.pos}`)
  const saying = (p: Predicate) => kindOfSaying(p) !== undefined
  markStates(analysis, (id) => language.names.kindOf(id).kind === 'actor')
  const sort = (id: string) => language.names.kindOf(id).sort ?? ''
  markFactions(analysis, (id) => sort(id) === 'armed-group')
  resolveReferents(analysis, kindOfSaying, {
    observes: (id) => OBSERVERS.has(sort(id)),
    isState: (id) => STATES.has(sort(id)),
    isOfficial: (id) => OFFICIAL.has(sort(id)),
    calledBy: language.names.calledBy,
  })
  const candidates = analysis.sentences.flatMap((s) => {
    const read = matchSentence(s, language.frames, analysis.sentences[s.index - 1])
    read.push(...threatsOver(read, s, language.frames))
    assignScope(s, read, overlapping(analysis.mentions, s), saying, language.frames)
    return read
  })
  dropOperations(candidates, language.frames)
  const denials = attribute(document, analysis, candidates, language.attribution)
  candidates.push(...chargeEachOther(candidates, document.text, analysis.mentions, language.attribution))
  retell(candidates)
  readThreats(candidates, language.frames)
  readRestraint(candidates, language.attribution, language.frames, analysis.mentions)
  for (const c of candidates) cleanParties(c, analysis, language.frames)
  dropUnable(candidates, analysis.mentions, (id) => OBSERVERS.has(sort(id)))
  readDeals(analysis, candidates, language.frames, language.attribution.ordinals)
  candidates.push(...readReturns(candidates, language.frames))
  candidates.push(...readTerms(candidates, language.frames))
  undo(candidates, analysis, language.attribution)
  tellMeans(candidates)
  helpByDeed(candidates, language.attribution.ways)
  letThoseFreedAct(candidates)
  resumeActs(candidates, analysis.mentions, language.frames)
  describeAffiliated(candidates)
  complete(analysis, candidates, language.frames, saying)
  dropToldStatements(candidates)
  dropEscortOfTarget(candidates)
  nameMediated(candidates, analysis.mentions)
  nameOtherSide(candidates, analysis.mentions, language.frames)
  supplyMissing(analysis, candidates, language.frames)
  candidates.push(...identifyParticipants(analysis, candidates, language.frames))
  candidates.push(...claimsByOwnWord(candidates, analysis.mentions))
  readBreakOuts(candidates, analysis.mentions, language.frames.tree)
  nameSomeOfThem(candidates)
  absorbCasualties(candidates, analysis.mentions)
  dropSelfInflicted(candidates)
  addDenials(candidates, denials, analysis.mentions, language.frames.frames, language.attribution)
  dropOffSubject(candidates, analysis, language.subject)
  const kept = join(
    candidates.filter((c) => !c.dropped),
    analysis.mentions,
  )
  const claims = toClaims(document, analysis.mentions, kept)
  return { analysis, candidates, claims, mentions: analysis.mentions, unread: unreadSentences(analysis, claims) }
}

/** Segments, names, times and phrases of a document. */
export function analyse(document: Document, language: ReaderLanguage): Analysis {
  const { text } = document
  const all = tokens(text)
  const mentions = findMentions(text, language.names, language.shapes, all)
  const quotes = quotations(text)
  const blocks = paragraphs(text)
  const context = timeContext(document)
  const out: Sentence[] = []
  let block = 0
  for (const [index, span] of sentences(text, language).entries()) {
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= span.start) block++
    const words = tokensWithin(span, text, all)
    const times = findTimes(text, words, language.times, context)
    for (const t of times) {
      context.anchor = anchorOf(t) ?? context.anchor
      context.told = toldOf(t) ?? context.told
    }
    out.push(
      language.phrases({
        start: span.start,
        end: span.end,
        text,
        index,
        paragraph: block,
        heading: blocks[block]?.heading ?? false,
        tokens: words,
        mentions,
        times,
        quotes: overlapping(quotes, span),
      }),
    )
  }
  return { text, language: document.language, mentions, sentences: out }
}

function timeContext(document: Document): TimeContext {
  const { published } = document
  const exact = published && published.basis !== 'none' && published.from === published.to ? published.from : null
  const sameYear = published && published.basis !== 'none' && published.from.slice(0, 4) === published.to.slice(0, 4)
  return { today: exact, year: sameYear ? Number(published.from.slice(0, 4)) : null, anchor: null, told: null }
}
