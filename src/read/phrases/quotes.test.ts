import { describe, expect, test } from 'vitest'
import { quotations } from './quotes.js'

const quoted = (text: string) => quotations(text).map((q) => text.slice(q.start, q.end))

describe('quotations', () => {
  test.each<[string, string[]]>([
    ['He said: “We left, all of us.”', ['We left, all of us.']],
    ['قال إن «الصفقة تمت، ولن تتكرر» وغادر.', ['الصفقة تمت، ولن تتكرر']],
    ['صرح لـ"راية الشرق" بأن "الخبر كاذب".', ['راية الشرق', 'الخبر كاذب']],
    ['The “Sons of the “Hill” clan” met.', ['Sons of the “Hill” clan']],
    ['وقال إن "\nالقصف أصاب المبنى".', ['\nالقصف أصاب المبنى']],
    ['قال: «ذهبنا\nثم رجعنا» وسكت.', ['ذهبنا\nثم رجعنا']],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected))
})

describe('one that is never closed', () => {
  test.each<[string, string, string[]]>([
    ['ends with its clause', 'ووصفهم بـ«الضيوف، ونفى أنه التقى بهم.', ['الضيوف']],
    ['ends with its sentence', 'He called them “guests. They left in May.', ['guests']],
    [
      'does not close at another that opens',
      'سماهم "الضيوف وقال لقناة "النهر" إنهم غادروا.',
      ['الضيوف وقال لقناة ', 'النهر'],
    ],
    ['does not close in the next line', 'وصفها بـ«الهدنة\nوقالت قناة «النهر» إنها انهارت.', ['الهدنة', 'النهر']],
    ['leaves the one inside alone', 'قال: «زرنا بلدة «النخيل» ثم رجعنا، وسكت.', ['زرنا بلدة ', 'النخيل']],
    [
      'goes on where the next paragraph opens it again',
      '“We left, all.\n\n“We came back.”',
      ['We left, all.', 'We came back.'],
    ],
  ])('%s', (_, text, expected) => expect(quoted(text)).toEqual(expected))
})
