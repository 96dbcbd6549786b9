import type { Agreement } from '../../analysis.js'
import { arePeople } from '../../people.js'
import type { Chunk } from './chunks.js'
import type { ClauseState } from './clause-state.js'
import { areMany } from './conjoined.js'
import { agrees, type Draft } from './draft.js'
import { isQuote } from './group-boundary.js'
import type { Group } from './noun-group.js'
import { settleVerb } from './settle-verb.js'

/** Relative clauses: what a verb behind a noun describes, and where the clause takes it up again. */

/** The group that a verb right behind it describes: «هجوم قتل فيه …», «عناصر كانوا محتجزين». */
export function attachedRelative(s: ClauseState, i: number): Group | undefined {
  let k = i - 1
  while (
    k >= 0 &&
    (s.chunks[k]!.kind === 'negation' ||
      s.chunks[k]!.kind === 'particle' ||
      s.chunks[k]!.kind === 'time' ||
      s.chunks[k]!.kind === 'auxiliary' ||
      // «خلية لـ«الجبهة» كانت تعتزم …»
      isQuote(s.chunks[k]!.tok))
  )
    k--
  const before = s.chunks[k]
  if (!before?.group || before.group.pronoun) return undefined
  // «بيان نشرته المؤسسة»: the pronoun on the verb, not its ending, agrees with what is described.
  const after = s.chunks[i + 1]
  const own = s.chunks[i]!.tok.reading.agreement
  const written =
    after?.tok.attached === 'after' && after.group?.pronoun && !isDefinite(before.group) ? after.group : undefined
  // «لقاء جمعهما»: of what the pronoun cannot mean the verb's ending tells.
  const resumed =
    written && (matches(written, before.group) || !agrees(own, before.group) || actsBehind(s, i))
      ? written.pronoun
      : undefined
  const later =
    resumed || isDefinite(before.group) || agrees(own, before.group)
      ? undefined
      : (laterPronoun(s, i) ?? pronounOfSaid(s, i)?.group?.pronoun)
  const agreement = resumed ?? later ?? s.chunks[i]!.tok.reading.agreement
  return antecedentFor(s, agreement?.gender, agreement?.number, k, true)
}

/** «انفجار عبوة زرعها مسلحون», «هجوما بطائرات شنته القوات»: with its subject behind its pronoun, a verb describes what the pronoun means. */
function actsBehind(s: ClauseState, i: number): boolean {
  const subject = s.chunks[i + 2]?.group
  return subject !== undefined && !subject.pronoun && agrees(s.chunks[i]!.tok.reading.agreement, subject)
}

/** «فتيات من أيدي مسلحين خطفوهن»: the men right before a plural verb did it to those whom its pronoun means. */
function actsBefore(s: ClauseState, d: Draft, antecedent: Group, i: number): Group | undefined {
  if (d.agreement?.number !== 'plural' || actsBehind(s, i)) return undefined
  for (let g = s.chunks[i - 1]?.group; g && g !== antecedent; g = g.of)
    if (!g.pronoun && !g.definite && g.agreement.human && agrees(d.agreement, g)) return g
  return undefined
}

/** Grammar goes by the word itself: «مجموعة من المقاتلين» is any group of them. */
const isDefinite = (g: Group) => (g.measure ?? g).definite

/** «صفقة يفرج الفصيل بموجبها …»: the pronoun under a preposition in the clause that the verb at `i` opens. */
function laterPronoun(s: ClauseState, i: number): Agreement | undefined {
  for (let k = i + 1; k < s.chunks.length - 1 && k <= i + 4; k++) {
    const { kind } = s.chunks[k]!
    if (kind === 'verb' || kind === 'subordinator' || kind === 'stop' || kind === 'comma') return undefined
    const next = s.chunks[k + 1]!
    if (kind === 'preposition' && next.group?.pronoun && next.tok.attached === 'after') return next.group.pronoun
  }
  return undefined
}

/** The nearest group behind which a relative clause of this gender and number can stand; within a chain the outermost. */
export function antecedentFor(
  s: ClauseState,
  gender: string | undefined,
  number: string | undefined,
  k: number,
  asyndetic = false,
): Group | undefined {
  const wanted = {
    person: 3 as const,
    ...(gender && { gender: gender as 'masculine' }),
    ...(number && { number: number as 'singular' }),
  }
  const found = antecedents(s, wanted, k)
  return asyndetic
    ? (found.find((g) => g.anyone) ??
        found.find((g) => !isDefinite(g) && !g.classes.includes('time') && !g.classes.includes('name')) ??
        found.find((g) => !g.classes.includes('place')))
    : found[0]
}

