import { describe, expect, it } from 'vitest'
import { cutFurniture } from './cut-furniture.js'
import type { FurnitureForm } from './knowledge.js'

const FORMS: FurnitureForm[] = [
  { form: 'Share this story', kind: 'line' },
  { form: 'Read more:*', kind: 'line' },
  { form: 'Related:*', kind: 'line' },
  { form: 'Leave a reply*', kind: 'tail' },
  { form: 'Tags', kind: 'tail' },
  { form: 'Source link*', kind: 'tail' },
  { form: 'اترك تعليقاً', kind: 'tail' },
  { form: 'لن يتم نشر عنوان بريدك*', kind: 'tail' },
  { form: 'الوسوم', kind: 'tail' },
  { form: 'Press Enter to skip to content', kind: 'head' },
  { form: 'Home', kind: 'head' },
  { form: 'الرئيسية', kind: 'head' },
]
const cut = (...lines: string[]) => cutFurniture(lines.join('\n'), FORMS).split('\n').filter(Boolean)

const A = 'The tribal committee in Radaa said on Sunday that nine detainees had gone home.'
const B = 'It gave no names, and neither side has confirmed the account.'
const C = 'قالت اللجنة القبلية في رداع إن تسعة محتجزين عادوا إلى بيوتهم يوم الأحد.'

describe('what is cut', () => {
  it.each([
    ['a share button between paragraphs', [A, 'Share this story', B], [A, B]],
    ['a pointer to another report', [A, 'Read more: Nine go home', B], [A, B]],
    ['a comment form at the end', [A, 'Leave a Reply', 'Name *', 'Website', 'Post Comment'], [A]],
    ['an Arabic comment form', [C, 'اتْرُك تعليقاً', 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول مشار إليها بـ *'], [C]],
    ['tags and hashtags', [C, '#رداع #البيضاء', 'الوسوم'], [C]],
    ['a source link with anything after it', [A, B, 'Source link -17'], [A, B]],
    [
      'headlines that end open',
      [A, B, 'Ministers meet in Aden to discuss the wages of teac…', 'Rain closes the road be...'],
      [A, B],
    ],
    ['quotation marks and bullets around a form', ['• Press "Enter" to skip to content', A], [A]],
    ['a breadcrumb', ['Home › Yemen › Al-Bayda', A], [A]],
    ['menu words grown together', ['محلياتالرئيسيةعربية', C], [C]],
  ])('%s', (_name, lines, kept) => {
    expect(cut(...lines)).toEqual(kept)
  })
})

describe('what stays', () => {
  it.each([
    [
      'a sentence that begins like a form',
      ['Related to the attack, three men were held near the old market in the city centre', B],
    ],
    [
      'a tail form with report after it',
      [A, 'Tags were found on two of the weapons, a police officer said at the scene.', B],
    ],
    ['one line that ends open: a report cut short', [A, 'It added that the families had been told to expec…']],
    ['a headline that has the menu word as a word', ['الأسباب الرئيسية لانهيار الهدنة في البيضاء', C]],
    ['a short last line after the report', [A, 'Additional reporting from Aden']],
  ])('%s', (_name, lines) => {
    expect(cut(...lines)).toEqual(lines)
  })

  it('a report below a single furniture line is not taken for a tail', () => {
    expect(cut(A, 'Leave a Reply', B, C)).toEqual([A, B, C])
  })
})
