import { beforeAll, describe, expect, it } from 'vitest'
import type { Mention } from '../../../model/index.js'
import { loadPacks } from '../../../packs/index.js'
import { tokens } from '../../../text/index.js'
import type { NounGroup, Predicate, Sentence } from '../../analysis.js'
import type { PhraseLayer } from '../grammar.js'
import { verbFirst } from './layer.js'

let layer: PhraseLayer
beforeAll(() => {
  layer = verbFirst(loadPacks({ theatres: [], languages: ['ar'] }).languages.get('ar')!)
}, 60_000)

/** Names are given between braces, as the names step would find them: «{تنظيم القاعدة}». */
function read(marked: string): { text: string; sentence: Sentence } {
  const mentions: Mention[] = []
  let text = ''
  for (const [i, part] of marked.split(/[{}]/u).entries()) {
    if (i % 2 === 1)
      mentions.push({
        id: `m${i}`,
        text: part,
        kind: 'actor',
        entities: [],
        start: text.length,
        end: text.length + part.length,
      })
    text += part
  }
  const sentence = layer({
    text,
    start: 0,
    end: text.length,
    index: 0,
    paragraph: 0,
    heading: false,
    tokens: tokens(text),
    mentions,
    times: [],
    quotes: [],
  })
  return { text, sentence }
}

const show = (text: string, groups: NounGroup[]) =>
  groups
    .flatMap((g) => g.members ?? [g])
    .map((g) => text.slice(g.start, g.end))
    .join(' + ')

/** `S=… O=… عن=…` of a predicate, in a fixed order; with what governs it where that is asked for. */
function functions(text: string, p: Predicate | undefined, wanted: string): string {
  if (!p) return 'no such predicate'
  const { S, O, O2, G, X, P } = p.functions
  const all: Record<string, NounGroup[]> = { S, O, O2, G, X, ...P }
  return wanted
    .split(/ (?=[^ =]+=)/u)
    .map((w) => w.split('=')[0]!)
    .map((f) => `${f}=${show(text, all[f] ?? [])}`)
    .join(' ')
}

