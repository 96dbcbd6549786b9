import { arePeople } from '../../people.js'
import { agrees, type Draft } from './draft.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'

/**
 * Who does what a masdar, an «أن» clause or a participle names, where it does not say: its governor's subject, or the
 * object of a verb that makes, asks or accuses another («اتهم الجيش المليشيا بقصف …»). Light verbs hand on their subject,
 * phrases, negation and modality.
 */
export function resolveControl(drafts: readonly Draft[], lexicon: Lexicon): void {
  for (const d of drafts) {
    if (d.pos === 'verb' && lexicon.light.has(d.lemma)) relativeLight(d, drafts, lexicon)
    else if (d.pos === 'noun' && supports(d, lexicon)) {
      // «تنفيذ التنظيم عمليات اغتيال»: the noun of such a verb supports the act in its object as well.
      const act = drafts.find((x) => x.event && d.O.includes(x.event.group))
      if (act) act.governor ??= { draft: d, as: 'light' }
    }
  }
  for (const d of drafts) {
    liftIdiom(d, lexicon)
    agentBehindWeapon(d, lexicon)
  }
  for (const d of drafts) chargeWith(d, drafts, lexicon)
  for (const d of drafts) {
    const g = d.governor
    if (!g) continue
    // «أدرجت الوزارة رجلين بتهمة تمويل …»: what somebody is charged with is his act.
    if (isCharge(d, lexicon) && g.as !== 'of' && g.as !== 'object' && g.draft.O.length > 0) d.S = [...g.draft.O]
    else if (d.joins) d.S = controller(g.draft, lexicon).length > 0 ? [...controller(g.draft, lexicon)] : [...g.draft.O]
    else if (g.as === 'conjunct' && d.pos === 'noun')
      inherit(d, g.draft.S.length > 0 ? g.draft.S : suffers(g.draft, lexicon) ? [] : g.draft.G)
    else if (g.as === 'light') fromLightVerb(d, g.draft, g.by, lexicon)
    else if (g.as === 'of') fromNoun(d, g.draft, lexicon)
    else if (d.pos === 'noun') controlled(d, g.draft, g.as, lexicon)
    else if (d.form === 'participle') inherit(d, g.draft.S)
    else if (isOwnDeed(d, g.draft, lexicon) && (g.as === 'complement' || g.as === 'content')) {
      d.O = d.passive ? d.O : d.S
      d.S = [...controller(g.draft, lexicon)]
      d.passive = false
    } else if (isUnsaid(d) && (g.as === 'complement' || g.as === 'content')) {
      // «نفت الوزارة أن تكون قد سلّمت …»: who is not named again is whoever denies or means to do it.
      const own = controller(g.draft, lexicon).filter((s) => agrees(d.agreement, s))
      if (own.length > 0) d.S = [...own]
    } else if ((g.as === 'complement' || g.as === 'purpose' || g.as === 'content') && d.S.length === 0 && !d.passive) {
      inherit(
        d,
        controller(g.draft, lexicon).filter((s) => agrees(d.agreement, s)),
      )
    }
  }
  for (const d of drafts) tellWhatIsDenied(d, lexicon)
  ownWeapons(drafts, lexicon)
}

/** «نفى صحة الأنباء التي تحدثت عن هجوم»: what reports that somebody denies tell of is what he denies; they are nobody who speaks. */
function tellWhatIsDenied(d: Draft, lexicon: Lexicon): void {
  const up = d.governor?.as === 'relative' ? d.governor.draft : undefined
  const [told] = d.S
  if (!up || !told || d.pos !== 'verb' || !lexicon.saying.has(`${d.lemma}/verb`)) return
  const denies = lexicon.saying.get(`${up.lemma}/verb`) === 'deny' && up.O.includes(told)
  if (!denies || !TOLD.has((told.of ?? told).classes.find((c) => TOLD.has(c)) ?? '')) return
  d.governor = { draft: up, as: 'content' }
  d.passive = true
  d.S = []
}
const TOLD = new Set(['information', 'statement', 'document'])

/** «اتهم الجيش الحركة بالوقوف وراء العبوة التي انفجرت»: whoever stands behind a weapon is whose it was. */
function ownWeapons(drafts: readonly Draft[], lexicon: Lexicon): void {
  for (const d of drafts) {
    const [doer] = d.S
    const links = doer?.classes.includes('group') ? lexicon.light.get(d.verb?.lemma ?? d.lemma) : undefined
    for (const { link, agent } of links ?? [])
      for (const weapon of agent === 'subject' ? (d.P[link] ?? []) : [])
        if (weapon.classes.some((c) => WEAPONS.has(c)) && !weapon.of) weapon.nisba ??= doer!
  }
}
const WEAPONS = new Set(['explosive', 'drone', 'missile', 'ammunition', 'vehicle'])

