import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from './sentences.js'
import { tokens, tokensWithin } from './tokens.js'

const words = (s: string) => tokens(s).map((t) => t.text)

test.each([
  ["Al-Qaeda left Sana'a.", ['Al-Qaeda', 'left', "Sana'a", '.']],
  ['The leader (A.M.R) was freed', ['The', 'leader', '(', 'A.M.R', ')', 'was', 'freed']],
  ['a U.S. ship', ['a', 'U.S.', 'ship']],
  ['the U.S.-led force', ['the', 'U.S.-led', 'force']],
  ['in the U.S. - led by', ['in', 'the', 'U.S.', '-', 'led', 'by']],
  ["AQAP's men and the Houthis' men", ['AQAP', "'s", 'men', 'and', 'the', 'Houthis', "'", 'men']],
  ["the K15's men", ['the', 'K15', "'s", 'men']],
  ['the group’s camp', ['the', 'group', '’s', 'camp']],
  ["they didn't say", ['they', "didn't", 'say']],
  ['1,250 rifles, 7.62 mm', ['1,250', 'rifles', ',', '7.62', 'mm']],
  ['two Samad-3 and F-16s', ['two', 'Samad-3', 'and', 'F-16s']],
  ['on the 14th of May', ['on', 'the', '14th', 'of', 'May']],
  ['15-20 men', ['15', '-', '20', 'men']],
  ['killed… or not...', ['killed', '…', 'or', 'not', '...']],
  ['see https://example.org/a?b=1.', ['see', 'https://example.org/a?b=1', '.']],
  ['أفرجت المليشيا عن «أبو عطا».', ['أفرجت', 'المليشيا', 'عن', '«', 'أبو', 'عطا', '»', '.']],
  ['قُتِلَ ١٥ جنديًّا', ['قُتِلَ', '١٥', 'جنديًّا']],
  ['وصل و15 مقاتلاً', ['وصل', 'و', '15', 'مقاتلاً']],
  ['عام 2022م، وفي ١٤٤٣هـ', ['عام', '2022', 'م', '،', 'وفي', '١٤٤٣', 'هـ']],
  ['نقلت ا.ف.ب. عن', ['نقلت', 'ا.ف.ب.', 'عن']],
  ['د.محمد', ['د', '.', 'محمد']],
  ['١٢٬٥٠٠ و٣٫٥', ['١٢٬٥٠٠', 'و', '٣٫٥']],
  ['اعتقلت الـFBI رجلاً', ['اعتقلت', 'الـ', 'FBI', 'رجلاً']],
  ['#القاعدة_الحوثيون', ['#', 'القاعدة', '_', 'الحوثيون']],
  ['حجة/صنعاء', ['حجة', '/', 'صنعاء']],
  ['مي\u200cروم', ['مي\u200cروم']],
])('%j', (input, output) => {
  expect(words(input)).toEqual(output)
})

test('kinds and norms', () => {
  expect(tokens('Ḥajjah: ٢٠').map((t) => [t.norm, t.kind])).toEqual([
    ['hajjah', 'word'],
    [':', 'punct'],
    ['20', 'number'],
  ])
})

test('a span limits the tokens, whose offsets are those of the whole text', () => {
  const text = 'In Aden, on Monday.'
  expect(tokens(text, { start: 3, end: 8 })).toMatchObject([
    { start: 3, end: 7, text: 'Aden' },
    { start: 7, end: 8, text: ',' },
  ])
})

test('every visible character is in exactly one token, and each token is what it covers', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom(
      "'",
      "'s",
      '-',
      '.',
      ',',
      '1',
      '٢',
      'و',
      'al-',
      'A.',
      '\u200f',
      '\u200c',
      'ـ',
      ' ',
      '\n',
      '«',
      '..',
      'http://',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const text = pieces.join('')
      let covered = 0
      for (const token of tokens(text)) {
        expect(token.start).toBeGreaterThanOrEqual(covered)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(covered, token.start)).toMatch(/^[\s\p{Cf}]*$/u)
        covered = token.end
      }
      expect(text.slice(covered)).toMatch(/^[\s\p{Cf}]*$/u)
    }),
  )
})

test.each([
  ['The U.S. Navy left.The crew stayed -- 14 men, e.g. cooks.\n\n«غادر القارب».وبقي الطاقم. قال أ.ب.ج إنهم 14 رجلا'],
  ['No.5 came... "Well," said Dr. Oru. See https://example.org/a.b. Then? Yes!No'],
])('the tokens of each stretch are the same from those of the whole text: %s', (text) => {
  const all = tokens(text)
  const spans = sentences(text, { abbreviations: [] }).flatMap((s) => [s, { start: s.start + 1, end: s.end - 1 }])
  for (const span of spans) expect(tokensWithin(span, text, all)).toEqual(tokens(text, span))
})
