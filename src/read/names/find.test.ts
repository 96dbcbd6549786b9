import { describe, expect, test } from 'vitest'
import type { Entity, EntityKind } from '../../model/index.js'
import { loadPacks, type PackName, type Packs, type TheatrePack } from '../../packs/index.js'
import { ratchet } from '../known-failures.js'
import { findKnown } from './find.js'
import { pieces } from './pieces.js'
import { nameGrammar } from './prepare.js'

/** An invented theatre: two groups, a person, a country, a governorate and its city, an ambiguous village, an outlet. */
const WORLD: [id: string, kind: EntityKind, sort: string | undefined, names: [string, string, string][]][] = [
  [
    'dawn-front',
    'actor',
    'armed-group',
    [
      ['Dawn Front', 'en', 'full'],
      ['جبهة الفجر', 'ar', 'full'],
      ['الفجريين', 'ar', 'short'],
      ['DF', 'en', 'acronym'],
      ['WHO', 'en', 'acronym'],
    ],
  ],
  ['dawn-front-east', 'actor', 'armed-group', [['Dawn Front in the East', 'en', 'full']]],
  [
    'al-murabit',
    'actor',
    'armed-group',
    [
      ["al-Mura'bit", 'en', 'full'],
      ['المرابطون', 'ar', 'full'],
    ],
  ],
  [
    'salih-nur',
    'person',
    undefined,
    [
      ['Salih Nur', 'en', 'full'],
      ['صالح نور', 'ar', 'full'],
    ],
  ],
  [
    'country-orvale',
    'place',
    'country',
    [
      ['Orvale', 'en', 'full'],
      ['أورفال', 'ar', 'full'],
    ],
  ],
  [
    'dawn-council',
    'actor',
    'political-body',
    [
      ['Presidential Council', 'en', 'shared'],
      ['المجلس الرئاسي', 'ar', 'shared'],
      ['PC', 'en', 'shared'],
    ],
  ],
  [
    'country-ostria',
    'place',
    'country',
    [
      ['Ostria', 'en', 'full'],
      ['أوستريا', 'ar', 'full'],
    ],
  ],
  ['orvale-government', 'actor', 'government', [['Orvale', 'en', 'full']]],
  [
    'or-kordal',
    'place',
    'governorate',
    [
      ['Kordal', 'en', 'full'],
      ['كردال', 'ar', 'full'],
    ],
  ],
  [
    'or-kordal-district',
    'place',
    'district',
    [
      ['Kordal', 'en', 'full'],
      ['كردال', 'ar', 'full'],
    ],
  ],
  [
    'or-salih',
    'place',
    'village',
    [
      ['Hope', 'en', 'ambiguous'],
      ['صالح', 'ar', 'ambiguous'],
    ],
  ],
  [
    'mirsad',
    'outlet',
    'agency',
    [
      ['Mirsad', 'en', 'full'],
      ['المرصد', 'ar', 'full'],
    ],
  ],
]
const entities = new Map<string, Entity>(
  WORLD.map(([id, kind, sort, names]) => [
    id,
    {
      id,
      kind,
      ...(sort ? { sort } : {}),
      names: names.map(([name, lang, k]) => ({ name, lang, kind: k })),
      from: 'pack',
    } as Entity,
  ]),
)
const names = WORLD.flatMap(([entity, entityKind, sort, all]) =>
  all.map(([name, lang, kind]) => ({ name, lang, kind, entity, entityKind, ...(sort ? { sort } : {}) }) as PackName),
)
const theatre = { id: 'orvale', home: ['country-orvale', 'or-kordal'], actors: [{ id: 'dawn-council' }] }
const packs: Packs = {
  ...loadPacks({ theatres: [] }),
  entities,
  names,
  theatres: new Map([['orvale', theatre as unknown as TheatrePack]]),
}
const grammars = new Map([...packs.languages].map(([id, pack]) => [id, nameGrammar(pack, packs)]))
const found = (lang: string, text: string) =>
  findKnown(text, pieces(text), grammars.get(lang)!).map((m) => `${m.text} = ${m.entities.join(' | ')}`)

type Row = [lang: string, text: string, expected: string[]]

describe('known names', () => {
  const plain: Row[] = [
    ['en', 'The Dawn Front met its rivals.', ['Dawn Front = dawn-front']],
    ['en', "A patrol of the Dawn Front's left wing was seen.", ['Dawn Front = dawn-front']],
    ['en', 'The Dawn Front in the East denied it.', ['Dawn Front in the East = dawn-front-east']],
    ['en', 'Al-Murabit is one name.', ['Al-Murabit = al-murabit']],
    ['en', 'AL-MURABIT is one name.', ['AL-MURABIT = al-murabit']],
    ['en', 'So is al‑Mura’bit.', ['al‑Mura’bit = al-murabit']],
    ['en', 'The dawn, front and centre, was red.', []],
    ['en', 'They came at dawn. Front pages said so.', []],
    ['en', 'Orphans of Kordalia sang.', []],
    ['ar', 'التقت جبهة الفجر خصومها.', ['جبهة الفجر = dawn-front']],
    ['ar', 'بقيادة صالح نور في الجبل.', ['صالح نور = salih-nur']],
  ]
  test.each(plain)('%s: %s', (lang, text, expected) => {
    ratchet(`findKnown: ${text}`, () => expect(found(lang, text)).toEqual(expected))
  })
})

