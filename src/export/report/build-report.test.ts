import { describe, expect, it } from 'vitest'
import type { Mention } from '../../model/index.js'
import { claimOf, dossierOf, filler, hop, independence, ONTOLOGY, SAYINGS, TITLES } from '../testing.js'
import { buildReport } from './build-report.js'
import { toHtml } from './to-html.js'
import { toMarkdown } from './to-markdown.js'

const T = 'Nadir Qasim of the Red Front gave rifles to the Blue League, <b>Salim Awad</b> said.'
const claim = claimOf(T, {
  type: 'arms-transfer',
  agents: [filler(T, 'Nadir Qasim', 'chief'), filler(T, 'the Red Front', 'reds')],
  counterparts: [filler(T, 'the Blue League', 'blues')],
  objects: [filler(T, 'rifles')],
  chain: [{ ...hop('Salim Awad', 'witness'), ...filler(T, 'Salim Awad') }],
})
const mentions: Mention[] = [{ id: 'm', kind: 'person', ...filler(T, 'Salim Awad'), entities: [] }]
const entry = { claim, channel: 'arms', month: '2024-05', happening: true } as const
const options = { language: 'en', sayings: SAYINGS, ontology: ONTOLOGY, titles: TITLES }
const dossier = dossierOf(T, [entry], { mentions })

