import { describe, expect, test } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { ratchet } from '../known-failures.js'
import { findCapitalised } from './capitalised.js'
import { pieces } from './pieces.js'
import { shapeGrammar } from './prepare.js'
import { findTitleLed } from './title-led.js'

const packs = loadPacks({ theatres: [] })
const en = shapeGrammar(packs.languages.get('en')!)
const ar = shapeGrammar(packs.languages.get('ar')!)
const capitalised = (text: string) => findCapitalised(text, pieces(text), [], en).map((m) => `${m.text}: ${m.kind}`)
const titleLed = (text: string) => findTitleLed(text, pieces(text), [], ar).map((m) => `${m.text}: ${m.kind}`)

describe('names that capitals give away', () => {
  const rows: [text: string, expected: string[]][] = [
    ['Colonel Adel Munif spoke.', ['Adel Munif: person']],
    ['He met Adel Munif and Idris Bakal.', ['Adel Munif: person', 'Idris Bakal: person']],
    ['Abu Hafs al-Marri was seen.', ['Abu Hafs al-Marri: person']],
    ['Fighters of the Desert Falcons Brigade fled.', ['Desert Falcons Brigade: actor']],
    ['The Third Border Regiment withdrew.', ['Third Border Regiment: actor']],
    ['It belongs to the Free Citizens Movement.', ['Free Citizens Movement: actor']],
    ['The Ministry of Public Works denied it.', ['Ministry of Public Works: actor']],
    ['A clash near Kordalia left two dead.', ['Kordalia: place']],
    ['The town of Kordalia was calm.', ['Kordalia: place']],
    ['Kordalia province was calm.', ['Kordalia: place']],
    ['Fighters of the NLFO withdrew.', ['NLFO: actor']],
    ['The NLFO-R and the CDM-FPL withdrew.', ['NLFO-R: actor', 'CDM-FPL: actor']],
    ['The Segunda Meridia fled from Adel Munif.', ['Segunda Meridia: actor', 'Adel Munif: person']],
    ['Kordalia said nothing.', ['Kordalia: actor']],
    ['He told the Orvale Post and North Press.', ['Orvale Post: outlet', 'North Press: outlet']],
    ['He told Radio Orvale.', ['Radio Orvale: outlet']],
    ['He told the al-Orval channel and the Kordal newspaper.', ['Orval: outlet', 'Kordal: outlet']],
    ['They stay in the al-Kordal school and at the Ostby barracks.', ['Kordal: place', 'Ostby: place']],
    // Whoever channels money is no medium.
    ['Kordal channels money to Ostby.', ['Kordal: actor', 'Ostby: place']],
    ['It was attacked at Kordalia Border Post.', ['Kordalia Border Post: place']],
    ['The Northern Front hit Evening Star Mill.', ['Northern Front: actor', 'Star Mill: person']],
    [
      'It belongs to the Third Brigade, and to the 21st Border Brigade.',
      ['Third Brigade: actor', '21st Border Brigade: actor'],
    ],
    ['NEW ORVALE — The branch has freed five.', ['NEW ORVALE: place']],
    ['A boat rammed the MV Kordal off Ostby.', ['Kordal: materiel', 'Ostby: place']],
    ['The tanker Kordal Star sank.', ['Kordal Star: materiel']],
    // A medium that everybody writes in is nobody.
    ['So he wrote on Twitter and on Facebook.', []],
    // Counter-examples: a capital at the head of a sentence, a day, a month, a nation's adjective.
    ['Gunmen fled on Sunday in October.', []],
    ['Yesterday it rained. Nobody came.', []],
    ['The prisoners left. They were free.', []],
    ['"Nothing happened," he said.', []],
    ['GUNMEN KILL THREE IN PORT TOWN', []],
    // A name ends where its line ends.
    ['Report by Adel Munif\nKordalia was calm.', ['Adel Munif: person', 'Kordalia: actor']],
    [
      'He named Adel Munif, Idris Bakal and Lena Ortmann.',
      ['Adel Munif: person', 'Idris Bakal: person', 'Lena Ortmann: person'],
    ],
  ]
  test.each(rows)('%s', (text, expected) => {
    ratchet(`findCapitalised: ${text}`, () => expect(capitalised(text)).toEqual(expected))
  })

  test('behind a name that is known, the word for its kind is no name of its own', () => {
    const text = 'He commands the Desert Falcon Forces. The Front fled.'
    const start = text.indexOf('Desert')
    const known = [{ id: 'x', text: 'Desert Falcon', kind: 'actor' as const, entities: ['x'], start, end: start + 13 }]
    expect(findCapitalised(text, pieces(text), known, en).map((m) => m.text)).toEqual(['Front'])
  })

  test('what is known already is not found again', () => {
    const text = 'Adel Munif met Idris Bakal.'
    const known = [{ id: 'x', text: 'Adel Munif', kind: 'person' as const, entities: ['x'], start: 0, end: 10 }]
    expect(findCapitalised(text, pieces(text), known, en).map((m) => m.text)).toEqual(['Idris Bakal'])
  })
})

