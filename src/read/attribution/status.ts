import type { ClaimStatus } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { isCalledUntrue } from './called-untrue.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar, GovernorEffect } from './grammar.js'
import { standsAt } from './reach.js'
import { goesOnDoing } from './saying.js'
import { tellsTerms } from './terms.js'

/** What each kind of saying makes of what is said; saying, confirming and reporting leave it as it stands. */
const BY_SAYING: Partial<Record<Attribution['kind'], ClaimStatus>> = {
  deny: 'denied',
  accuse: 'alleged',
  claim: 'alleged',
  believe: 'alleged',
}

/** Which of two statuses the other gives way to: what did not happen outranks what may, that what will. */
const WEIGHT: Record<ClaimStatus, number> = { asserted: 0, planned: 1, predicted: 2, alleged: 3, negated: 4, denied: 5 }
const stronger = (a: ClaimStatus, b: ClaimStatus): ClaimStatus => (WEIGHT[b] > WEIGHT[a] ? b : a)

/**
 * The status of an event: its own negation and modality, its governors', and the kind of saying over it; `denier` is a
 * denial of what another is said to have said, which leaves that other's word as it is.
 */
export function statusOf(
  start: ClaimStatus,
  predicate: Predicate,
  sentence: Sentence,
  over: readonly Attribution[],
  g: AttributionGrammar,
  denier?: Predicate,
): ClaimStatus {
  let status = start
  for (const effect of effectsOver(predicate, sentence, g, denier)) status = stronger(status, effect)
  if (isCalledUntrue(predicate, sentence, g)) status = stronger(status, 'denied')
  for (const a of over) {
    if (over.some((b) => saysMeanwhile(b, a, g))) continue
    // "believes that they will attack", «رجح أن يفرج الفصيل عنهم»: what somebody expects is foretold.
    const ahead = predicate.tense === 'future' || (status === 'predicted' && expects(a, predicate, sentence, g))
    const held = a.kind === 'believe' && a.predicate?.negated === true
    const by = held ? undefined : a.kind === 'believe' && ahead ? 'predicted' : BY_SAYING[a.kind]
    if (by) status = stronger(status, by)
    if (isUnconfirmed(a, g)) status = stronger(status, 'alleged')
  }
  return status
}

/**
 * «رجح أن يفرج الفصيل عنهم، مشيرا إلى أن وسيطا التقى قادته»: what somebody says beside what he believes or claims he does not
 * believe or claim; "adding" goes on as he began.
 */
const saysMeanwhile = ({ kind, predicate: p }: Attribution, above: Attribution, g: AttributionGrammar) =>
  (above.kind === 'believe' || above.kind === 'claim') &&
  (kind === 'say' || kind === 'confirm' || kind === 'report' || kind === 'announce') &&
  p !== undefined &&
  (p.form === 'participle' || p.form === 'gerund') &&
  p.governor?.as === 'adverbial' &&
  p.governor.predicate === above.predicate?.index &&
  !g.adding.has(p.lemma)

/**
 * Whether a verb that foretells has an act right behind its "that", in the mood of what is not yet so; of an act known
 * before («أن تقف وراء الهجوم») it only tells who did it.
 */
function expects({ predicate: by }: Attribution, p: Predicate, sentence: Sentence, g: AttributionGrammar): boolean {
  if (!by || g.governors.get(`${by.lemma}/verb`) !== 'predicted' || (p.pos === 'noun' && p.definite)) return false
  const host = p.governor?.as === 'light' ? sentence.predicates[p.governor.predicate] : p
  if (host?.governor?.predicate !== by.index || host.tense !== 'present' || host.modality.length > 0) return false
  const at = sentence.words.findIndex((w) => w.start >= host.span.start)
  return at > 0 && g.thatWords.has(sentence.words[at - 1]!.norm)
}

/** "unverified reports said", «بحسب معلومات غير مؤكدة». */
function isUnconfirmed({ sentence: { words }, speakers }: Attribution, { unconfirmed }: AttributionGrammar): boolean {
  return speakers.some((s) => {
    const said = words.flatMap((w) => (s.start <= w.start && w.end <= s.end ? w.norm.split(' ') : []))
    return unconfirmed.some((form) => said.some((_, i) => standsAt(said, form, i)))
  })
}