/** «مقتل عشرة مسلحين ومقتل مدني»: the genitive of a transitive act, or of a death, did nothing. */
const suffers = (d: Draft, lexicon: Lexicon) =>
  d.verb?.transitive === true || lexicon.classes.get(d.lemma)?.includes('harm') === true

const isCharge = (d: Draft, lexicon: Lexicon) => lexicon.classes.get(d.lemma)?.includes('charge') === true

/** What the noun of a verb that only supports an act supports. */
const supports = ({ pos, event }: Draft, lexicon: Lexicon) =>
  pos === 'noun' && event?.verb ? lexicon.light.get(event.verb.lemma) : undefined

/** Whether only the ending of the verb shows its subject, in the mood of what is not yet so: «أن تسلّم», «أن تكون قد سلّمت». */
const isUnsaid = (d: Draft) =>
  d.S.length === 1 && d.S[0]!.implied === true && (d.tok.reading.tense === 'present' || d.modality.length > 0)

/** «تشير أصابع الاتهام إلى الفصيل في اغتيال القاضي»: an act told beside an accusation that points to somebody is what he is accused of. */
function chargeWith(d: Draft, drafts: readonly Draft[], lexicon: Lexicon): void {
  const up = d.governor?.as === 'adverbial' || d.governor?.as === 'complement' ? d.governor.draft : undefined
  if (d.pos !== 'noun' || d.S.length > 0 || up?.pos !== 'verb') return
  const named = [...up.S, ...up.O].map((x) => x.of ?? x)
  const charge = drafts.find(
    (x) => lexicon.saying.get(`${x.lemma}/noun`) === 'accuse' && x.event && named.includes(x.event.group),
  )
  const accused = Object.entries(up.P)
    .filter(([p]) => lexicon.forms.get(p)?.some(({ role }) => role === 'goal' || role === 'until' || role === 'to'))
    .flatMap(([, groups]) => groups)
    .find((x) => x.start > up.start && x.end <= d.start && arePeople(x))
  if (!charge || !accused) return
  charge.governor ??= { draft: up, as: 'object' }
  d.governor = { draft: charge, as: 'complement' }
  inherit(d, [accused])
}

/** «تعهدت الحركة بألا تهاجم الجيش»: with one group behind it what somebody undertakes is done to that, and by him whom it agrees with. */
function isOwnDeed(d: Draft, g: Draft, lexicon: Lexicon): boolean {
  const [behind, another] = [...d.S, ...d.O]
  const undertaken = g.verb?.control === 'subject' && lexicon.governors.has(`${g.lemma}/verb`)
  if (!undertaken || !behind || another || d.form !== 'finite' || d.tok.reading.tense !== 'present') return false
  if (!d.verb?.transitive || d.tok.passiveMark || d.tok.reading.passive || d.modality.length > 0) return false
  if (behind.pronoun || behind.implied || behind.case === 'nominative' || behind.start < d.end) return false
  const own = controller(g, lexicon)
  return own.length > 0 && own.every((s) => s !== behind && agrees(d.agreement, s))
}

/** «أطلق سراح الطبيب»: of a noun that is part of an idiom the genitive is what the verb is done to; it becomes O2. */
function liftIdiom(d: Draft, lexicon: Lexicon): void {
  // «اتهم الخلية باستهداف جنود»: where the verb has its own object, what stands in its phrases is another's.
  const phrases = d.O.length === 0 && lexicon.governors.has(`${d.lemma}/${d.pos}`) ? Object.values(d.P).flat() : []
  const host = [...d.O, ...d.G, ...phrases].find((x) => x.of && lexicon.classes.get(x.lemma)?.includes('idiom'))
  if (!host?.of) return
  if (d.O2.length === 0) d.O2 = [host.of]
  if (d.O.length === 0 && d.G.includes(host)) {
    d.O = d.G
    d.G = []
  }
}

