import type { Mention, Span } from '../../../model/index.js'
import type { Quantity } from '../../analysis.js'
import { affiliation, fieldOf, memberOf, partOf } from './belonging.js'
import {
  bareNumber,
  countHead,
  ending,
  isCounted,
  isOneMore,
  isOrdinalOf,
  lastOfNumber,
  opensRange,
  QUANTIFIES,
  quantifiers,
  stressesNumber,
  whoever,
} from './counted-group.js'
import {
  apposes,
  BODY,
  describesTitled,
  endOfTitle,
  genitive,
  isOpen,
  isQuote,
  isSecondAdjective,
  modifies,
  setsOffAccused,
  TITLE,
  tellsMeanwhile,
} from './group-boundary.js'
import type { Lexicon } from './lexicon.js'
import { calledBy, goesOnAsFamily, nameBehind, nameRun, nominal } from './name-run.js'
import { addModifier, attachGenitive, type Group, groupOfWord } from './noun-group.js'
import { unitNumber } from './unit-number.js'
import { POINTS } from './word-before.js'
import type { Tok } from './words.js'

/** What the chunker works on. */
export interface ChunkInput {
  text: string
  toks: readonly Tok[]
  mentions: readonly Mention[]
  lexicon: Lexicon
  /** Reads a stated number out of a stretch of text. */
  quantity: (span: Span) => Quantity | undefined
}

/** Whether a noun group can begin at this word. */
export function beginsGroup(toks: readonly Tok[], i: number): boolean {
  const tok = toks[i]
  if (!tok) return false
  if (opensRange(toks, i)) return true
  if (tok.pos === 'pronoun') return tok.attached !== 'after'
  return nominal(tok) || QUANTIFIES.has(tok.pos as string)
}

/**
 * The noun group that begins at word `i`, and the word after it. The boundary is found by what Arabic writes: a word
 * with the article, a pronoun, a name or a closed ending takes no genitive, so an indefinite noun behind it begins the
 * next group («قصف الجيش | مواقع»); adjectives agree in article, gender and number.
 */
export function groupAt(input: ChunkInput, i: number): { group: Group; next: number } | null {
  const { toks } = input
  if (toks[i]?.pos === 'pronoun') return { group: groupOfWord(toks, i, input.mentions, input.lexicon), next: i + 1 }
  // «ما يسمى جهاز الأمن»: whoever is called so is meant, the word that doubts it is left out.
  if (toks[i]?.reading.role === 'called') return groupAt(input, isQuote(toks[i + 1]) ? i + 2 : i + 1)
  // «أول هجوم», «ثالث عملية»: the ordinal goes with the noun behind it.
  if (isOrdinalOf(toks[i], toks[i + 1])) {
    const inner = groupAt(input, i + 1)
    if (inner) inner.group.start = toks[i]!.start
    return inner
  }
  let k = quantifiers(toks, i)
  const counted = k > i
  const numbered = toks.slice(i, k).some((t) => t.pos !== 'determiner')
  // «سبعة من عناصر», «أحد من»: the counted noun follows the preposition.
  if (counted && toks[k]?.pos === 'pronoun' && toks[k]!.attached === 'after') return ending(input, i, k)
  // «أي في الثلاثين من أغسطس»: with nobody behind it the word only explains what stands before.
  if (k === i + 1 && toks[i]!.reading.role === 'any' && !nominal(toks[k]) && toks[k]?.reading.role !== 'source')
    return null
  const anyone = k === i + 1 ? whoever(input, i) : null
  if (anyone) return anyone
  // «ستة من أخطر عناصر التنظيم»: so does it behind a word for the most.
  const of = toks[k + 1]?.reading.role === 'most' ? k + 2 : k + 1
  // «تمكن هؤلاء من استعادة …»: a word that points counts nothing.
  const points = k === i + 1 && POINTS.has(toks[i]!.reading.role ?? '')
  const partitive = counted && !points && toks[k]?.reading.role === 'source' && nominal(toks[of])
  if (partitive) k = of
  const head = toks[k]
  // «على ذلك مفاوضا الطرفين»: a demonstrative goes with a noun that has the article; before another it stands alone.
  const alone = points && head && head.pos !== 'name' && !head.article
  if (alone) return bareNumber(input, i, k)
  if (!head || !nominal(head) || (counted && head.pos === 'adjective' && !isDerivedPerson(head))) {
    return counted ? bareNumber(input, i, k) : null
  }
  const found = measured(input, chain(input, k, counted))
  const { group, next } = found
  if (isOneMore(toks, i, next)) {
    group.agreement = { number: 'singular', human: true }
    group.quantity = { start: group.start, end: group.end, min: 1, max: 1 }
    group.counted = true
  }
  if (toks[i]!.reading.role === 'any') group.definite = false
  // «امتناع كل طرف»: each of the two sides.
  if (toks[i]!.reading.role === 'all' && k === i + 1 && head.classes.includes('side') && !group.of) {
    group.definite = true
    group.quantity ??= { start: toks[i]!.start, end: group.end, min: 2, max: 2 }
  }
  if (counted) {
    group.start = toks[i]!.start
    // «قال أحد الناجين», «التقى كلا من القادة»: the ending is on the word that counts, and not on the genitive behind it.
    group.case = toks[i]!.spelling.accusative ? 'accusative' : undefined
    // «أي طرف» counts nothing.
    if (toks[i]!.reading.role !== 'any') group.counted = true
    if (partitive)
      group.measure = { ...groupOfWord(toks, i, input.mentions, input.lexicon).agreement, definite: toks[i]!.article }
    if (numbered) {
      // «مئات السودانيين»: people who are counted are not the side that they are of.
      if (toks[k]!.spelling.people && toks[k]!.spelling.nisba && !group.of)
        group.classes = ['person', ...group.classes.filter((c) => c !== 'group')]
      const quantity = input.quantity({ start: toks[i]!.start, end: toks[k]!.start })
      if (quantity) group.quantity = quantity
      if (quantity && quantity.min !== 1) group.agreement = { ...group.agreement, number: 'plural' }
    }
  }
  return { group, next }
}