function effectsOver(
  predicate: Predicate,
  sentence: Sentence,
  g: AttributionGrammar,
  denier?: Predicate,
): GovernorEffect[] {
  const out: GovernorEffect[] = []
  const seen = new Set<number>()
  let at: Predicate | undefined = predicate
  let below: Predicate | undefined
  let bound = true
  let told = false
  let possible = false
  /** How many of the effects only say that it is told in the future: its tense, and "will" or "would". */
  let ahead = 0
  while (at && !seen.has(at.index)) {
    seen.add(at.index)
    const p: Predicate = at
    if (bound) {
      // "did not fight but withdrew", «لم يقاتل بل انسحب»: a fact of its own is not undone by what is coordinated with it.
      if (p.negated && !told) out.push('negated')
      for (const m of p.modality) {
        const effect = g.modals.get(m)
        // "a possible swap": what is discussed or sought is meant all the same.
        if (effect === 'predicted' && p.pos === 'noun') possible ||= !isCounted(m, p, sentence)
        // "probably hit": of what is past nothing is foretold, it is only supposed.
        // "is likely to attack": what hangs on it is still ahead; "is likely to have attacked" is not.
        else if (effect) out.push(effect === 'predicted' && isPast(p, below) ? 'alleged' : effect)
        if (effect === 'planned' && p.pos === 'verb' && !m.includes(' ')) ahead++
      }
      if (p.tense === 'future') {
        out.push('planned')
        ahead++
      }
    }
    const up = p.governor
    // «لم يصدر تعليق على الهجوم الذي استهدف الميناء»: what is described by what it did has happened, whatever is said of it.
    if (!up || hasHappened(p, sentence)) break
    at = sentence.predicates[up.predicate]
    below = p
    // What another said is not undone where it was said ("denied a report by the daily that …").
    if (at && at === denier) break
    const fact = up.as === 'conjunct' && p.form === 'finite' && p.tense === 'past' && !p.negated
    told ||= fact
    // «كان من المفترض أن يتسلم المعبر، لكن الفصيل أطلق النار»: nor is a past fact what was meant beside it.
    if (fact && at && at.tense !== 'past' && at.modality.length > 0 && areDoneByOthers(at, p)) break
    // «عدم الاعتداء، وتبادل الأسرى»: behind a comma a noun begins anew.
    told ||= up.as === 'conjunct' && p.pos === 'noun' && isParted(sentence.predicates[up.predicate], p, sentence)
    // «بألا تهاجمه مقابل انسحابه»: what is given in return for leaving a thing undone is not left undone.
    told ||= up.as === 'return' && at?.negated === true && at.tense !== 'past'
    // A purpose is a plan; a mere circumstance, relative clause or return leaves its host's status behind.
    // «أوفدت مهندسين لتدريب المقاتلين»: who was sent to do it is told as having done it.
    const talks = at !== undefined && tellsOfTalks(at, sentence)
    const sent =
      at !== undefined && !talks && g.governors.get(`${at.lemma}/${at.pos}`) === 'asserted' && at.tense === 'past'
    // «كان على الحركة أن تسلم …» is to come, «كان لافتا أن الجيش قصف …» is not.
    const done = p.form === 'finite' && p.tense === 'past'
    const charge = chargeOver(at, up, g)
    const charged = charge === 'planned' && done ? undefined : charge
    if (charged) out.push(charged)
    else if (up.as === 'purpose' && !sent) out.push('planned')
    // "are checking whether it armed them", "was held on charges of arming them": asked or charged, not said; "whether it
    // could" is no more doubtful than "could".
    const doubted = out.length === 0 ? g.modals.get(up.by ?? '') : undefined
    if (doubted) out.push(doubted)
    // "It was not the clan who attacked": so says the clause above.
    if (up.as === 'relative' && at?.negated && at.functions.S.some((s) => isEmpty(s))) out.push('negated')
    // «المفاوضات جارية حول إطلاق سراح الرهائن»: what talks are about is still to be agreed.
    if (g.quoted.has(up.by ?? '') && at?.functions.S.some((s) => s.classes.includes('talks'))) out.push('planned')
    // «المفاوضات بشأن تسليم المطار»
    else if (talks && at?.pos === 'noun' && (up.as === 'complement' || up.as === 'object')) out.push('planned')
    // «نفي خروج المسلحين»: what a denial is of, with nobody named who denies.
    if (at?.pos === 'noun' && up.as === 'of' && g.saying.get(`${at.lemma}/noun`) === 'deny') out.push('denied')
    // «اعتُقلوا قبل أن يتمكنوا من تفجيرها»: what somebody was stopped before he managed did not come about.
    if (g.beforeIt.has(up.by ?? '') && g.achieving.has(`${p.lemma}/${p.pos}`)) out.push('negated')
    // «دون تسجيل هجمات»: what there was not.
    if (g.lacking.has(up.by ?? '')) out.push('negated')
    // "are said to help it by giving it drones": the way something is done is as certain as that it is.
    const way = up.as === 'adverbial' && p.form === 'gerund' && g.ways.has(up.by ?? '')
    // "agreed to take part in operations targeting ships": what an act that is still ahead does is ahead with it.
    const does = up.as === 'relative' && p.form === 'gerund' && p.functions.S.some((s) => s.classes.includes('event'))
    // «كُلفوا بتنفيذ هجمات تستهدف القوات»: and so is what an act not told before would do.
    const would =
      up.as === 'relative' && p.form === 'finite' && p.tense === 'present' && at?.pos === 'noun' && !at.definite
    bound = way || does || would || (up.as !== 'adverbial' && up.as !== 'relative')
    if (!bound) break
    if (at) {
      const unsaid = unsaidBy(p, sentence, g)
      if (unsaid) {
        // "does not believe that they will fight" says that they will not; "did not confirm" and "did not deny" leave it open.
        // «لا يستبعد أن يكونوا وراءه», «لا يستبعد أن يهاجموا»: what is not ruled out may be so.
        const open = g.governors.get(`${at.lemma}/${at.pos}`) === 'negated'
        const ahead = predicate.form === 'finite' && predicate.tense === 'present'
        out.push(open ? (ahead ? 'predicted' : 'alleged') : unsaid === 'believe' ? 'negated' : 'alleged')
        break
      }
      if (up.as === 'complement' && cameToNothing(at, sentence, g)) out.push('negated')
      if (carriesPlan(at, p, sentence, g)) out.push('planned')
      const plans = out.filter((e) => e === 'planned').length > ahead
      const effect = charged ? undefined : effectOf(at, p, up, plans, g)
      // «لم يستبعد المصدر إطلاق سراحهم»: what is not ruled out may come.
      const open = effect === 'negated' && at.negated && g.saying.get(`${at.lemma}/verb`) === 'believe'
      if (effect) out.push(open ? 'predicted' : effect)
      // "was blamed on the clan", «نُسب الهجوم إلى …»: somebody's charge, though nobody is named who makes it.
      const kind = at.passive ? g.saying.get(`${at.lemma}/${at.pos}`) : undefined
      if (kind === 'accuse' || kind === 'attribute') out.push('alleged')
      if (open) break
      // Above a verb of saying another voice begins; its negation and modality are about the saying.
      if (g.saying.has(`${at.lemma}/${at.pos}`) && !goesOnDoing(at, sentence, g)) break
    }
  }
  return possible && !out.includes('planned') ? [...out, 'predicted'] : out
}