/** «هجوم شنه مسلحون», «اللقاء لم يُعقد»: the light verb stands behind its noun, in a relative clause or as its predicate. */
function relativeLight(d: Draft, drafts: readonly Draft[], lexicon: Lexicon): void {
  const among = (groups: readonly Group[], g: Group) => groups.some((x) => x === g || x.members?.includes(g))
  // «الاغتيالات والتفجيرات التي نفذتها الحركة»: each of several acts.
  const nouns = drafts.filter((x) => x.event && (among(d.O, x.event.group) || among(d.S, x.event.group)))
  for (const noun of nouns)
    if (d.governor?.as === 'relative') fromLightVerb(noun, d, among(d.O, noun.event!.group) ? 'O' : 'S', lexicon)
    else noun.governor ??= { draft: d, as: 'light' }
}

/** The group whose act the governed event is, which begins at `before`. */
function controller(g: Draft, lexicon: Lexicon, before = Number.POSITIVE_INFINITY): Group[] {
  if (g.verb?.control === 'object') {
    // «طلب من المسلحين استهداف الأنابيب»: what is asked for is nobody who is asked.
    const act = g.O.find((x) => x.start <= before && before < x.end)
    const object = (g.O2.length > 0 ? g.O2 : g.O).filter((x) => !act || x.end <= act.start || act.end <= x.start)
    if (object.length > 0 && g.pos === 'verb') return object
    const actor = Object.values(g.P)
      .flat()
      .find((x) => x.start < before && (x.pronoun ? g.pos === 'noun' : x.classes.some((c) => ACTS.has(c))))
    if (actor) return [actor]
    // «طلبت من طهران تزويدها»: a country is asked by its name.
    const asked = sourceOf(g, lexicon).find((x) => x.start < before && x.mention !== undefined)
    if (asked && g.pos === 'verb') return [asked]
    if (object.length > 0) return object
    if (g.pos === 'noun' && g.G.length > 0) return g.G
    // «طالبت الحركة بالإفراج عنه»: whoever demands an act of nobody named does not do it.
    if (lexicon.saying.get(`${g.verb.lemma}/verb`) === 'demand') return []
  }
  return g.S.length > 0 ? g.S : g.pos === 'noun' ? g.G : []
}

/** Whom or what a verb has by a word for "from". */
const sourceOf = ({ P }: Draft, lexicon: Lexicon) =>
  Object.entries(P).flatMap(([p, groups]) => (lexicon.forms.get(p)?.some((r) => r.role === 'source') ? groups : []))

function inherit(d: Draft, subject: readonly Group[]): void {
  if (d.S.length > 0 || subject.length === 0) return
  // A transitive masdar with one genitive: with its agent known, the genitive is what it is done to.
  if (d.pos === 'noun' && d.G.length > 0) {
    // «بسطوا سيطرتهم»: the pronoun stands for the subject itself.
    if (d.verb && !d.verb.transitive && d.G[0]?.pronoun) {
      // «اعتقلته الشرطة بسبب وقوفه وراء هجوم»: one that does not agree with the subject stands for another.
      const { pronoun } = d.G[0]
      if (!subject.some((s) => agrees({ person: 3, ...pronoun }, s))) {
        d.S = d.G
        d.G = []
        return
      }
      d.G = []
    } else if (d.verb?.transitive && d.O.length === 0) {
      d.O = d.G
      d.G = []
    } else if (d.verb && !d.verb.transitive) return
  }
  d.S = [...subject]
}

/** «تعهدت الجماعة بتسليم التنظيم قذائف»: where somebody undertakes to give, the genitive of the giving is who gets. */
function giveTo(d: Draft, giver: readonly Group[]): void {
  const [getter] = d.S
  if (!d.verb?.ditransitive || d.O.length !== 1 || d.O2.length > 0 || giver.length === 0) return
  if (!getter || getter !== d.event?.group.of || giver.includes(getter)) return
  d.O2 = [getter]
  d.S = [...giver]
}

/** Whether who does the act governed is said: whoever undertakes it, or whom another asks or accuses. */
const undertakes = ({ verb, O }: Draft) => verb?.control === 'subject' || (verb?.control === 'object' && O.length > 0)

/** Characters between an act and a phrase that belongs to it: a space and a short preposition. */
const TOUCHING = 7
const OWN_ACT = new Set(['announce', 'deny', 'admit'])