/** «عددا محدودا من الطائرات», «دفعة جديدة من الجنود»: a noun of measure counts what follows its preposition. */
function measured(input: ChunkInput, found: { group: Group; next: number }): { group: Group; next: number } {
  const { group, next } = found
  const preposition = input.toks[next]
  if (!group.classes.includes('measure') || group.of || preposition?.reading.role !== 'source') return found
  // «الدفعة الثانية من المدافع»: with the article it counts where an adjective tells it from others of its sort.
  if (group.definite && group.modifiers.length === 0) return found
  const inner = groupAt(input, next + 1)
  if (!inner) return found
  const { group: counted } = inner
  // «خرج رتل من المدينة», «وصلت الدفعة الأولى من الوادي»: one place is where it comes from.
  if (counted.classes.includes('place') && counted.agreement.number !== 'plural') return found
  const { case: _, ...rest } = counted
  const kept = {
    ...rest,
    start: group.start,
    counted: true,
    measure: { ...group.agreement, definite: group.definite },
    ...(group.case && { case: group.case }),
  }
  return { group: kept, next: inner.next }
}

/** Classes that a verbal noun can have and be nothing but the act. */
const ACTS = new Set(['event', 'violence', 'deal', 'talks'])

const isDerivedPerson = (t: Tok) => t.article || t.reading.derived !== undefined