/** Whether a verb or noun tells of talks: «بدأت مفاوضات», «المفاوضات بشأن …». */
const tellsOfTalks = ({ pos, span, functions: { S, O } }: Predicate, { words }: Sentence) =>
  pos === 'noun'
    ? words.some((w) => w.start === span.start && w.classes.includes('talks'))
    : [...S, ...O].some((x) => x.classes.includes('talks'))

/** "is wanted for arming them", "was sentenced for arming them": what somebody is sought, tried or punished for, by its preposition. */
function chargeOver(at: Predicate | undefined, { by }: NonNullable<Predicate['governor']>, g: AttributionGrammar) {
  const effect = at && by !== undefined ? g.governors.get(`${at.lemma} ${by}/${at.pos}`) : undefined
  return at?.passive || effect === 'asserted' ? effect : undefined
}

/** Whether what a modal word hedges is past. */
const isPast = ({ tense, passive }: Predicate, below: Predicate | undefined) =>
  below?.form === 'infinitive' ? below.tense === 'past' : tense === 'past' && !passive

/** What a governor makes of what hangs on it; `plans`: it has been found to be planned, and not only told in the future. */
function effectOf(
  at: Predicate,
  p: Predicate,
  up: NonNullable<Predicate['governor']>,
  plans: boolean,
  g: AttributionGrammar,
): GovernorEffect | undefined {
  const effect = up.as === 'conjunct' ? undefined : g.governors.get(`${at.lemma}/${at.pos}`)
  // "swore that they had fled": what is told as past is no plan.
  const that = up.as === 'content' || (up.as === 'complement' && g.thatWords.has(up.by ?? ''))
  const told = that && p.form === 'finite' && p.tense === 'past' && p.modality.length === 0
  // "told them to leave" is an order; "told them that the clan pays" tells.
  const says = p.form === 'finite' && g.saying.get(`${at.lemma}/${at.pos}`) === 'say'
  if (
    (effect === 'planned' && (told || says || isMade(p, at) || isHisPlan(p, at, up))) ||
    (effect === 'negated' && isOfSubject(p, at))
  )
    return undefined
  if (effect !== 'predicted') return effect
  // «يُرجح أن تكون قد أرسلت …» supposes what was done; «حذر من أنهم يخططون لمهاجمته» tells of a plan.
  if (told || isDone(p, up)) return 'alleged'
  return plans ? undefined : effect
}

