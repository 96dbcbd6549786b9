import { describe, expect, it } from 'vitest'
import { isolated } from './print-error.js'
import { shownPath } from './shown.js'
import { table, widthOf } from './table.js'

describe('a table in a terminal', () => {
  it('keeps columns apart whatever the script, each Arabic cell isolated', () => {
    const text = table(
      ['who', 'what'],
      [
        ['الحوثيون', 'talks'],
        ['Red Front', 'صفقة'],
      ],
      80,
    )
    const [, , first, second] = text.split('\n')
    expect(first).toBe('\u2068الحوثيون\u2069   talks')
    expect(second).toBe('Red Front  \u2068صفقة\u2069')
  })
  it('cuts what is too wide, the widest column first', () => {
    const lines = table(['a', 'b'], [['short', 'x'.repeat(200)]], 40).split('\n')
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(40)
    expect(lines[2]).toMatch(/^short .*x…$/)
  })
  it('lets one column give way before the others, as long as it can be read', () => {
    const row = ['who with whom and where', 'talks, agreements, prisoners, arms']
    const line = (width: number) => table(['a', 'b'], [row], width, 1).split('\n')[2]
    expect(line(45)).toBe('who with whom and where  talks, agreements, …')
    expect(line(30)).toBe('who with wh…  talks, agreemen…')
  })
  it('leaves no isolate open where it cuts', () => {
    const line = table(['a'], [['قال \u2068Plain News and more\u2069 ذلك']], 12).split('\n')[2] ?? ''
    expect(line.match(/[\u2066-\u2068]/g)).toHaveLength(line.match(/\u2069/g)?.length ?? 0)
  })
  it('counts no vowel marks', () => {
    expect(widthOf('مُسَلَّح')).toBe(4)
  })
  it('isolates Arabic inside a line of an error', () => {
    expect(isolated('no actor "أنصار الله" here')).toBe('no actor "\u2068أنصار الله\u2069" here')
    expect(isolated('- \u2068قال Plain News ذلك\u2069 [c-1] مصدر')).toBe(
      '- \u2068قال Plain News ذلك\u2069 [c-1] \u2068مصدر\u2069',
    )
    expect(isolated('مصدر (official) by «قال»')).toBe('\u2068مصدر\u2069 (official) by «\u2068قال\u2069»')
  })
})

describe('a text of others in a terminal', () => {
  it('forces no order on letters, moves no cursor and begins no line', () => {
    expect(isolated('to a\u202egpj.exe')).toBe('to a⇠gpj.exe')
    expect(isolated('to \u202bمن\u202c')).toBe('\u2068to \u202bمن\u202c\u2069')
    expect(shownPath('a\u001b[2J\n+ faked')).toBe('a␛[2J␤+ faked')
    expect(table(['a'], [['x\u202bعدن\u202c\u0007']], 80).split('\n')[2]).toBe('\u2068x\u202bعدن\u202c␇\u2069')
  })
})