/** A head with its genitives, adjectives, names in apposition and phrases of belonging. */
function chain(input: ChunkInput, i: number, counted = false): { group: Group; next: number } {
  const { toks } = input
  const group = groupOfWord(toks, i, input.mentions, input.lexicon)
  let k = i + 1
  let open =
    isOpen(toks[i]!, toks[i + 1]) &&
    toks[i - 1]?.reading.role !== 'any' &&
    !tellsMeanwhile(toks, i) &&
    !setsOffAccused(toks, i, input.lexicon)
  const extend = (to: number) => {
    k = to
    group.end = toks[to - 1]!.end
  }
  const { pos, mention } = toks[i]!
  const named = pos === 'name' && mention !== undefined && input.mentions[mention]!.kind === 'person'
  if (named && goesOnAsFamily(toks[i]!, toks[k])) extend(k + 1)
  for (;;) {
    const t = toks[k]
    if (!t) break
    if (t.pos === 'pronoun' && t.attached === 'after') {
      group.of = groupOfWord(toks, k, input.mentions, input.lexicon)
      group.definite = true
      open = false
      extend(k + 1)
      continue
    }
    // «فجّر مهاجم نفسه»: with no article a noun has nothing to stress; "oneself" is what is acted on.
    if (t.reading.role === 'same' && !group.definite) break
    // «هجمات عدة»: behind its noun the word for several is its adjective.
    if (t.reading.role === 'several' && k === i + 1 && !group.definite && group.agreement.number === 'plural') {
      open = false
      extend(k + 1)
      continue
    }
    // «شارع جمال»: quotation marks do not part a name from its head.
    if (isQuote(t) && open && nominal(toks[k + 1])) {
      const inner = chain(input, k + 1)
      const end = isQuote(toks[inner.next]) ? inner.next : endOfTitle(group, toks, inner.next)
      const close = end === undefined ? inner.next : end + 1
      // «موقع «يافع الآن»»: the place that a title begins with is not what it names.
      if (end !== undefined && end > inner.next) inner.group.mention = undefined
      attachGenitive(group, inner.group)
      open = false
      // «منظمة «صدى الرمال» الحقوقية»: what describes the body stands behind its title.
      extend(describesTitled(group, toks[close]) ? close + 1 : close)
      continue
    }
    // «قوات سوريا الديمقراطية «قسد»»: another name of what is named.
    const again = toks[k + 1]?.pos === 'name' || (toks[k + 1]?.pos === 'noun' && !toks[k + 1]!.known)
    if (isQuote(t) && again && isQuote(toks[k + 2]) && canBeCalled(group, toks[k + 1]!, input.mentions)) {
      group.apposed ??= groupOfWord(toks, k + 1, input.mentions, input.lexicon)
      extend(k + 3)
      continue
    }
    // «لقي ثلاثة رجال حتفهم»: what belongs to counted people is no genitive of theirs.
    const own =
      counted &&
      toks[k + 1]?.pos === 'pronoun' &&
      toks[k + 1]!.attached === 'after' &&
      group.agreement.number === 'plural'
    if (open && !own && !isWordOf(input, i, k) && genitive(group, toks, k)) {
      const inner = genitiveAt(input, k)
      if (inner) {
        attachGenitive(group, inner.group)
        countHead(group, inner.group)
        // «مديرية شدا الحدودية»: a place with a name that nobody knows is one known place.
        if (isPlaceWithName(group, t)) group.definite = true
        open = false
        extend(inner.next)
        continue
      }
    }
    // «المفرج عنهم», «المشتبه بهم»: a participle whose pronoun stands under its preposition.
    const [own1, own2] = [toks[k], toks[k + 1]]
    const { derived, verb } = toks[k - 1]!.reading
    const participle = toks[k - 1]!.article && derived !== undefined && derived !== 'masdar' && !verb?.transitive
    if (participle && own1?.pos === 'preposition' && own2?.pos === 'pronoun' && own2.attached === 'after') {
      const { number } = own2.pronoun ?? {}
      if (k === i + 1) group.agreement = { ...group.agreement, human: true, number: number ?? 'singular' }
      open = false
      extend(k + 2)
      continue
    }
    // «لقاء غير معلن», «القوات غير النظامية»; «الحركة غير قادرة» says something of it.
    const described = !toks[i]!.article || toks[k + 1]?.article === true
    if (described && t.pos === 'negation' && t.reading.role === 'adjective' && toks[k + 1]?.pos === 'adjective') {
      open = false
      extend(k + 2)
      continue
    }
    // «المعروف باسم «أبو حسن»»: a word that gives a name is more than an adjective.
    if (nominal(t) && !nameBehind(input, k) && modifies(group, toks, i, k)) {
      const at = k
      addModifier(group, input, at)
      open = false
      // «صواريخ قصيرة المدى»: in what respect it is so.
      extend(toks[at + 1]?.article && toks[at + 1]!.classes.includes('respect') ? at + 2 : at + 1)
      const belongs = affiliation(input, at, groupAt)
      if (belongs) {
        if (belongs.group && !group.of) group.of = belongs.group
        extend(belongs.next)
      }
      continue
    }
    // «صواريخ أرض–جو»: a dash with no blanks makes one word of two.
    const joined = toks[k + 1]
    if (DASH.test(t.text) && joined && t.start === toks[k - 1]!.end && joined.start === t.end && nominal(joined)) {
      open = false
      extend(k + 2)
      continue
    }
    if (isSecondAdjective(group, toks, k)) {
      group.modifiers = [...group.modifiers, toks[k + 1]!.lemma]
      extend(k + 2)
      continue
    }
    if (apposes(group, toks, k, input.mentions)) {
      const inner = nameRun(input, k)
      group.apposed = inner.group
      if (inner.group.mention !== undefined) group.mention = inner.group.mention
      open = false
      extend(inner.next)
      continue
    }
    const numbered = unitNumber(group, toks, i, k)
    if (numbered > k) {
      open = false
      group.definite = true
      extend(numbered)
      continue
    }
    // «قائد المحور العميد فلان»: a title with its name behind what its bearer is.
    const titled = titleWithName(group, input, k)
    if (titled) {
      group.apposed = titled.group
      if (group.mention === undefined && titled.group.mention !== undefined) group.mention = titled.group.mention
      open = false
      extend(titled.next)
      continue
    }
    // «اللواء 35», «المتهمين الثلاثة».
    if (
      t.pos === 'number' &&
      group.definite &&
      (t.article || (/^\p{Nd}/u.test(t.text) && toks[i]!.article && !isCounted(toks[k + 1])))
    ) {
      const last = lastOfNumber(toks, k)
      const quantity = t.article ? input.quantity({ start: t.start, end: toks[last]!.end }) : undefined
      if (quantity) group.quantity = quantity
      extend(last + 1)
      continue
    }
    if (k === i + 1 && stressesNumber(input, group, k)) {
      open = false
      extend(k + 1)
      continue
    }
    const called = calledBy(group, input, k)
    if (called) {
      group.apposed = called.group
      if (called.group.mention !== undefined) group.mention = called.group.mention
      open = false
      extend(called.next)
      continue
    }
    const member = memberOf(group, input, k, groupAt) ?? (counted ? partOf(group, input, k, groupAt) : null)
    const field = member ? k : fieldOf(group, input, k, groupAt)
    if (field > k) {
      open = false
      extend(field)
      continue
    }
    if (member) {
      // «مسؤول الإعلام في الحركة»: what he is charged with is not what he belongs to.
      if (!group.of?.classes.some((c) => BODY.has(c))) group.of = member.group
      open = false
      extend(member.next)
      continue
    }
    break
  }
  // «أجهزة تفجير», «جهاز اتصال»: with an act that is nobody's the word for a body or a device is a device.
  const inner = group.of as Group | undefined
  if (group.classes.includes('equipment') && inner && !inner.definite && isBareAct(toks[inner.headTok]!, input.lexicon))
    group.classes = group.classes.filter((c) => c !== 'group')
  // «حصول التنظيم على سلاح»: what somebody did is not he.
  const act = toks[i]!.reading.derived === 'masdar' && group.classes.every((c) => ACTS.has(c))
  // «مصدر في قيادة القوة» is none of those whom the body's name means.
  const of = act || group.classes.includes('source') ? undefined : group.of?.mention
  if (group.mention === undefined && of !== undefined) group.mention = of
  return { group, next: k }
}

