import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editedParagraphs } from './edited-paragraphs.js'

/** Pieces as a reader sees them: [went], {came}. */
const shown = (before: string, after: string) =>
  editedParagraphs(before, after).map((pieces) =>
    pieces
      .map(({ text, in: where }) => (where === 'before' ? `[${text}]` : where === 'after' ? `{${text}}` : text))
      .join(''),
  )

describe('editedParagraphs', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', 'A.\nB.', 'A.\n\n B. ', []],
    [
      'a number',
      'Four guards were killed.\nMore soon.',
      'Five guards were killed.\nMore soon.',
      ['[Four]{Five} guards were killed.'],
    ],
    ['a paragraph that came', 'One.', 'One.\nThe ministry denied it.', ['{The ministry denied it.}']],
    ['a paragraph that went', 'One.\nThe ministry denied it.', 'One.', ['[The ministry denied it.]']],
    [
      'one that became quite another',
      'The convoy reached Qanat at dawn.',
      'No comment was available from the council.',
      ['[The convoy reached Qanat at dawn.]', '{No comment was available from the council.}'],
    ],
    [
      'a word in Arabic',
      'قُتل أربعة جنود في الهجوم.',
      'قُتل خمسة جنود في الهجوم.',
      ['قُتل [أربعة]{خمسة} جنود في الهجوم.'],
    ],
    [
      'a claim that turned into its denial',
      'أفرجت الجماعة عن عشرة أسرى.',
      'لم تفرج الجماعة عن عشرة أسرى.',
      ['[أفرجت]{لم} {تفرج }الجماعة عن عشرة أسرى.'],
    ],
    [
      'one rewritten, one new',
      'Four were held in the port.',
      'The port is closed.\nSix were held in the port.',
      ['[Four]{Six} were held in the port.', '{The port is closed.}'],
    ],
  ])('shows %s', (_, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected)
  })

  it('loses no letter of what changed', () => {
    const paragraph = fc.stringMatching(/^[a-cجد ,.]{1,12}$/).map((text) => text.replace(/\s+/g, ' ').trim() || 'x')
    const text = fc.array(paragraph, { maxLength: 5 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const edits = editedParagraphs(one.join('\n'), other.join('\n'))
        for (const [own, where] of [
          [one, 'before'],
          [other, 'after'],
        ] as const)
          for (const pieces of edits) {
            const kept = pieces
              .flatMap((piece) => (piece.in === 'both' || piece.in === where ? piece.text : []))
              .join('')
            if (kept) expect(own).toContain(kept)
          }
      }),
    )
  })
})