describe('the dossier of two actors', () => {
  const markdown = toMarkdown(buildReport(dossier, options))

  it('gives each statement one sentence, and a note with its whole provenance', () => {
    expect(markdown).toContain(
      '- Plain News reports, citing witness (S. A.), that Nadir Qasim and Red Front gave “rifles” to Blue League ' +
        '(single-origin allegation).[^1]',
    )
    const note = markdown.split('\n').find((line) => line.startsWith('[^1]:')) ?? ''
    for (const part of [
      'Plain News',
      'One report',
      '12 May 2024',
      'https://plain.example/1',
      'captured on 1 June 2024'.replace('on ', ''),
      dossier.documents.keys().next().value?.slice(7, 19) ?? '',
      'chain: witness (S. A.)',
      'gave rifles to the Blue League',
    ])
      expect(note).toContain(part)
  })
  it('prints no private name anywhere, not even in quoted evidence', () => {
    expect(markdown).not.toContain('Salim Awad')
  })
  it('says that independence is not established', () => {
    expect(markdown).toContain('Independent origins: not established.')
    const two = dossierOf(T, [entry], { mentions, independence: independence(2, 3) })
    const report = toMarkdown(buildReport(two, options))
    expect(report).toContain('Independent origins: at least 2, at most 3.')
    expect(report).not.toContain('single-origin allegation')
  })
  it('gives the overview the origins of single incidents, never those of several together', () => {
    const other = { ...entry, claim: { ...claim, id: 'c-other' } }
    const overview = (first: [number, number], second: [number, number], language = 'en') => {
      const two = dossierOf(T, [entry, other], { mentions })
      const [one, next] = two.dyad.cells
      Object.assign(one!.byIncident[0]!, { atLeast: first[0], atMost: first[1] })
      Object.assign(next!.byIncident[0]!, { atLeast: second[0], atMost: second[1] })
      for (const cell of two.dyad.cells) cell.independence = independence(4, 9)
      const lines = toMarkdown(buildReport(two, { ...options, language })).split('\n')
      return lines.find((line) => /^\| (Arms|أسلحة|السلاح)/u.test(line))
    }
    expect(overview([1, 1], [1, 3])).toContain('| not established (at most 3) |')
    expect(overview([1, 1], [2, 3])).toContain('| shown for 1 of 2; the best: at least 2, at most 3 |')
    expect(overview([1, 1], [2, 3], 'ar')).toContain('| ثبت في 1 من 2؛ وأفضلها: 2 على الأقل، 3 على الأكثر |')
  })
  it('asks for a reply of both actors and each named person', () => {
    for (const party of ['Red Front', 'Blue League', 'Nadir Qasim']) expect(markdown).toContain(`| ${party} |  |  |`)
  })
  it('is the same in Arabic, from right to left', () => {
    const arabic = buildReport(dossier, { ...options, language: 'ar' })
    expect(arabic.direction).toBe('rtl')
    expect(toMarkdown(arabic)).toContain('نادر قاسم والجبهيين الحمر')
    expect(toMarkdown(arabic)).toContain('التقدير المقترح F6: المعلومة 6: لا مصدر معروف بعينه')
    expect(toHtml(arabic)).toContain('<html lang="ar" dir="rtl">')
  })
  it('says in its own language what reports differ on', () => {
    const denied = dossierOf(T, [entry], { mentions })
    const kinds = { denial: ['said', 'denied'], outcome: ['escaped', 'freed by the captor'] } as const
    for (const one of denied.incidents.values())
      one.contradictions = Object.entries(kinds).map(([kind, values]) => ({
        kind: kind as keyof typeof kinds,
        field: kind,
        values: values.map((value) => ({ value, claims: [...one.claims] })),
      }))
    const inEnglish = toMarkdown(buildReport(denied, options))
    expect(inEnglish).toMatch(/It is both said and denied: said\[\^1\], denied\[\^1\]\./)
    const inArabic = toMarkdown(buildReport(denied, { ...options, language: 'ar' }))
    expect(inArabic).toMatch(/هناك من يقول به ومن ينفيه: قيل\[\^1\]، نُفي\[\^1\]\./)
    expect(inArabic).toMatch(/فرار\[\^1\]، إفراج من جانب المحتجِز\[\^1\]\./)
  })
  it('names those on whom reports differ, by no id', () => {
    const apart = dossierOf(T, [entry], { mentions })
    const values = { direction: ['reds → blues', 'blues → reds'], value: ['dale', '2024-05-10'] } as const
    for (const one of apart.incidents.values())
      one.contradictions = Object.entries(values).map(([kind, own]) => ({
        kind: kind as keyof typeof values,
        field: 'place',
        values: own.map((value) => ({ value, claims: [...one.claims] })),
      }))
    const text = toMarkdown(buildReport(apart, { ...options, language: 'ar' }))
    expect(text).toContain('الجبهيون الحمر ← رابطة الزرق[^1]، رابطة الزرق ← الجبهيون الحمر[^1].')
    expect(text).toContain('الوهدة[^1]، 10 مايو 2024[^1].')
  })
  it.each([
    [
      'en',
      'A clash · February 2024',
      'February 2024[^1], 3 February 2024–5 February 2024[^1].',
      'Time given: on 10 May',
    ],
    [
      'ar',
      'اشتباك · فبراير 2024',
      'فبراير 2024[^1]، 3 فبراير 2024–5 فبراير 2024[^1].',
      'الوقت المذكور: بتاريخ 10 مايو',
    ],
  ])('names a whole month as one, in headings and in what reports differ on: %s', (language, title, values, time) => {
    const whole = dossierOf(T, [entry], { mentions })
    for (const one of whole.incidents.values()) {
      one.title = { en: 'a clash · 2024-02-01 – 2024-02-29', ar: 'اشتباك · 2024-02-01 – 2024-02-29' }
      one.contradictions = [
        {
          kind: 'value',
          field: 'date',
          values: ['2024-02-01–2024-02-29', '2024-02-03–2024-02-05'].map((value) => ({
            value,
            claims: [...one.claims],
          })),
        },
      ]
    }
    const text = toMarkdown(buildReport(whole, { ...options, language }))
    expect(text).toContain(title)
    expect(text).toContain(values)
    expect(text).toContain(time)
  })
  it('never lets a report’s words become markup', () => {
    const html = toHtml(buildReport(dossier, options))
    expect(html).toContain('&lt;b&gt;')
    expect(html).not.toContain('<b>')
    expect(markdown).toContain('\\<b\\>')
  })
  it('a mark of a note stands in brackets, so that behind a number it is no digit of it', () => {
    const html = toHtml(buildReport(dossier, options))
    expect(html).toContain('<sup id="ref-1"><a href="#note-1">[1]</a></sup>')
  })
  it.each([
    ['en', 'chain: Wire Agency → witness (S. A.)'],
    ['ar', 'سلسلة الإسناد: وكالة السلك ← شاهد (\u2068S. A.\u2069)'],
  ])('a chain leads from who tells to whom he has it from, as its language is read: %s', (language, expected) => {
    const passed = { ...claim, chain: [hop('Wire Agency', 'agency', 'wire'), ...claim.chain] }
    const told = buildReport(dossierOf(T, [{ ...entry, claim: passed }], { mentions }), { ...options, language })
    expect(toMarkdown(told)).toContain(expected)
  })
  it('leaves out what the analyst rejected', () => {
    const rejected = dossierOf(T, [entry], { mentions })
    for (const one of rejected.claims.values()) one.decision = 'rejected'
    for (const one of rejected.incidents.values()) for (const c of one.claimList) c.decision = 'rejected'
    expect(toMarkdown(buildReport(rejected, options))).not.toContain('[^1]')
  })
  it('counts the origins of a relation by who says it of the same person', () => {
    const other = { ...claim, id: 'c-2', chain: [hop('Wire Agency', 'agency', 'wire')] }
    const loose = (one: typeof claim) => ({ claim: one, channel: 'arms', month: 'undated', happening: false }) as const
    const said = (d: ReturnType<typeof dossierOf>) =>
      toMarkdown(buildReport(d, options)).split('single-origin').length - 1
    expect(said(dossierOf(T, [loose(claim)], { mentions, independence: independence(2, 2) }))).toBe(1)
    const both = dossierOf(T, [loose(claim), loose(other)], { mentions, independence: independence(2, 2) })
    both.dyad.cells.splice(0, 2, { ...both.dyad.cells[0]!, claims: [claim.id, other.id] })
    expect(said(both)).toBe(0)
  })
  it('keeps relations apart from happenings, and undated things last', () => {
    const state = { claim: { ...claim, id: 'c-2' }, channel: 'arms', month: 'undated', happening: false } as const
    const text = toMarkdown(buildReport(dossierOf(T, [state, entry], { mentions }), options))
    expect(text.indexOf('Incident of arms-transfer')).toBeLessThan(
      text.indexOf('(no single happening) – day not given'),
    )
  })
})