/** The groups before `k` that a verb agrees with, nearest first. */
export function antecedents(s: ClauseState, wanted: Agreement, k: number): Group[] {
  const out: Group[] = []
  for (let j = k; j >= 0 && j >= k - 8; j--) {
    const chunk = s.chunks[j]!
    // «شحنة تزن طنا أرسلتها …»: a description may follow another.
    const describing = chunk.kind === 'verb' && s.drafts.some((d) => d.tok === chunk.tok && d.describes)
    if (describing) continue
    if (chunk.kind === 'verb' || chunk.kind === 'subordinator' || chunk.kind === 'stop') break
    const group = lastMeant(chunk.group, wanted)
    const measure = group?.classes.includes('measure') ? group : undefined
    // «لواء شهداء الوادي الذين …»: what agrees inside a body's name means the body.
    let body: Group | undefined
    for (let g = measure ? measure.of : group; g && !g.pronoun; g = g.of) {
      if (agrees(wanted, g)) out.push(body ?? g)
      if (g.classes.includes('unit') && !g.counted) body ??= g
    }
    // «سلسلة غارات أسفرت عن …»: what is counted is described, and only then its measure («مجاميع من التنظيم يقودها …»).
    if (measure && agrees(wanted, measure)) out.push(measure)
  }
  return out
}

const chainOf = (group: Group): Group[] => (group.of ? [group, ...chainOf(group.of)] : [group])

/** «بين الحزب وجماعة النخيل التي …»: of bodies told together the singular describes the last. */
function lastMeant(group: Group | undefined, wanted: Agreement): Group | undefined {
  const last = group?.members?.at(-1)
  const one = last?.classes.includes('group') && last.agreement.number === 'singular' && last.agreement.feminine
  return one && wanted.number === 'singular' && wanted.gender === 'feminine' ? last : group
}

/** «بحسب اعترافات بثتها القناة، …»: an indefinite noun behind a preposition, with a verb right behind it. */
export function phraseAntecedent(s: ClauseState, i: number): Group | undefined {
  const before = s.chunks[i - 1]?.group
  if (!before || before.definite || s.chunks[i - 2]?.kind !== 'preposition') return undefined
  // «وبعد ساعة احتجزت …»
  if (before.classes.includes('time')) return undefined
  // «ووفق ضابط ميداني قُتل …»: where no other verb is left, it is the one that is told.
  const told = s.chunks[i - 2]!.tok.reading.role === 'according'
  const written = s.chunks[i + 1]?.tok.attached === 'after'
  if (told && !written && !s.chunks.slice(i + 1).some((c) => c.kind === 'verb' || c.kind === 'auxiliary'))
    return undefined
  return agrees(s.chunks[i]!.tok.reading.agreement, before) || s.chunks[i + 1]?.tok.attached === 'after'
    ? before
    : undefined
}

/** Puts a verb into a relative clause on `antecedent`: as subject, as object, or under a preposition, as the clause takes it up. */
export function relativeVerb(s: ClauseState, d: Draft, antecedent: Group | null, i: number): void {
  const host = antecedent && ownerOf(s, antecedent)
  // «اتفاق يفرج بموجبه …»: what an agreement or a plan describes in the present is what it provides for.
  const provided =
    host?.event &&
    host.event.group === antecedent &&
    d.tense === 'present' &&
    s.lexicon.governors.has(`${host.lemma}/noun`)
  if (host) d.governor = { draft: host, as: provided ? 'complement' : 'relative' }
  // «نفى ما تردد عن …», «أكد ما نشرته الصحيفة»: what is denied or confirmed is what the clause tells.
  const judged = antecedent
    ? undefined
    : s.clause.verbs.findLast(
        (v) => JUDGES.has(s.lexicon.saying.get(`${v.lemma}/verb`) ?? '') || s.lexicon.denying.has(v.lemma),
      )
  if (judged) d.governor = { draft: judged, as: 'content' }
  // «قال إنه لا صحة لما تردد عن …»: with no verb but this one, the clause of what is said is this one's.
  const untrue = !antecedent && s.chunks.some((c) => c.end <= d.start && c.tok.reading.role === 'untrue')
  if (untrue && !s.hasMain() && s.clause.governor) d.governor = s.clause.governor
  d.describes = true
  if (antecedent?.anyone) d.supposed = true
  s.clause.verbs.push(d)
  if (!antecedent) {
    d.what = true
    return
  }
  if (believedOf(s, d, i) || saidOf(s, d, antecedent, i) || anotherSays(s, d, antecedent, i)) return
  // «صواريخ يصل مداها إلى …», «عمال تم اختطافهم»: the subject is something of what is described.
  const own = s.chunks[i + 1]?.group
  // Within a chain it may be of what stands inside («سراح خمسة عمال تم اختطافهم»).
  const whose = own?.of?.pronoun && chainOf(antecedent).find((g) => matches(own.of!, g))
  // «تفجير استهدف موكبه»: what an act of force strikes is its object.
  const strikes = d.verb?.transitive === true && !d.passive && antecedent.classes.includes('violence')
  if (whose && !strikes && own.case !== 'accusative' && agrees(d.agreement, own)) {
    own.of = { ...whose }
    return
  }
  const resumed = resumption(s, i, antecedent)
  if (resumed === 'object') {
    d.O = [antecedent]
    d.resumed = true
    const doer = actsBefore(s, d, antecedent, i)
    if (doer) {
      d.S = [doer]
      d.subjectBefore = true
    }
  } else if (resumed === null) {
    d.S = [antecedent]
    d.subjectBefore = true
  }
  // «نفذت القوة حملة اعتقلت خلالها عشرة»: where the pronoun stands in a phrase, whoever acts in the clause above may go on.
  else if (d.agreement?.number === 'singular' && d.agreement.gender === 'feminine') {
    const above = s.clause.verbs.find((v) => v !== d && !v.describes)?.S
    if (above?.some((g) => arePeople(g) && agrees(d.agreement, g))) d.shared = above
  }
  // Under a preposition the pronoun itself stands for the antecedent.
}