/** "Adam Tal, who planned the bombing of the mill": the act that somebody is known by has been done. */
const isHisPlan = (p: Predicate, at: Predicate, up: NonNullable<Predicate['governor']>) =>
  up.as === 'light' && p.definite && at.form === 'finite' && at.tense === 'past' && at.governor?.as === 'relative'

/** "tried to seize the bridge but failed": what goes on from the attempt says that it did not come about. */
const cameToNothing = ({ index }: Predicate, { predicates }: Sentence, g: AttributionGrammar) =>
  predicates.some(
    (q) =>
      q.governor?.predicate === index &&
      q.governor.as === 'conjunct' &&
      !q.negated &&
      q.functions.O.length === 0 &&
      g.governors.get(`${q.lemma}/verb`) === 'negated' &&
      !predicates.some((r) => r.governor?.predicate === q.index),
  )

/** Whether two clauses name subjects, and not the same one. */
const areDoneByOthers = ({ form, functions: { S } }: Predicate, p: Predicate) =>
  form === 'finite' &&
  S.length > 0 &&
  p.functions.S.length > 0 &&
  !p.functions.S.some((s) => S.some((x) => x.start === s.start))

/** A definite act of which a clause of its own tells in the past. */
const hasHappened = (act: Predicate, { predicates }: Sentence) =>
  act.pos === 'noun' &&
  act.definite &&
  predicates.some(
    (q) =>
      q.governor?.predicate === act.index &&
      q.governor.as === 'relative' &&
      q.form === 'finite' &&
      q.tense === 'past' &&
      !q.negated &&
      q.modality.length === 0 &&
      !describesObject(q, act),
  )

/**
 * «بتسليم الأسلحة التي استولت عليها قواته», «طلبت تزويدها بها، بحسب وثيقة حصل عليها الموقع»: the clause tells of what is
 * handed over, or of something else beside the act, and not of the act.
 */
function describesObject(clause: Predicate, { span, functions: { O, G } }: Predicate): boolean {
  const behind = (x: NounGroup) => x.start < clause.span.start
  const taken = [...Object.values(clause.functions.P).flat(), ...clause.functions.O].filter(behind)
  const told = [...taken, ...clause.functions.S.filter(behind)]
  if (told.some((x) => x.start === span.start)) return false
  return taken.some((x) => x.start > span.start) || [...O, ...G].some((o) => told.some((x) => x.start === o.start))
}

/** «أن تكون قد أرسلت»: in what is supposed, the past of what has been done. */
const isDone = ({ form, tense }: Predicate, up: NonNullable<Predicate['governor']>) =>
  (up.as === 'content' || up.as === 'complement') && form === 'finite' && tense === 'past'

/** "had made possible 49 raids": what stands before a number belongs to the verb. */
function isCounted(word: string, { span }: Predicate, { words }: Sentence): boolean {
  const at = words.findLastIndex((w) => w.norm === word && w.end <= span.start)
  return words[at + 1]?.pos === 'number'
}

