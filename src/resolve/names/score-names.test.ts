import { describe, expect, it } from 'vitest'
import { nameKey } from './name-key.js'
import { scoreNames } from './score-names.js'

/** From this score on two spellings are taken for one name in these tables. */
const ONE_NAME = 0.79

const SAME: [string, string][] = [
  ['محمد النقيب', 'Mohammed al-Naqib'],
  ['محمد النقيب', 'Muhammad An-Naqeeb'],
  ['عبدالرحمن الشرعبي', 'Abd al-Rahman al-Sharabi'],
  ['عبد الرحمن الشرعبي', 'Abdulrahman Alsharabi'],
  ['مودية', 'Mudiyah'],
  ['مودية', 'Mudia'],
  ['شبوة', 'Shabwa'],
  ['خالد باطرفي', 'Khaled Batarfi'],
  ['أبو يوسف', 'Abu Yousef'],
  ['Hussein bin Saleh', 'Saleh Husayn'],
  ['غالب', 'Ghaleb'],
  ['H. al-Yafei', 'Hussein al-Yafei'],
  ['Salim Q. Bawazir', 'Salim Qasim Bawazir'],
  ['Салим Бавазир', 'Salim Bawazir'],
]
const OTHER: [string, string][] = [
  ['محمد النقيب', 'Mahmoud al-Qadi'],
  ['مودية', 'Marib'],
  ['شبوة', 'Shibam'],
  ['خالد', 'Walid'],
  ['سعيد', 'Sadiq'],
  ['Hassan', 'Hussein Saleh'],
  ['أبو يوسف', 'Abu Ayman'],
  ['Hasan Salih al-Yafei', 'Hasan Salih al-Subaihi'],
  ['حسن صالح اليافعي', 'Hasan Salih al-Subaihi'],
  ['H. al-Yafei', 'Salim al-Yafei'],
]

describe('scoreNames', () => {
  it.each(SAME)('%s is %s', (a, b) => {
    expect(scoreNames(a, b).score).toBeGreaterThanOrEqual(ONE_NAME)
  })
  it.each(OTHER)('%s is not %s', (a, b) => {
    expect(scoreNames(a, b).score).toBeLessThan(ONE_NAME)
  })
  it('does not depend on which name comes first, and gives 1 to a name itself', () => {
    for (const [a, b] of [...SAME, ...OTHER, ['Вадим', 'Вадим'] as const]) {
      expect(scoreNames(a, b).score).toBe(scoreNames(b, a).score)
      expect(scoreNames(a, a).score).toBe(1)
    }
  })
  it('shows which words were matched', () => {
    const { parts } = scoreNames('محمد النقيب', 'al-Naqib, Mohammed')
    expect(parts.map((p) => [p.a, p.b]).sort()).toEqual([
      ['محمد', 'mohammed'],
      ['نقيب', 'naqib'],
    ])
  })
  it('scores an empty name 0', () => {
    expect(scoreNames('', 'Saleh').score).toBe(0)
  })
})

describe('nameKey', () => {
  it.each([
    ['محمد النقيب', 'Mohammed al-Naqib'],
    ['شبوة', 'Shabwa'],
    ['خالد باطرفي', 'Batarfi, Khaled'],
  ])('%s and %s share a key', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })
  it('tells other names apart', () => {
    expect(nameKey('سالم')).not.toBe(nameKey('Nasser'))
    expect(nameKey('قناة ١٢')).toBe(nameKey('قناة 12'))
    expect(nameKey('Channel 12')).not.toBe(nameKey('Channel 13'))
  })
})