function controlled(d: Draft, g: Draft, as: string, lexicon: Lexicon): void {
  giveTo(d, undertakes(g) ? controller(g, lexicon, d.start) : [])
  // «تلقت الحركة تحذيراً بشأن الغارة»: whoever hears about an act did not do it.
  const told = lexicon.forms.get(d.governor?.by ?? '')?.some(({ role }) => role === 'about')
  if (told && lexicon.light.get(g.lemma)?.some(({ agent }) => agent === 'object')) return
  if (as === 'complement' || as === 'purpose') inherit(d, controller(g, lexicon, d.start))
  // «قراره إرسال مقاتلين»: whose decision it is acts.
  else if (as === 'object' && (g.verb?.control !== undefined || isDecision(g, lexicon)))
    inherit(d, controller(g, lexicon, d.start))
  // «أعلن الجيش أسر …», «نفت الحركة تدريب …»: a body that announces, denies or admits an act done to another speaks of its own.
  else if (as === 'object' && tellsOfOwn(g, lexicon) && d.verb) {
    // «أعلنت القبض عليهم»: an intransitive act is done to what its own preposition names.
    const patient = d.verb.transitive ? d.G[0] : undefined
    const upon =
      !d.verb.transitive &&
      d.G.length === 0 &&
      Object.values(d.P)
        .flat()
        .find((x) => x.start - d.end < TOUCHING && (x.pronoun || x.classes.some((c) => ACTS.has(c))))
    const body = g.S.every(
      (s) => s.classes.includes('group') && !s.classes.includes('source') && !s.classes.includes('outlet'),
    )
    // «اعترف المتهم بتفجير سيارة»: a single man, too, admits what he did himself.
    const admits =
      lexicon.saying.get(`${g.lemma}/verb`) === 'admit' &&
      g.S.length > 0 &&
      g.S.every(
        (s) => s.agreement.number === 'singular' && s.classes.includes('person') && !s.classes.includes('official'),
      )
    const harm = lexicon.classes.get(d.lemma)?.includes('harm')
    const own = upon || (patient && !harm && !patient.of?.pronoun && !patient.pronoun)
    if (own && (body || admits)) inherit(d, g.S)
  }
}

const isDecision = (g: Draft, lexicon: Lexicon) =>
  g.pos === 'noun' && g.S.length > 0 && lexicon.governors.has(`${g.lemma}/noun`)

/** Who announces, denies or admits may tell of his own act; so may police or a service that reveals one. */
function tellsOfOwn(g: Draft, lexicon: Lexicon): boolean {
  const kind = lexicon.saying.get(`${g.lemma}/verb`) ?? ''
  return OWN_ACT.has(kind) || (kind === 'report' && g.S.length > 0 && g.S.every(isAuthority))
}

const isAuthority = (s: Group): boolean =>
  s.classes.includes('authority') ||
  (s.of !== undefined && s.classes.includes('group') && isAuthority(s.of)) ||
  (s.members?.some(isAuthority) ?? false)

function fromNoun(d: Draft, g: Draft, lexicon: Lexicon): void {
  // «تعرض النائب لعملية اختطاف»: what a supporting verb says its noun was done to, the act within was done to.
  const empty = d.verb?.transitive && d.O.length + d.G.length === 0
  const suffered = g.governor?.as === 'light' && empty ? g.O.filter((x) => x !== d.event?.group) : []
  if (suffered.length > 0) d.O = [...suffered]
  // «تسهيل عمليات الخطف»: whoever makes an act easier does not do it.
  const another = supports(g, lexicon)?.some(({ link, agent }) => link === 'O' && agent === 'none') === true
  if (g.S.length > 0 && !another) inherit(d, g.S)
  d.negated ||= g.negated && g.event !== undefined
  d.modality = [...new Set([...d.modality, ...g.modality])]
  for (const [p, groups] of Object.entries(g.P))
    for (const x of groups) if (!(d.P[p] ?? []).includes(x)) d.P[p] = [...(d.P[p] ?? []), x]
}

const actsItself = ({ classes, pronoun, of }: Group) => !pronoun && !of?.pronoun && classes.some((c) => ACTS.has(c))