const DASH = /^[-–]$/u

const isBareAct = ({ reading: { lemma }, article, mention }: Tok, { forms }: Lexicon) =>
  !article && mention === undefined && forms.get(lemma)?.some((r) => r.derived === 'masdar') === true

const isPlaceWithName = ({ classes, of }: Group, t: Tok) =>
  classes.length > 0 &&
  classes.every((c) => c === 'place' || c === 'area') &&
  !t.known &&
  !of?.of &&
  of?.classes.length === 0

/** Whether a name between quotation marks can be another one of what is named: of two that the packs know, only of one entity. */
function canBeCalled(group: Group, { mention: other }: Tok, mentions: ChunkInput['mentions']): boolean {
  const own = group.mention ?? group.of?.mention
  if (own === undefined) return false
  const [a, b] = [mentions[own]!.entities, other === undefined ? [] : mentions[other]!.entities]
  return a.length === 0 || b.length === 0 || a.some((e) => b.includes(e))
}

/** «عن ضابط نفيه»: his saying, with its own pronoun, is no genitive of whoever is quoted. */
const isWordOf = ({ toks, lexicon }: ChunkInput, i: number, k: number) =>
  toks[i - 1]?.reading.role === 'about' &&
  toks[k + 1]?.attached === 'after' &&
  lexicon.saying.has(`${toks[k]!.reading.lemma}/noun`)

function genitiveAt(input: ChunkInput, k: number): { group: Group; next: number } | null {
  return groupAt(input, k)
}

/** A definite title that has its bearer's name behind it, where the person was described before. */
function titleWithName(group: Group, input: ChunkInput, k: number): { group: Group; next: number } | null {
  const { toks, mentions } = input
  const t = toks[k]!
  const person = group.definite && group.agreement.number === 'singular' && group.classes.some((c) => TITLE.has(c))
  const described = group.of !== undefined || group.modifiers.length > 0
  if (!person || group.apposed || !described || t.pos !== 'noun' || !t.article || t.attached) return null
  // «العميد الركن فلان»: what sort of a rank it is may stand before the name.
  const name = toks[toks[k + 1]?.pos === 'adjective' ? k + 2 : k + 1]
  if (!t.classes.some((c) => TITLE.has(c)) || name?.mention === undefined) return null
  if (mentions[name.mention]!.kind !== 'person') return null
  return chain(input, k)
}