/** «إن قذائف أطلقت من مواقع الجيش سقطت على …»: with no conjunction a second verb of an indefinite subject is its own, the first described it. */
export function isVerbOfDescribed(s: ClauseState, d: Draft, near: Group | undefined, i: number): boolean {
  const { verbs } = s.clause
  const [first, other] = verbs
  const subject = first && [...first.S, ...first.O].find((g) => g.end <= first.start)
  if (!subject || other || s.conjunction || first.form !== 'finite' || !first.subjectBefore || first.describes)
    return false
  if (isDefinite(subject) || subject.pronoun || !agrees(d.agreement, subject) || !agrees(first.agreement, subject))
    return false
  if ((near && near !== subject && !isDefinite(near)) || s.chunks[i - 1]?.kind === 'comma') return false
  if (s.chunks[i + 1]?.tok.attached === 'after' || s.lexicon.saying.has(`${first.lemma}/verb`)) return false
  if (first.governor) d.governor = first.governor
  settleVerb(first, s.lexicon)
  first.describes = true
  first.governor = { draft: d, as: 'relative' }
  d.S = [subject]
  d.subjectBefore = true
  s.clause.verbs = [d]
  return true
}

/**
 * «عناصر يعتقد بانتمائها إلى …», «مسلح يشتبه في صلته بـ…»: what is believed of somebody stands behind the verb, and nobody is
 * said to believe it.
 */
function believedOf(s: ClauseState, d: Draft, i: number): boolean {
  const { number, gender } = d.agreement ?? {}
  const impersonal = d.tense === 'present' && number === 'singular' && gender === 'masculine'
  if (!impersonal || s.lexicon.saying.get(`${d.lemma}/verb`) !== 'believe') return false
  const next = s.chunks[i + 1]
  if (next?.kind !== 'preposition' && !next?.group?.of?.pronoun) return false
  d.passive = true
  d.subjectBefore = next.kind === 'preposition'
  d.closed = d.subjectBefore
  return true
}

/**
 * «خلية قالت إنها تتبع التنظيم»: what is no person says nothing of itself, but the subject of the clause says it of it; so with
 * people in the plural beside a verb in the singular («أوقف الجهاز أربعة شبان قال إنهم …»).
 */
function saidOf(s: ClauseState, d: Draft, antecedent: Group, i: number): boolean {
  const [that, it] = [s.chunks[i + 1], s.chunks[i + 2]]
  if (that?.kind !== 'subordinator' || !it?.group?.pronoun || it.tok.attached !== 'after') return false
  const speaks = antecedent.agreement.human || antecedent.classes.some((c) => TELLERS.has(c))
  if (speaks && !(arePeople(antecedent) && areMany(d, antecedent))) return false
  if (!s.lexicon.saying.has(`${d.lemma}/verb`) || !matches(it.group, antecedent)) return false
  const subject = s.clause.verbs.find((v) => v !== d && !v.describes)?.S[0]
  if (!subject || subject === antecedent || !agrees(d.agreement, subject)) return false
  d.S = [subject]
  d.subjectBefore = true
  return true
}
/** «خلية قال المصدر إنها تتبع التنظيم»: whoever stands right behind the verb says it of what is described. */
function anotherSays(s: ClauseState, d: Draft, antecedent: Group, i: number): boolean {
  const it = pronounOfSaid(s, i)
  const meant = it && chainOf(antecedent).find((g) => matches(it.group!, g))
  if (!meant || !s.lexicon.saying.has(`${d.lemma}/verb`)) return false
  it.group = { ...meant }
  return true
}