describe('what is refused', () => {
  it('a sentence without a span', () => {
    const moved = { ...claim, evidence: { ...claim.evidence, start: 3 } }
    expect(() => buildReport(dossierOf(T, [{ ...entry, claim: moved }]), options)).toThrow(
      expect.objectContaining({ code: 'unsourced-statement' }),
    )
    const empty = { ...claim, evidence: { start: 0, end: 0, text: '' } }
    expect(() => buildReport(dossierOf(T, [{ ...entry, claim: empty }]), options)).toThrow(/no sentence/)
  })
  it('a marking that the readers may not have', () => {
    const red = dossierOf(T, [entry], { document: { tlp: 'red' } })
    expect(() => buildReport(red, options)).toThrow(expect.objectContaining({ code: 'tlp-refused' }))
    expect(buildReport(red, { ...options, tlp: 'red' }).marking).toBe('RED')
    const amber = dossierOf(T, [entry], { document: { tlp: 'amber' } })
    expect(toMarkdown(buildReport(amber, options))).toContain('**Marking: TLP:AMBER**')
    expect(() => buildReport(amber, { ...options, tlp: 'green' })).toThrow(/TLP:AMBER/)
  })
  it('a language in which nothing can be said', () => {
    expect(() => buildReport(dossier, { ...options, language: 'xx' })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    )
  })
})

describe('restated texts', () => {
  it('are marked in a banner and in every note', () => {
    const restated = { outlet: undefined, url: undefined, restatedFrom: 'https://old.example/9', restatedOutlet: 'Old' }
    const text = toMarkdown(buildReport(dossierOf(T, [entry], { document: restated as never }), options))
    expect(text).toContain('restate a published report in other words: 1.')
    expect(text).toMatch(/\[\^1\]: restated from Old, https:/)
  })
})
