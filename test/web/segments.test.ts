import { describe, expect, it } from 'vitest'
import type { ClaimAnswer } from '../../web/src/answers.js'
import { type Layer, parts, segments } from '../../web/src/reader/segments.js'
import { claims } from '../fake-case/claims.js'
import { documents } from '../fake-case/documents.js'

const layer = (start: number, end: number, kind: string): Layer => ({ start, end, kind, of: 'c' })
const show = (text: string, layers: Layer[]) =>
  segments(text, layers).map((paragraph) =>
    paragraph.map((s) => `${s.text}[${s.layers.map((l) => l.kind).join()}]`).join('|'),
  )

describe('segments', () => {
  it.each<[string, string, Layer[], string[]]>([
    ['no marks', 'one two', [], ['one two[]']],
    ['a mark inside', 'one two', [layer(4, 7, 'a')], ['one []|two[a]']],
    ['nested', 'one two', [layer(0, 7, 'a'), layer(4, 7, 'b')], ['one [a]|two[a,b]']],
    ['overlapping', 'abcdef', [layer(0, 4, 'a'), layer(2, 6, 'b')], ['ab[a]|cd[a,b]|ef[b]']],
    ['over two paragraphs', 'ab\n\ncd', [layer(1, 5, 'a')], ['a[]|b[a]', 'c[a]|d[]']],
    ['empty marks are none', 'ab', [layer(1, 1, 'a')], ['ab[]']],
    ['outside the text', 'ab', [layer(5, 9, 'a')], ['ab[]']],
  ])('%s', (_, text, layers, expected) => {
    expect(show(text, layers)).toEqual(expected)
  })

  it('lose nothing of the text but the breaks between paragraphs', () => {
    for (const document of Object.values(documents)) {
      const layers = claims.filter((c) => c.document === document.id).flatMap((c) => parts(c as unknown as ClaimAnswer))
      const text = segments(document.text, layers).map((p) => p.map((s) => s.text).join(''))
      expect(text.join('\n\n')).toBe(document.text)
    }
  })
})

it('the parts of a claim are the words that fill its slots, each label once', () => {
  const claim = claims.find((one) => one.type === 'prisoner-release') as unknown as ClaimAnswer
  const words = parts(claim).map(({ kind, start, end }) => `${kind}: ${documents.freed.text.slice(start, end)}`)
  expect(words).toEqual([
    'agents: Harbour Front',
    'objects: nine fighters of the Highland Guard',
    'counts: nine',
    'counterparts: Highland Guard',
    'time: Friday night',
    'hop: a security source in Qanat',
    'cue: told',
    'hop: Meridian',
  ])
})