/** «رجلا قالت الشرطة إنه …»: the pronoun with which what is said begins, right behind the verb at `i` and whoever says it. */
function pronounOfSaid(s: ClauseState, i: number): Chunk | undefined {
  const [speaker, that, it] = [1, 2, 3].map((k) => s.chunks[i + k])
  if (that?.kind !== 'subordinator' || !it?.group?.pronoun || it.tok.attached !== 'after') return undefined
  if (!speaker?.group || speaker.group.pronoun || speaker.group.case === 'accusative') return undefined
  return agrees(s.chunks[i]!.tok.reading.agreement, speaker.group) ? it : undefined
}

const TELLERS = new Set(['source', 'outlet', 'agency', 'authority', 'document', 'statement'])

const JUDGES = new Set(['deny', 'confirm', 'admit'])

/** «هجوم شنه مسلحون», «مناطق سيطر عليها»: where a relative clause takes its antecedent up again. */
export function resumption(s: ClauseState, i: number, antecedent: Group): 'object' | 'phrase' | null {
  for (let k = i + 1; k < s.chunks.length && k <= i + 5; k++) {
    const { kind, group, tok } = s.chunks[k]!
    if (k === i + 1 && group?.pronoun && tok.attached === 'after') {
      // «الذين أمدونا»: "us" is never what is described.
      const acts = antecedent.classes.includes('group') || antecedent.agreement.human
      if (acts && (group.pronoun.person ?? 3) !== 3) return null
      const meant = matches(group, antecedent) || !agrees(s.chunks[i]!.tok.reading.agreement, antecedent)
      if (meant) return 'object'
      // «طائرات زودته بها الجماعة»: where the pronoun on the verb means another, one in the phrase behind it may, before who acts.
      if (!actsBehindPhrase(s, i)) return null
      continue
    }
    if (kind === 'verb' || kind === 'subordinator' || kind === 'stop' || kind === 'comma') return null
    if (kind === 'preposition') {
      const next = s.chunks[k + 1]?.group
      // «إتمام صفقة خرج بموجبها …»: within a chain it may be the happening inside.
      const inner = (g: Group) => g === antecedent || g.classes.some((c) => c === 'event' || c === 'deal')
      const meant = next?.pronoun && chainOf(antecedent).find((g) => inner(g) && matches(next, g))
      if (meant && s.chunks[k + 1]!.tok.attached === 'after') {
        s.chunks[k + 1]!.group = { ...meant }
        return 'phrase'
      }
      k++
    }
  }
  return null
}

/** «زودته بها الجماعة»: a pronoun on the verb, one under a preposition, and then whoever acts. */
function actsBehindPhrase(s: ClauseState, i: number): boolean {
  const [by, it, subject] = [2, 3, 4].map((k) => s.chunks[i + k])
  if (by?.kind !== 'preposition' || !it?.group?.pronoun || it.tok.attached !== 'after') return false
  const acts = subject?.group
  return acts !== undefined && !acts.pronoun && agrees(s.chunks[i]!.tok.reading.agreement, acts)
}

/** The predicate in whose functions a group stands. */
export function ownerOf(s: ClauseState, group: Group): Draft | undefined {
  const holds = (g: Group): boolean =>
    g === group || (g.of !== undefined && holds(g.of)) || (g.members?.some(holds) ?? false)
  for (const d of [...s.drafts].reverse()) {
    if (d.event?.group === group) return d
    if ([...d.S, ...d.O, ...d.O2, ...d.G, ...Object.values(d.P).flat()].some(holds)) return d
  }
  return s.drafts.at(-1)
}

/** The nearest group before the chunk at `i`. */
export function lastGroup(s: ClauseState, i: number): Group | undefined {
  for (let k = i - 1; k >= 0; k--) if (s.chunks[k]!.group) return s.chunks[k]!.group
  return undefined
}

/** «ما نقله المذيع عن صحيفة»: the pronoun on the verb takes «ما» up again, and means nobody. */
export function takesUpWhat(s: ClauseState, i: number): boolean {
  const { group, tok } = s.chunks[i]!
  const verb = s.drafts.at(-1)
  // «وفق ما نشرته الحركة»: so does the one of a clause that says who tells.
  const what = verb?.what || (s.clause.according && s.clause.verbs[0] === verb)
  if (!group?.pronoun || tok.attached !== 'after' || !what || verb?.tok !== s.chunks[i - 1]?.tok) return false
  return group.pronoun.number === 'singular' && group.pronoun.gender === 'masculine'
}

/** Whether a pronoun can stand for the group. */
export function matches(pronoun: Group, antecedent: Group): boolean {
  // «التجار الذين يمولونه»: a verb before people may stand in the singular, "him" means none of them.
  const { human, number } = antecedent.agreement
  const him = pronoun.pronoun?.number === 'singular' && pronoun.pronoun.gender === 'masculine'
  if (him && human && number === 'plural' && !antecedent.measure) return false
  return agrees({ person: 3, ...pronoun.pronoun }, antecedent)
}