describe('names in a text all in capitals', () => {
  const rows: [text: string, expected: string[]][] = [
    ['COLONEL TOMAS BERRIAGA WAS SEEN.', ['TOMAS BERRIAGA: person']],
    ['GUNMEN SHOT BANKER LUIS DE LA VEGUETA IN HIS CAR.', ['LUIS DE LA VEGUETA: person']],
    ['MAYOR ORDUNEZ LEFT. HOURS LATER ORDUNEZ WAS DEAD.', ['ORDUNEZ: person', 'ORDUNEZ: person']],
    // Counter-examples: titles with no name, a given name by itself, words of the language.
    ['THE COLONEL SAID THAT THE ROAD WAS CUT.', []],
    ['THE MINISTER OF DEFENSE HELD TALKS.', []],
    ['GUNMEN KILL THREE IN PORT TOWN', []],
  ]
  test.each(rows)('%s', (text, expected) => {
    expect(capitalised(text)).toEqual(expected)
  })
})

describe('names that a title, a kunya or a given name gives away', () => {
  const rows: [text: string, expected: string[]][] = [
    ['قال العقيد عادل منيف إن الطريق مقطوع.', ['عادل منيف: person']],
    ['التقى أبو حفص المرّي بقائد المنطقة.', ['أبو حفص المرّي: person']],
    ['قُتل القيادي أبو عبيدة الكردالي.', ['أبو عبيدة الكردالي: person']],
    ['اعتقلوا محمد صالح القشعمي أمس.', ['محمد صالح القشعمي: person']],
    ['قالت أم سالم إنها رأتهم.', ['أم سالم: person']],
    ['وقع الحادث في بلدة كوردالية.', ['كوردالية: place']],
    ['مديرية قشعمة هادئة.', ['قشعمة: place']],
    // Words of the language that are parts of a name, where somebody speaks or between given names.
    ['وقال المتحدث محمد حاج عيسى لوكالة محلية إن الطريق مقطوع.', ['محمد حاج عيسى: person']],
    ['وقال غسان سلامة إن الطريق مقطوع.', ['غسان سلامة: person']],
    ['وقال الناطق باسم القوة، عبده مجلي، إن الطريق مقطوع.', ['عبده مجلي: person']],
    ['بحسب ضيف الله الشامي.', ['ضيف الله الشامي: person']],
    ['وأكد نبهوط الصنعي أن الطريق مقطوع.', ['نبهوط الصنعي: person']],
    ['وقال مدير المكتب نبهوط الصنعي إن الطريق مقطوع.', ['نبهوط الصنعي: person']],
    // Whoever speaks and is no word of the language.
    ['وقال بحرون إن الطريق مقطوع.', ['بحرون: person']],
    // Counter-examples: what he is with the article, what he has, an act, what is told of him.
    ['وقال محمد صالح قائد اللواء إن الطريق مقطوع.', ['محمد صالح: person']],
    ['وقال محمد صالح المسؤول إن الطريق مقطوع.', ['محمد صالح: person']],
    ['أحرق محمد صالح سيارة في الطريق.', ['محمد صالح: person']],
    ['محمد صالح قال إن الطريق مقطوع.', ['محمد صالح: person']],
    ['وقال قائد ميداني إن الطريق مقطوع.', []],
    ['وقال شهود عيان إن الطريق مقطوع.', []],
    ['قال البنتاغون إن الطريق مقطوع.', []],
    // Counter-examples: a title with no name, a word like a name, an office.
    ['قال العقيد إن الطريق مقطوع.', []],
    ['وصل القائد العسكري إلى المدينة.', []],
    ['على الطريق سيارة محترقة.', []],
    ['هذا عمل صالح للنشر.', []],
    ['وصلوا إلى مديرية أخرى.', []],
    ['عاد المحافظ الجديد.', []],
    ['زار الشيخ المريض.', []],
  ]
  test.each(rows)('%s', (text, expected) => {
    ratchet(`findTitleLed: ${text}`, () => expect(titleLed(text)).toEqual(expected))
  })
})
