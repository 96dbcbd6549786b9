import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { fold } from '../../text/index.js'
import { createGlosser } from './create-glosser.js'

const packs = loadPacks()
const called = new Map([
  ['حركة الشباب', 'Al-Shabaab'],
  ['تعز', 'Taiz'],
])
const names = new Map([...called].map(([name, gloss]) => [fold(name), gloss]))
const gloss = createGlosser(packs.languages, packs.ontology.sayings.get('en')!, () => ({
  get: (words) => names.get(words),
  longest: 2,
}))

describe('a description in Arabic, glossed in English', () => {
  it.each([
    ['nouns, adjectives behind them', 'مصادر عسكرية مطلعة', 'informed military sources'],
    ['the article, on all or none', 'القوات البحرية الإيرانية', 'the Iranian naval forces'],
    ['one of a thing', 'ضابط سابق', 'a former officer'],
    ['one that begins with a vowel', 'مسؤول إغاثي', 'a relief official'],
    ['what is not counted', 'ذخيرة', 'ammunition'],
    ['an owner', 'مخزن أسلحة', 'a depot of weapons'],
    ['an owner with the article', 'قادة الجماعة المسلحة', 'the commanders of the armed group'],
    [
      'an adjective of the noun behind its owner',
      'عناصر التنظيم المحتجزون',
      'the detained members of the organisation',
    ],
    ['stuff before what is made for it', 'شركة نفط كندية', 'a Canadian oil company'],
    ['a name of the packs', 'مقاتلون من حركة الشباب في تعز', 'fighters from Al-Shabaab in Taiz'],
    ['its members', 'مقاتليها الأجانب', 'her/its foreign fighters'],
    ['two of a thing', 'سفينتان', 'two ships'],
    ['digits', '٤٥ جندياً', '45 soldiers'],
    ['number words', 'ثلاثة عشر سجيناً', '13 prisoners'],
    ['number words that are joined', 'خمسة وعشرين مهاجراً', '25 migrants'],
    ['thousands', '40 ألف دولار', '40,000 dollars'],
    ['a year', 'منذ 2015', 'since 2015'],
    ['money, and not a country', 'مبالغ مالية كبيرة', 'large sums of money'],
    ['a weapon against what it pierces', 'صواريخ مضادة للدروع', 'anti-tank missiles'],
    ['some of many', 'سبعة من أفراد الكتيبة', '7 of the members of the battalion'],
    ['at least', 'ما لا يقل عن ستين صياداً', 'at least 60 fishermen'],
    ['these', 'هذه الفصائل', 'these factions'],
    ['words that belong together', 'نقاط التفتيش', 'the checkpoints'],
    ['and in one word', 'العبوات الناسفة', 'the explosive devices'],
    ['who is loyal to whom', 'قبائل موالية للحكومة', 'tribes loyal to the government'],
    ['a time', 'خلال الأيام الماضية', 'during the past days'],
    ['two joined', 'شيوخ قبائل ووجهاء محليون', 'sheikhs of tribes and local notables'],
    ['an adjective with two meanings gives both', 'ضابط مالي', 'a financial/Malian officer'],
  ])('%s', (_, text, expected) => {
    expect(gloss(text)).toBe(expected)
  })

  it.each([
    ['a person', 'سالم بارجاش'],
    ['a person behind a title', 'العقيد سالم بارجاش'],
    ['a place that means something', 'بلدة الصور'],
    ['a name in quotation marks', 'كتيبة «الفجر»'],
    ['a word that is not glossed', 'مسلحون متلحفون'],
    ['a clause', 'المسلحون هاجموا الثكنة'],
    ['an adjective that fits no noun', 'القوات مسلحون'],
    ['"dozens of" nothing', 'عشرات من'],
    ['a number', '١٨١'],
    ['nothing', ''],
  ])('whole or not at all: %s', (_, text) => {
    expect(gloss(text)).toBeNull()
  })
})

describe('a description in English, glossed in Arabic', () => {
  const arabic = createGlosser(packs.languages, packs.ontology.sayings.get('ar')!, () => ({
    get: (words) =>
      new Map([
        ['houthis', 'الحوثيون'],
        ['taiz', 'تعز'],
        ['main', 'مديرية معين'],
        ['dune guard', 'قوات حرس الكثبان'],
      ]).get(words),
    longest: 3,
  }))
  it.each([
    ['adjectives behind the noun, nearest first', 'former military officers', 'ضباط عسكريون سابقون'],
    ['the article on each', 'the local authorities', 'السلطات المحلية'],
    ['things in the plural take the feminine', 'heavy weapons', 'أسلحة ثقيلة'],
    ['two', 'two tribal sources', 'مصدران قبليان'],
    ['three to ten', 'Six wounded soldiers', '6 جنود جرحى'],
    ['three to ten, the plural of people', 'four Pakistani officials', '4 مسؤولين باكستانيين'],
    ['from eleven', '23 armed men', '23 رجلًا مسلحًا'],
    ['from a hundred', 'at least 120 prisoners', 'ما لا يقل عن 120 أسير'],
    ['the three', 'the three drivers', 'السائقون الـ3'],
    ['one', 'one soldier', 'جندي واحد'],
    ['some of many', 'five of the hostages', '5 من الرهائن'],
    ['some', 'some fighters', 'بعض المقاتلين'],
    ['about', 'some 40 fighters', 'نحو 40 مقاتلًا'],
    ['an owner', 'the commanders of the militia', 'قادة الميليشيا'],
    ['one of several', 'a commander of the militia', 'قائد من الميليشيا'],
    ['an owner before it', "the militia's gunmen", 'مسلحو الميليشيا'],
    ['a noun before a noun', 'two fuel trucks', 'شاحنتا وقود'],
    ['a name before a noun', 'Houthis positions', 'مواقع الحوثيين'],
    ['a place', 'gunmen in Taiz', 'مسلحون في تعز'],
    ['its', 'their convoy', 'قافلتهم'],
    ['a name that says it already', 'the Dune Guard forces', 'قوات حرس الكثبان'],
    ['joined', 'soldiers and civilians', 'جنود ومدنيون'],
  ])('%s', (_, text, expected) => {
    expect(arabic(text)).toBe(expected)
  })

  it.each([
    ['a person', 'Salem Bargash'],
    ['a name in capitals', 'the National Rescue Agency'],
    ['money in another currency', '$40,000'],
    ['a word that is not glossed', 'gleeful gunmen'],
    ['a clause', 'the gunmen attacked the base'],
    ['an age', 'a girl of nine'],
    ['a number', '181'],
    ['a number in words', 'The five'],
  ])('whole or not at all: %s', (_, text) => {
    expect(arabic(text)).toBeNull()
  })

  it('a word is no name where it is written small', () => {
    expect(arabic('the main gate')).toBe('البوابة الرئيسية')
  })
})