/** "It" that stands for nothing. */
const isEmpty = ({ pronoun: x }: NounGroup) => x?.number === 'singular' && x.gender === undefined && x.person !== 1

/** The kind of saying that somebody did not do, where this is what he did not say. */
function unsaidBy({ governor, span }: Predicate, { predicates }: Sentence, g: AttributionGrammar) {
  const above = governor?.as === 'content' ? predicates[governor.predicate] : undefined
  // "announced that they were free, without saying whether they had been bought": nearer than the verb above stands what was not said.
  const nearer =
    above && g.modals.has(governor?.by ?? '')
      ? predicates.findLast(
          (q) => q.negated && q.pos === 'verb' && q.span.start > above.span.end && q.span.end <= span.start,
        )
      : undefined
  const up = nearer && g.saying.has(`${nearer.lemma}/verb`) ? nearer : above
  return up?.negated ? g.saying.get(`${up.lemma}/${up.pos}`) : undefined
}

/** "No group has said that it was behind it", "has not claimed that …": what stands behind is nobody's word. */
export function isUnsaid({ predicate }: Candidate, sentence: Sentence, g: AttributionGrammar): boolean {
  const kind = unsaidBy(predicate, sentence, g)
  return kind === 'say' || kind === 'claim'
}

/** «تلقت طلبا بتزويدها», "got an offer to arm it": what hangs on a verb that only supports a word for a plan. */
const carriesPlan = (at: Predicate, p: Predicate, { predicates }: Sentence, g: AttributionGrammar) =>
  at.pos === 'verb' &&
  p.governor?.as === 'complement' &&
  predicates.some(
    (q) =>
      q !== p &&
      q.governor?.predicate === at.index &&
      q.governor.as === 'light' &&
      g.governors.get(`${q.lemma}/noun`) === 'planned',
  )

/** «ينص الاتفاق على …», "the truce agreed in April holds": a deal that provides for something, or was agreed on, has been made. */
const isMade = (p: Predicate, { pos, form, passive, functions: { S, O } }: Predicate) =>
  p.pos === 'noun' &&
  p.definite &&
  pos === 'verb' &&
  (passive ? form === 'participle' && O.some((x) => isAct(x, p)) : S.some((x) => isAct(x, p)))
const isAct = ({ head, classes }: NounGroup, { span }: Predicate) =>
  classes.includes('deal') && head.start <= span.start && span.end <= head.end

/** «تراجعت وتيرة الهجمات»: what is said of a measure of them is not said of them. */
const isOfSubject = (p: Predicate, up: Predicate) =>
  p.pos === 'noun' &&
  up.pos === 'verb' &&
  up.functions.S.some((s) => s.head.end <= p.span.start && p.span.end <= s.end && s.classes.length === 0)

const isParted = (before: Predicate | undefined, p: Predicate, { words }: Sentence) =>
  before?.pos === 'noun' && words.some((w) => COMMA.test(w.norm) && w.start >= before.span.end && w.end <= p.span.start)
const COMMA = /^[,،]$/u

/**
 * "suspected gunmen of the clan seized …", "men believed to belong to the clan shot …": where the text itself doubts who did
 * it, the event is alleged.
 */
function doubtsDoer({ slots, sentence }: Candidate, g: AttributionGrammar): boolean {
  const doubted = (x: NounGroup) =>
    x.modifiers.some((m) => g.modals.get(m) === 'alleged') ||
    sentence.predicates.some(
      (p) =>
        p.form === 'participle' &&
        p.functions.O.includes(x) &&
        g.governors.get(`${p.lemma}/verb`) === 'alleged' &&
        sentence.predicates.some((q) => q.governor?.predicate === p.index && q.form === 'infinitive'),
    )
  return slots.agents.some((a) => !a.inferred && doubted(a.group))
}

/** What the words of a claim's own sentence make of it: its doer is doubted, or it is a term of a deal and still ahead. */
export function statedBy(c: Candidate, g: AttributionGrammar): ClaimStatus {
  const { form, tense } = c.predicate
  if (doubtsDoer(c, g)) return 'alleged'
  // «بموجب الاتفاق، تسلّم الكتيبة أسلحتها»: in the present, what a deal provides for is not done yet.
  return form === 'finite' && tense === 'present' && tellsTerms(c.sentence, g) ? 'planned' : 'asserted'
}
