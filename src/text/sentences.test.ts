import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphs } from './paragraphs.js'
import { sentences } from './sentences.js'

const options = {
  abbreviations: ['Dr', 'Gen.', 'Lt', 'No', 'د', 'أ.د'],
  starters: ['The', 'It'],
}
const cut = (text: string) => sentences(text, options).map((s) => text.slice(s.start, s.end))

describe('one sentence stays one', () => {
  test.each([
    ['Dr. Salim met Gen. Nasser in Aden.'],
    ['The U.S. Navy searched the ship.'],
    ['A leader known as A.M.R. Al-Awlaki was freed.'],
    ['The talks led by J. Smith failed.'],
    ['He was held in cell No. 7 for a year.'],
    ['It fired 3.5 tonnes... and withdrew.'],
    ['“Who did it?” he asked the guard.'],
    ['The group said "we freed them." to the agency.'],
    ['قال د. سالم إن اللقاء تم في صنعاء.'],
    ['ذكرت ا.ف.ب. نقلاً عن مسؤول أن السفينة غرقت.'],
    ['أوضح أ.د. علي أن الصفقة فشلت.'],
    ['سلّمت المليشيا ... مواقعها للتنظيم.'],
    ['اتفقا على أمرين؛ وقف القتال وتبادل الأسرى.'],
    ['بلغ العدد ٣٫٥ ملايين في شهر واحد.'],
    ['1. The parties stop fighting.'],
    ['١. وقف القتال بين الطرفين.'],
    ['(a) The release of prisoners.'],
  ])('%s', (text) => {
    expect(cut(text)).toEqual([text])
  })
})

describe('sentences are parted', () => {
  test.each<[string, string[]]>([
    ['They met. They left.', ['They met.', 'They left.']],
    ['He is in the U.S. The group denied it.', ['He is in the U.S.', 'The group denied it.']],
    ['The answer was no. It ended there.', ['The answer was no.', 'It ended there.']],
    ['“We freed them.” The group gave no number.', ['“We freed them.”', 'The group gave no number.']],
    ['It was over (he died in 2014). A year passed.', ['It was over (he died in 2014).', 'A year passed.']],
    ['Who paid? Nobody knows!', ['Who paid?', 'Nobody knows!']],
    ['It ended in 2019. 20 men were freed.', ['It ended in 2019.', '20 men were freed.']],
    ['من دفع؟ لا أحد يعلم.', ['من دفع؟', 'لا أحد يعلم.']],
    ['انتهى اللقاء في عام 2015م. وغادر الوفد.', ['انتهى اللقاء في عام 2015م.', 'وغادر الوفد.']],
    ['أفرجت عنهم المليشيا.وأضاف المصدر أنهم ستة.', ['أفرجت عنهم المليشيا.', 'وأضاف المصدر أنهم ستة.']],
    ['قالت: «أفرجنا عنهم.» ولم تذكر عددهم.', ['قالت: «أفرجنا عنهم.»', 'ولم تذكر عددهم.']],
    ['غادر الوفد.\u200f وبقي القائد.', ['غادر الوفد.', 'وبقي القائد.']],
  ])('%s', (text, expected) => {
    expect(cut(text)).toEqual(expected)
  })
})

