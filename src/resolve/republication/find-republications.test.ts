import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../../test/support/linking.js'
import { findRepublications } from './find-republications.js'
import type { ReadDocument } from './sketch.js'

const ENGLISH = `Hadi Salmin, the spokesman of the Giants, told reporters in Ataq that 17 fighters had crossed from Bayhan into Marib on 4 March.
He named their leader as Qasim Bawazir and said that 23 others had stayed behind in Usaylan.
Nasser Bahumaid, who heads the council of Shabwa, denied that any of them had passed through Ataq.
The Giants had counted 6 vehicles, Salmin added, and Bawazir had been seen in one of them near Harib.`

const ARABIC = `قال هادي سالمين، المتحدث باسم العمالقة، للصحفيين في عتق إن 17 مقاتلاً عبروا من بيحان إلى مأرب في 4 مارس.
وذكر أن قائدهم هو قاسم باوزير، وأن 23 آخرين بقوا في عسيلان.
ونفى ناصر باحميد، رئيس مجلس شبوة، أن يكون أي منهم قد مر بعتق.
وأضاف سالمين أن العمالقة أحصت 6 مركبات، وأن باوزير شوهد في إحداها قرب حريب.`

const REPRINT = ENGLISH.replace('told reporters in Ataq that', 'said in Ataq on Tuesday that').replace(
  'He named',
  'Salmin named',
)

const OTHER_REPORT = `Residents of Usaylan say they saw armed men heading north early in March, some on foot.
A farmer put their number at no more than 15 and did not recognise any of them.
The authorities in Ataq declined to speak about it, and the road to Marib was open again the next day.
Fighting in the area ended last year after the Giants took Bayhan from the Houthis.`

const OTHER_ARABIC = `أفاد سكان في عسيلان بأن مسلحين شوهدوا مطلع مارس وهم يتجهون شمالاً، بعضهم سيراً على الأقدام.
وقدّر مزارع عددهم بما لا يتجاوز 15، ولم يتعرف على أي منهم.
وامتنعت السلطات في عتق عن التعليق، فيما أعيد فتح الطريق إلى مأرب في اليوم التالي.`

const read = (
  path: string,
  text: string,
  options: { day?: string; language?: string; credit?: string } = {},
): ReadDocument => ({
  document: doc(path, { text, day: '2023-03-07', ...options }),
  claims: [],
})
const found = (...documents: ReadDocument[]) =>
  findRepublications(documents, world).map(
    (r) =>
      `${r.kind}: ${r.documents
        .map((d) => d.path)
        .sort()
        .join(' ')}`,
  )

describe('findRepublications', () => {
  const original = read('original', ENGLISH)
  it('finds a copy, whatever its spaces and quotation marks', () => {
    expect(found(original, read('copy', `  ${ENGLISH.replaceAll('\n', '\n\n')}`))).toEqual(['copy: copy original'])
  })
  it('finds a near copy', () => {
    expect(found(original, read('reprint', REPRINT))).toEqual(['near-copy: original reprint'])
  })
  it('finds the copies and near copies of one text, however many there are', () => {
    const papers = Array.from({ length: 206 }, (_, n) => `Paper ${n}, printed in Ataq.`)
    const printed = papers.map((paper, n) => read(paper, n % 2 ? `${ENGLISH}\n${paper}` : ENGLISH))
    expect(findRepublications(printed, world).map(({ kind, documents }) => [kind, documents.length])).toEqual([
      ['copy', 103],
      ['near-copy', 206],
    ])
  })
  it('finds a text that takes over half of another', () => {
    const half = `${ENGLISH.split('\n').slice(0, 2).join('\n')}\n${OTHER_REPORT.split('\n').slice(2).join('\n')}`
    expect(found(original, read('half', half))).toEqual(['common-source: half original'])
  })
  it('finds a translation in both directions', () => {
    expect(found(original, read('arabic', ARABIC, { language: 'ar' }))).toEqual(['translation: arabic original'])
    expect(found(read('arabic', ARABIC, { language: 'ar', day: '2023-03-01' }), original)).toEqual([
      'translation: arabic original',
    ])
  })
  it('takes an independent report of the same matter for none of these', () => {
    expect(found(original, read('other', OTHER_REPORT))).toEqual([])
    expect(found(original, read('other.ar', OTHER_ARABIC, { language: 'ar' }))).toEqual([])
    expect(found(read('arabic', ARABIC, { language: 'ar' }), read('other', OTHER_REPORT))).toEqual([])
  })
  it('takes a text of another year for no translation', () => {
    expect(found(original, read('arabic', ARABIC, { language: 'ar', day: '2024-09-01' }))).toEqual([])
  })

  const retold = (path: string, text: string, chain: string[], credit?: string): ReadDocument => {
    const { document } = read(path, text, credit === undefined ? {} : { credit })
    const release = told(document, 'prisoner-release', {
      by: ['houthis'],
      to: ['aqap'],
      counts: { released: 4 },
      chain,
    })
    const meeting = told(document, 'meeting', { by: ['houthis', 'aqap'], chain })
    return { document, claims: [release.claim, { ...meeting.claim, evidence: { text: '', start: 9, end: 12 } }] }
  }
  it('finds one wire in two papers that retell it', () => {
    const [a, b] = [retold('a', ENGLISH, [], 'Gulf Wire'), retold('b', OTHER_REPORT, [], 'Gulf Wire')]
    expect(found(a, b)).toEqual(['common-source: a b'])
    expect(found(a, retold('c', OTHER_REPORT, [], 'Harbour Press'))).toEqual([])
  })
  it('sees that two reports in two languages rest on one agency that their chains name', () => {
    const a = retold('a', ENGLISH, ['agency: Harbour Press'])
    const b = retold('b', OTHER_ARABIC, ['agency: Harbour Press', 'anonymous: مصدر'])
    expect(found(a, b)).toEqual(['common-source: a b'])
    expect(found(a, retold('c', OTHER_ARABIC, ['agency: Gulf Wire']))).toEqual([])
  })
  it('finds one unnamed source behind two texts that make the same claims in the same order', () => {
    const source = ['anonymous: a prison guard']
    expect(found(retold('a', ENGLISH, source), retold('b', OTHER_REPORT, source))).toEqual(['common-source: a b'])
    expect(found(retold('a', ENGLISH, source), retold('b', OTHER_REPORT, ['anonymous: a tribal elder']))).toEqual([])
  })

  it('gives the same rows in whatever order the documents come', () => {
    const all = [
      original,
      read('copy', ENGLISH),
      read('reprint', REPRINT),
      read('arabic', ARABIC, { language: 'ar' }),
      read('other', OTHER_REPORT),
    ]
    const expected = findRepublications(all, world)
    expect(expected.map((r) => [r.kind, r.documents.length])).toEqual([
      ['copy', 2],
      ['near-copy', 3],
      ['translation', 4],
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(findRepublications(shuffled, world)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})
