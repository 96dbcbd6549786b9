import { describe, expect, it } from 'vitest'
import { claimOf, filler } from '../testing.js'
import { quotedSpans } from './quoted-spans.js'

const EN = 'Rebels stormed the mill in Dale.\n\nNobody had claimed it. Nine men were killed, a nurse said. It rained.'
const AR = 'اقتحم مسلحون مطحنة الوهدة.\n\nلم يتبنَّ أحد الهجوم. وقُتل تسعة رجال، بحسب ممرضة. وكان الجو ماطراً.'
const count = (text: string, words: string) => ({ ...filler(text, words), min: 9, max: 9 })

describe('the words that a statement rests on', () => {
  it.each([
    [
      'a number in another sentence',
      EN,
      'Rebels stormed the mill in Dale',
      'Nine men',
      ['Rebels stormed the mill in Dale', 'Nine men were killed, a nurse said.'],
    ],
    [
      'in Arabic',
      AR,
      'اقتحم مسلحون مطحنة الوهدة',
      'تسعة رجال',
      ['اقتحم مسلحون مطحنة الوهدة', 'وقُتل تسعة رجال، بحسب ممرضة.'],
    ],
    ['a number within the evidence', EN, 'Nine men were killed', 'Nine', ['Nine men were killed']],
    [
      'a number before the evidence within its sentence',
      EN,
      'a nurse said',
      'Nine men',
      ['Nine men were killed, a nurse said.'],
    ],
    ['the same in Arabic', AR, 'بحسب ممرضة', 'تسعة رجال', ['وقُتل تسعة رجال، بحسب ممرضة.']],
    ['a number before the evidence', AR, 'وكان الجو ماطراً', 'تسعة', ['وقُتل تسعة رجال، بحسب ممرضة.', 'وكان الجو ماطراً']],
  ])('%s', (_, text, evidence, number, quoted) => {
    const claim = claimOf(text, {
      type: 'attack',
      evidence: filler(text, evidence),
      counts: { killed: count(text, number) },
    })
    expect(quotedSpans(claim, text).map((span) => span.text)).toEqual(quoted)
  })
  it('a number that an analyst gave stands nowhere', () => {
    const killed = { start: 0, end: 2, text: '11', min: 11, max: 11 }
    const claim = claimOf(EN, { type: 'attack', evidence: filler(EN, 'Rebels stormed'), counts: { killed } })
    expect(quotedSpans(claim, EN).map((span) => span.text)).toEqual(['Rebels stormed'])
  })
})