describe('functions of predicates', () => {
  it.each([
    // plain clauses
    ['أفرجت {مليشيا الحوثي} عن ستة من عناصر {التنظيم}.', 'افرج', 'S=مليشيا الحوثي عن=ستة من عناصر التنظيم'],
    ['هاجم مسلحون ملثمون نقطة تفتيش قرب المطار.', 'هاجم', 'S=مسلحون ملثمون O=نقطة تفتيش'],
    ['قصف الجيش مواقع {الحوثيين} بالمدفعية.', 'قصف', 'S=الجيش O=مواقع الحوثيين ب=المدفعية'],
    ['{الجماعة} زودت {الحركة} بصواريخ حرارية.', 'زود', 'S=الجماعة O=الحركة ب=صواريخ حرارية'],
    ['سلّم القائد {القبائل} عشرين بندقية.', 'سلم', 'S=القائد O=عشرين بندقية O2=القبائل'],
    ['قالت مصادر إن مسلحين هاجموا قرية نائية.', 'هاجم', 'S=مسلحين O=قرية نائية'],
    ['خطف مسلحون طبيبا سوريا.', 'خطف', 'S=مسلحون O=طبيبا سوريا'],
    // voice
    ['قتل جنديان في كمين.', 'قتل', 'S= O=جنديان'],
    ['أُفرج عن الصحفي أمام المحكمة.', 'افرج', 'S= عن=الصحفي'],
    ['أُلقيت قنبلة على مقر {الحزب}.', 'القي', 'S= O=قنبلة علي=مقر الحزب'],
    ['اعتُقل أربعة رعاة من قبل {الأمن العام}.', 'اعتقل', 'S=الأمن العام O=أربعة رعاة'],
    ['اغتيل مدير المدرسة على يد مجهولين.', 'اغتال', 'S=مجهولين O=مدير المدرسة'],
    ['قُتل ضابط برصاص مسلحين.', 'قتل', 'S=مسلحين O=ضابط'],
    // verbal nouns and light verbs
    ['قامت عناصر {التنظيم} بتسليم ثلاثة مواقع.', 'تسليم', 'S=عناصر التنظيم O=ثلاثة مواقع'],
    ['تم تسليم المواقع إلى اللجنة.', 'تسليم', 'S= O=المواقع الي=اللجنة'],
    ['نفذ مقاتلو {الحركة} هجوما على الثكنة.', 'هجوم', 'S=مقاتلو الحركة علي=الثكنة'],
    ['أدى قصف الجيش المدينة إلى نزوح الأهالي.', 'قصف', 'S=الجيش O=المدينة'],
    ['جرت عملية تبادل أسرى بين {القبائل} و{الحوثيين}.', 'تبادل', 'G=أسرى بين=القبائل + الحوثيين'],
    ['وقع هجوم حوثي على الحاجز.', 'هجوم', 'X=حوثي علي=الحاجز'],
    ['شهدت المدينة هجوما شنه مسلحون.', 'هجوم', 'S=مسلحون'],
    // control
    ['اتهم الوزير {الجماعة} بقصف السوق.', 'قصف', 'S=الجماعة O=السوق'],
    ['هدد المتحدث باستهداف السفن.', 'استهداف', 'S=المتحدث O=السفن'],
    ['أوقفت {الحركة} هجماتها وأفرجت عن الرهائن.', 'افرج', 'S=الحركة عن=الرهائن'],
    // relative clauses
    ['انفجرت العبوة التي زرعها مجهولون.', 'زرع', 'S=مجهولون O=العبوة'],
    ['دمر الطيران مخزنا يستخدمه المهربون.', 'استخدم', 'S=المهربون O=مخزنا'],
    ['انفجر لغم زرعه المتمردون.', 'زرع', 'S=المتمردون O=لغم'],
    ['صادرت البحرية شحنة تزن طنين أرسلها تاجر.', 'ارسل', 'S=تاجر'],
    ['تحدث الموقع عن لقاء سري جمع ضابطا بشيخ {القبيلة}.', 'جمع', 'S=لقاء سري O=ضابطا ب=شيخ القبيلة'],
    // lists of acts, and verbs that only look like one more
    ['{الطرفان} اتفقا على وقف القتال بينهما وتبادل الأسرى.', 'تبادل', 'S=الطرفان O=الأسرى'],
    ['اتهمت النيابة {الجماعة} بخطف موظفين وقتل الحارس.', 'قتل', 'S=الجماعة O=الحارس'],
    ['هاجم مسلحون الحاجز وقتل ثلاثة جنود.', 'قتل', 'S= O=ثلاثة جنود'],
    ['- تسليم الميناء إلى {الحركة}.', 'تسليم', 'G=الميناء الي=الحركة'],
    // what is put in between
    ['تبنت {الحركة}، في رسائل نُشرت أمس، ثلاث هجمات.', 'تبني', 'S=الحركة O=ثلاث هجمات'],
    ['جُرح سبعة رعاة، بينهم طفل، في قصف.', 'جرح', 'S= O=سبعة رعاة'],
    ['سلّم {الفصيل} أسلحة إلى {القبيلة}، واصفا ذلك بالهدية.', 'سلم', 'S=الفصيل O=أسلحة الي=القبيلة ب='],
    ['قال الوالي إن الأمر خطير، فقد قصفت {الحركة} الجسر.', 'قصف', 'S=الحركة O=الجسر'],
    // whose act it is
    ['أصابت مدفعية {الجيش} السوق.', 'اصاب', 'S=الجيش O=السوق'],
    ['نفى الوزير اتهام {الحركة} للجيش بقصف السوق.', 'قصف', 'S=جيش O=السوق'],
    ['وقعت {الحكومة} مع {قوات الوادي} «قفار» اتفاقا.', 'وقع', 'S=الحكومة O=اتفاقا'],
    ['استعادت {القبيلة} أسراها من {الحركة}.', 'استعاد', 'S=القبيلة O=أسراها من=الحركة'],
    ['نفذ {الفصيل} الهجوم بالتنسيق مع {الحركة}.', 'بالتنسيق مع', 'S=الفصيل G=الحركة'],
    // idioms
    ['أطلقت {الجماعة} سراح الطبيب.', 'اطلق', 'S=الجماعة O2=الطبيب'],
  ])('%s', (marked, lemma, wanted) => {
    const { text, sentence } = read(marked)
    const p = sentence.predicates.find((x) => x.lemma === lemma)
    expect(functions(text, p, wanted)).toBe(wanted)
  })
})