function fromLightVerb(d: Draft, g: Draft, by: string | undefined, lexicon: Lexicon): void {
  const links = lexicon.light.get(g.lemma) ?? supports(g, lexicon) ?? []
  const link = links.find((l) => l.link === (by ?? (g.S.some((s) => s === d.event?.group) ? 'S' : 'O'))) ?? links[0]
  if (link?.agent === 'subject') {
    giveTo(d, g.S)
    inherit(
      d,
      g.S.filter((s) => s !== d.event?.group),
    )
  } else if (link?.agent === 'object' && d.S.length === 0 && d.G.some(actsItself)) {
    // «حظيت الحركة بدعم القبائل», «تعرضت القرية لقصف الجيش»: the genitive of what somebody meets with did it.
    d.S = d.G
    d.G = []
  } else if (d.verb?.transitive && d.O.length === 0 && d.S.length === 0 && d.G.length > 0) {
    d.O = d.G
    d.G = []
  }
  if (link?.agent === 'object') {
    // «بعد تعرض الفرق لهجمات»: of the noun of such a verb the genitive is who suffers.
    const sufferer = g.S.length === 0 && g.pos === 'noun' ? g.G : g.S
    if (d.O.length === 0) d.O = [...sufferer]
    // «تعرض المركز لإطلاق نار»: the idiom has its object; who suffers it is the second.
    else if (d.O2.length === 0) d.O2 = [...g.S]
  }
  d.negated ||= g.negated
  d.modality = [...new Set([...d.modality, ...g.modality])]
  if (!d.tense && g.tense) d.tense = g.tense
  for (const [p, groups] of Object.entries(g.P)) {
    for (const x of groups) if (x !== d.event?.group && !(d.P[p] ?? []).includes(x)) d.P[p] = [...(d.P[p] ?? []), x]
  }
}

const FIRED = new Set(['weapon', 'ammunition', 'missile', 'explosive'])

/** «قُتل برصاص مسلحين», «مصرع قائد بقذائف الجيش»: whose bullets they were acts, where nobody else does. */
function agentBehindWeapon(d: Draft, lexicon: Lexicon): void {
  // «أصابت مدفعية الجيش قرية»: who owns the weapon acts.
  const [weapon] = d.S
  const owner = weapon?.of
  if (d.pos === 'verb' && d.S.length === 1 && owner && !owner.pronoun && d.O.length > 0)
    if (weapon.classes.some((c) => FIRED.has(c)) && owner.classes.some((c) => c === 'group')) d.S = [owner]
  const suffered =
    d.passive || (d.pos === 'noun' && (d.verb?.patient || lexicon.classes.get(d.lemma)?.includes('harm')))
  if (!suffered || d.S.length > 0) return
  for (const g of Object.values(d.P).flat()) {
    const { of } = g
    if (!of || !g.classes.some((c) => FIRED.has(c)) || of.pronoun || !of.classes.some((c) => ACTS.has(c))) continue
    d.S = [of]
    // «اغتيال القيادي برصاص مجهولين»: with its doer known, the genitive suffers.
    if (d.pos === 'noun' && d.verb?.transitive && d.O.length === 0) {
      d.O = d.G
      d.G = []
    }
  }
}
const ACTS = new Set(['group', 'person', 'fighter', 'soldier', 'leader', 'official'])

/**
 * «تفجير استهدف دورية», «ضربة قتلت اثنين»: where an act of force is itself the subject of what it did, verb and noun tell
 * of one event: the verb takes who did the act and by what, the noun whom it struck.
 */
export function joinActAndDeed(drafts: readonly Draft[]): void {
  for (const d of drafts) {
    if (d.pos !== 'verb' || d.S.length === 0) continue
    const [subject] = d.S
    // «عمليات اغتيال طالت ضباطا», «سلسلة غارات استهدفت …»: the act told by its kind or its number.
    const told = arePeople(subject!) ? [subject] : [subject, subject!.of]
    const act = drafts.find(
      (x) => x.event && told.includes(x.event.group) && (x.event.group.classes.includes('violence') || x.verb?.patient),
    )
    if (!act || d.O.length === 0) continue
    // «اعتقالات طالت عشرات المعلمين»: the noun says who did what the verb tells of.
    if (!act.event!.group.classes.includes('violence')) {
      if (act.O.length + act.G.length === 0) act.O = [...d.O]
      act.governor ??= { draft: d, as: 'adverbial' }
      continue
    }
    if (act.O.length === 0) act.O = [...d.O]
    const asked = isSupposed(act)
    // «أفادت المصادر بأن القصف أوقع سبعة قتلى»: whoever tells of the deed tells of the act.
    act.governor ??= { draft: d, as: 'adverbial' }
    // «لم يعرف ما إذا كانت الحركة مسؤولة عن الهجوم الذي استهدف القافلة»: the attack is told, its doer is asked about.
    d.S = asked ? [] : [...act.S, ...act.X]
    for (const [p, groups] of Object.entries(act.P))
      for (const x of groups) if (!(d.P[p] ?? []).includes(x)) d.P[p] = [...(d.P[p] ?? []), x]
  }
}

/** Whether an act hangs on what stands in a condition or a question. */
function isSupposed({ governor }: Draft): boolean {
  for (let up = governor; up && up.as !== 'relative'; up = up.draft.governor) if (up.draft.supposed) return true
  return false
}