describe('names behind clitics', () => {
  const rows: Row[] = [
    ['ar', 'سلم الأسلحة لجبهة الفجر.', ['جبهة الفجر = dawn-front']],
    ['ar', 'وجبهة الفجر تنفي.', ['جبهة الفجر = dawn-front']],
    ['ar', 'فبجبهة الفجر بدأ الأمر.', ['جبهة الفجر = dawn-front']],
    ['ar', 'قُدمت الأموال للفجريين.', ['للفجريين = dawn-front']],
    ['ar', 'وبالمرصد اتصل.', ['المرصد = mirsad']],
    ['ar', 'وصل المقاتلون إلى كردال وأورفال.', ['كردال = or-kordal | or-kordal-district', 'أورفال = country-orvale']],
    ['ar', 'هاجموا الـمرابطون.', ['الـمرابطون = al-murabit']],
    // A letter that belongs to the word is no clitic.
    ['ar', 'الكفجريين كلمة لا وجود لها.', []],
  ]
  test.each(rows)('%s: %s', (lang, text, expected) => {
    ratchet(`findKnown: ${text}`, () => expect(found(lang, text)).toEqual(expected))
  })
})

describe('acronyms and words that are also names', () => {
  const rows: Row[] = [
    ['en', 'The DF said nothing.', ['DF = dawn-front']],
    ['en', 'A df of the disk was taken.', []],
    ['en', 'Those who attacked fled.', []],
    ['en', 'The WHO denied it.', ['WHO = dawn-front']],
    ['en', 'THE DF SAID THAT THOSE WHO ATTACKED FLED.', ['DF = dawn-front']],
    ['en', 'There was little hope of peace.', []],
    ['en', 'Hope faded in the evening.', []],
    ['en', 'They were held in Hope for a year.', ['Hope = or-salih']],
    ['en', 'The village of Hope was shelled.', ['Hope = or-salih']],
    ['en', 'They live in hope of better days.', []],
    ['ar', 'قال الشيخ صالح إنه بريء.', []],
    ['ar', 'وقع الانفجار في صالح صباحاً.', ['صالح = or-salih']],
    ['ar', 'وقع الانفجار في قرية صالح صباحاً.', ['صالح = or-salih']],
    ['ar', 'الاتفاق في صالح الطرفين.', []],
    ['ar', 'هذا العمل صالح للنشر.', []],
  ]
  test.each(rows)('%s: %s', (lang, text, expected) => {
    ratchet(`findKnown: ${text}`, () => expect(found(lang, text)).toEqual(expected))
  })
})

describe('which of several that bear the name', () => {
  const rows: Row[] = [
    ['en', 'The road to Kordal is cut.', ['Kordal = or-kordal | or-kordal-district']],
    ['en', 'Kordal district is cut off.', ['Kordal = or-kordal-district']],
    ['en', 'The district of Kordal is cut off.', ['Kordal = or-kordal-district']],
    ['en', 'The governorate of Kordal is cut off.', ['Kordal = or-kordal']],
    ['ar', 'مديرية كردال معزولة.', ['كردال = or-kordal-district']],
    ['ar', 'بمحافظة كردال معزولون.', ['كردال = or-kordal']],
    ['en', 'Orvale condemned the raid.', ['Orvale = orvale-government | country-orvale']],
    ['en', 'The raid took place in Orvale.', ['Orvale = country-orvale | orvale-government']],
  ]
  test.each(rows)('%s: %s', (lang, text, expected) => {
    ratchet(`findKnown: ${text}`, () => expect(found(lang, text)).toEqual(expected))
  })
})

describe('a name that other lands have as well', () => {
  const rows: Row[] = [
    ['en', 'The Presidential Council met.', []],
    [
      'en',
      'The Presidential Council met in Kordal.',
      ['Presidential Council = dawn-council', 'Kordal = or-kordal | or-kordal-district'],
    ],
    ['en', 'In Ostria the Presidential Council met.', ['Ostria = country-ostria']],
    [
      'en',
      'In Ostria the PC met. Ostria is at peace, Orvale is not.',
      ['Ostria = country-ostria', 'Ostria = country-ostria', 'Orvale = orvale-government | country-orvale'],
    ],
    ['en', 'In Kordal a pc was stolen.', ['Kordal = or-kordal | or-kordal-district']],
    ['ar', 'اجتمع المجلس الرئاسي أمس.', []],
    [
      'ar',
      'اجتمع المجلس الرئاسي في كردال.',
      ['المجلس الرئاسي = dawn-council', 'كردال = or-kordal | or-kordal-district'],
    ],
    ['ar', 'اجتمع المجلس الرئاسي في أوستريا.', ['أوستريا = country-ostria']],
  ]
  test.each(rows)('%s: %s', (lang, text, expected) => {
    expect(found(lang, text)).toEqual(expected)
  })
})

describe('epithets name no party', () => {
  test.each([
    ['The Orvale-backed council sat down.', []],
    ['An Orvale-born singer won.', []],
    [
      'The Orvale–Kordal road is cut.',
      ['Orvale = orvale-government | country-orvale', 'Kordal = or-kordal | or-kordal-district'],
    ],
    ['Orvale backed the council.', ['Orvale = orvale-government | country-orvale']],
  ] as [string, string[]][])('%s', (text, expected) => {
    ratchet(`findKnown: ${text}`, () => expect(found('en', text)).toEqual(expected))
  })
})