describe('what governs a predicate', () => {
  it.each([
    ['تعتزم القوات شن هجوم واسع.', 'هجوم', 'of'],
    ['اتفق الطرفان على إطلاق الأسرى.', 'اطلاق', 'complement'],
    ['دفعت {المليشيا} بتعزيزات تمهيدا لاقتحام البلدة.', 'اقتحام', 'purpose'],
    ['انسحب المسلحون مقابل إطلاق أبنائهم.', 'اطلاق', 'return'],
    ['أعلن الجيش مقتل قيادي.', 'مقتل', 'object'],
    ['أكد المصدر أن {التنظيم} انسحب.', 'انسحب', 'content'],
    ['هاجمت {الحركة} قاعدة، قال ضابط متقاعد.', 'هاجم', 'content'],
    ['هاجمت {الحركة} قاعدة، ذكرت «الشراع».', 'هاجم', 'content'],
    ['هاجمت {الحركة} قاعدة، هكذا قال المتحدث.', 'هاجم', 'content'],
    ['هاجمت {الحركة} قاعدة، هذا ما أكده ضابط متقاعد.', 'هاجم', 'content'],
    ['هاجمت {الحركة} قاعدة، ضابطان يؤكدان', 'هاجم', 'content'],
    ['هجوم على قاعدة {الحركة}.. هيئة بحرية تعلن', 'هجوم', 'content'],
    ['تسلمت {الجماعة} أموالا، كما تُظهر وثيقة مسربة.', 'تسلم', 'content'],
    ['تحدثت الصحيفة عن اتفاق يفرج {الفصيل} بموجبه عن الأسرى.', 'افرج', 'complement'],
    ['رعى الوسطاء اتفاقا أبرمه {الطرفان}.', 'ابرم', 'relative'],
    ['أكد المصدر مقتل قيادي بغارة.', 'غاره', 'adverbial'],
    ['غادر الوفد بعد اجتماع قصير.', 'اجتماع', 'adverbial'],
  ])('%s', (marked, lemma, as) => {
    const { sentence } = read(marked)
    expect(sentence.predicates.find((p) => p.lemma === lemma)?.governor?.as).toBe(as)
  })

  it('marks negation and the future', () => {
    expect(read('لم تنسحب القوات من المنفذ.').sentence.predicates[0]).toMatchObject({ lemma: 'انسحب', negated: true })
    expect(read('ستنسحب القوات من المنفذ.').sentence.predicates[0]).toMatchObject({ lemma: 'انسحب', tense: 'future' })
  })
})

describe('borders of noun groups', () => {
  it.each([
    ['قصف الجيش مواقع {الحوثيين}.', ['الجيش', 'مواقع الحوثيين']],
    ['زار وفد {مليشيا الحوثي} السجن المركزي.', ['وفد مليشيا الحوثي', 'السجن المركزي']],
    ['وصلت دفعة جديدة من الجنود.', ['دفعة جديدة من الجنود']],
    ['أصيب ما لا يقل عن أربعين شخصا.', ['ما لا يقل عن أربعين شخصا']],
    ['اعتقل الأمن القيادي في {التنظيم} {أبا سالم}.', ['الأمن', 'القيادي في التنظيم', 'أبا سالم']],
  ])('%s', (marked, wanted) => {
    const { text, sentence } = read(marked)
    expect(sentence.groups.map((g) => text.slice(g.start, g.end))).toEqual(wanted)
  })

  it('keeps every offset inside the sentence and its words in order', () => {
    const { text, sentence } = read('وقالت مصادر لـ«المدينة» إن {التنظيم} سيُفرج عنهم غدا.')
    for (const w of sentence.words) expect(text.slice(w.start, w.end)).toBe(w.text)
    for (const [i, w] of sentence.words.entries())
      if (i > 0) expect(w.start).toBeGreaterThanOrEqual(sentence.words[i - 1]!.start)
  })
})