describe('lines', () => {
  test('a heading is a sentence of its own', () => {
    const text =
      'Rebels free five men\nThe group said that it had freed five men after talks with elders. They are well.'
    expect(cut(text)).toEqual([
      'Rebels free five men',
      'The group said that it had freed five men after talks with elders.',
      'They are well.',
    ])
    expect(paragraphs(text).map((p) => p.heading)).toEqual([true, false])
  })

  test('an Arabic heading above a longer paragraph is not drawn into it', () => {
    const text = 'الحوثيون يفرجون عن خمسة\nقالت مصادر محلية إن الجماعة أفرجت عن خمسة من عناصر التنظيم في البيضاء أمس.'
    expect(cut(text)).toHaveLength(2)
  })

  test('lines wrapped at a width are joined, in either script', () => {
    const english =
      'The men were handed over at a checkpoint outside the town, two elders\nof the tribe said on Monday, and were\ntaken north.'
    expect(cut(english)).toEqual([english])
    const arabic = 'قالت مصادر قبلية إن الرجال سُلّموا عند نقطة تفتيش خارج البلدة يوم\nالاثنين ثم نُقلوا شمالاً.'
    expect(cut(arabic)).toEqual([arabic])
  })

  test('a full line is wrapped before a capital too, where other lines are as long', () => {
    const text =
      'The group released twenty detainees from the central prison in\n' +
      'Sanaa after mediation by two leaders of the tribe, who came to\n' +
      'the capital last week.'
    expect(cut(text)).toEqual([text])
  })

  test('a line that cannot end is joined with the next, whatever the width', () => {
    const long = 'وأفاد المصدر '.repeat(14).trim()
    for (const text of [
      'وقال المصدر إن "\nالقصف أصاب المبنى".',
      'سلّم الطرفان مواقعهما في البيضاء،\nومأرب وشبوة.',
      'The elders of Mill,\nFen and North met.',
      `${long}\nثم غادر.`,
    ]) {
      expect(cut(text)).toEqual([text])
    }
  })

  test('a long document line with its stop is a paragraph of its own', () => {
    const line = `${'The group said so again '.repeat(8).trim()}.`
    expect(cut(`${line}\n${line}`)).toEqual([line, line])
  })

  describe('a page that ends its paragraphs with no stop', () => {
    const first =
      'كشف مصدر محلي في بلدة الزعرورة أن جماعة الراية أطلقت مساء أول أمس سراح تسعة من عناصر تنظيم الشفق كانوا محتجزين منذ العام الماضي في قلعة المطلة'
    const second =
      'ونفى ناطق باسم الجماعة في تصريح لراديو الساحل صحة ذلك وقال إن التسعة فروا من القلعة بعد أن هاجمها مسلحون لم تعرف هويتهم قبل الفجر بساعة واحدة'
    test('has a paragraph on each long line', () => {
      expect(cut(`${first}\n${second}\nشارك الخبر`)).toEqual([first, second, 'شارك الخبر'])
    })
    test('also where a quotation is never closed', () => {
      const open = `${first} ووصفهم بـ«الضيوف`
      expect(cut(`${open}\n${second}\nشارك الخبر`)).toEqual([open, second, 'شارك الخبر'])
    })
    test('but goes on where the next line closes the quotation, or a comma stands at the end', () => {
      for (const text of [`${first} ووصفهم بـ«\nالضيوف» ${second}`, `${first}،\n${second}`])
        expect(cut(text)).toEqual([text])
    })
    test('and is told from one whose long line was broken at a link, by stops elsewhere', () => {
      const text = `${first} بحسب\nراديو الساحل\nالذي نقل عن شهود قولهم إنهم رأوا التسعة.`
      expect(cut(text)).toEqual([text])
    })
  })

  test('a blank line parts what has no stop; list items stand alone', () => {
    const text = 'The deal has two points:\n\n- the release of prisoners\n- an end to the fighting\n\nIt was not signed'
    expect(cut(text)).toEqual([
      'The deal has two points:',
      '- the release of prisoners',
      '- an end to the fighting',
      'It was not signed',
    ])
  })

  test('numbered items keep their numbers, also in Arabic digits', () => {
    expect(cut('١. وقف القتال.\n٢. تبادل الأسرى.')).toEqual(['١. وقف القتال.', '٢. تبادل الأسرى.'])
    expect(cut('1) release of prisoners\n2) safe passage')).toEqual(['1) release of prisoners', '2) safe passage'])
  })

  test('Windows line ends and lines of spaces', () => {
    expect(paragraphs('Head line\r\n \t\r\nBody text here.\r\n').map((p) => [p.start, p.end])).toEqual([
      [0, 9],
      [15, 30],
    ])
  })

  test('a sentence that ends in a stop is no heading, nor is a long line', () => {
    expect(paragraphs('It ended.')[0]?.heading).toBe(false)
    expect(paragraphs('word '.repeat(60))[0]?.heading).toBe(false)
    expect(paragraphs('The points of the deal:')[0]?.heading).toBe(true)
  })
})

test('sentences are ordered, apart, trimmed, and hold every visible character', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Dr',
      '. ',
      '.',
      '! ',
      '؟ ',
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '«',
      '» ',
      '”',
      'The ',
      'قال ',
      '1. ',
      '… ',
      '\u200f',
      'U.S. ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const s of sentences(text, options)) {
        expect(text.slice(end, s.start)).toMatch(/^[\s\p{Cf}]*$/u)
        expect(s.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(s.start, s.end)).toMatch(/^[^\s\p{Cf}](?:.*[^\s\p{Cf}])?$/su)
        end = s.end
      }
      expect(text.slice(end)).toMatch(/^[\s\p{Cf}]*$/u)
    }),
  )
})
