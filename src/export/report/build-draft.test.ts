import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { ReportDraft } from '../../model/index.js'
import { claimOf, dossierOf, filler, hop, ONTOLOGY, SAYINGS, TITLES } from '../testing.js'
import { adversePersons, buildDraft, checkDraft, type DraftMaterial } from './build-draft.js'
import { toDocx } from './to-docx.js'
import { toHtml } from './to-html.js'
import { toMarkdown } from './to-markdown.js'

const T = 'Nadir Qasim of the Red Front gave rifles to the Blue League, the Wire Agency said.'
const claim = claimOf(T, {
  type: 'arms-transfer',
  agents: [filler(T, 'Nadir Qasim', 'chief'), filler(T, 'the Red Front', 'reds')],
  counterparts: [filler(T, 'the Blue League', 'blues')],
  objects: [filler(T, 'rifles')],
  chain: [hop('Wire Agency', 'agency', 'wire')],
})
const options = { sayings: SAYINGS, ontology: ONTOLOGY, titles: TITLES, abbreviations: () => ['Gen.'] }

function material(more: Parameters<typeof dossierOf>[2] = {}): DraftMaterial {
  const dossier = dossierOf(T, [{ claim, channel: 'arms', month: '2024-05', happening: true }], more)
  const incidents = new Map([[1, [...dossier.incidents.values()][0]!]])
  return { ...dossier, incidents }
}
const draft = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  id: 'r-1',
  title: 'Rifles in the Dale',
  language: 'en',
  tlp: 'amber',
  parts: [
    { kind: 'text', sentences: [{ text: 'One agency tells of rifles.', claims: [claim.id] }] },
    { kind: 'incident', incident: `i-${claim.id}`, claims: [claim.id] },
  ],
  replies: {},
  revision: 3,
  at: '2024-06-02T00:00:00Z',
  ...more,
})
const own = (...sentences: { text: string; claims: string[] }[]) => draft({ parts: [{ kind: 'text', sentences }] })

describe('a draft', () => {
  it('is built in the order of its author, each sentence with its note, the notes shared', () => {
    const text = toMarkdown(buildDraft(draft(), material(), options))
    expect(text).toMatch(/^# Rifles in the Dale/)
    expect(text).toContain('One agency tells of rifles.[^1]')
    expect(text).toContain('(single-origin allegation).[^1]')
    expect(text.match(/^\[\^\d+\]:/gm)).toEqual(['[^1]:'])
    const turned = draft({ parts: [...draft().parts].reverse() })
    const other = { ...material(), incidents: new Map([[0, material().incidents.get(1)!]]) }
    const html = toHtml(buildDraft(turned, other, options))
    expect(html.indexOf('<ul>')).toBeLessThan(html.indexOf('One agency tells'))
    expect(html.match(/id="ref-1"/g)).toHaveLength(1)
  })

  it('tells the author’s words from those of reports, where it has any', () => {
    const told = /Paragraphs without a bullet are the author's own words/
    const withOwn = buildDraft(draft(), material(), options)
    expect(toMarkdown(withOwn)).toMatch(told)
    expect(toHtml(withOwn)).toContain('<p class="own">One agency tells of rifles.')
    const without = draft({ parts: draft().parts.slice(1) })
    const only = { ...material(), incidents: new Map([[0, material().incidents.get(1)!]]) }
    expect(toMarkdown(buildDraft(without, only, options))).not.toMatch(told)
  })

  it.each([
    ['rests on nothing', own({ text: 'They trade.', claims: [] }), /“They trade\.” rests on no claim/],
    ['rests on a claim that is gone', own({ text: 'They trade.', claims: ['c-gone'] }), /rests on no claim/],
    ['holds two sentences', own({ text: 'They trade. They talk.', claims: [claim.id] }), /2 sentences stand in one/],
  ])('is refused where a sentence %s, by its place', (_, wrong, message) => {
    const found = checkDraft(wrong, material(), options)
    expect(found).toEqual([expect.objectContaining({ code: 'unsourced-statement', part: 0, sentence: 0 })])
    expect(found[0]!.message).toMatch(message)
    expect(() => buildDraft(wrong, material(), options)).toThrow(
      expect.objectContaining({ code: 'unsourced-statement' }),
    )
  })

  it('is not refused for an abbreviation, an empty line or a heading', () => {
    const fine = own({ text: 'Gen. Qasim gave rifles.', claims: [claim.id] }, { text: ' ', claims: [] })
    fine.parts.push({ kind: 'heading', text: 'What is said' })
    expect(checkDraft(fine, material(), options)).toEqual([])
  })

  it('names every problem, not only the first', () => {
    const gone = draft({
      parts: [
        { kind: 'incident', incident: 'i-gone', claims: ['c-gone'] },
        { kind: 'incident', incident: 'i-1', claims: [claim.id, 'c-gone'] },
        { kind: 'text', sentences: [{ text: 'They trade.', claims: [] }] },
      ],
    })
    expect(checkDraft(gone, material(), options).map(({ part }) => part)).toEqual([0, 1, 2])
  })

  it('is refused where its readers may not have the material, and carries the strictest marking otherwise', () => {
    const red = material({ document: { tlp: 'red' } })
    expect(checkDraft(draft(), red, options)).toEqual([expect.objectContaining({ code: 'tlp-refused' })])
    expect(() => buildDraft(draft(), red, options)).toThrow(expect.objectContaining({ code: 'tlp-refused' }))
    expect(buildDraft(draft({ tlp: 'red' }), red, options).marking).toBe('RED')
  })

  it('says beside an adverse statement on a person whether he was asked, and his answer', () => {
    const lines = (replies: ReportDraft['replies']) => toMarkdown(buildDraft(draft({ replies }), material(), options))
    expect(lines({})).toContain('Right of reply, Nadir Qasim: not asked yet.')
    expect(lines({ [claim.id]: { asked: '2024-06-01' } })).toContain('asked on 1 June 2024; no answer yet.')
    expect(lines({ [claim.id]: { asked: '2024-06-01', answer: 'He denies it.' } })).toContain(
      'Right of reply, Nadir Qasim, asked on 1 June 2024: He denies it.',
    )
    expect(adversePersons(draft(), material(), options)).toEqual({ [claim.id]: ['Nadir Qasim'] })
  })

  it('stands in Arabic from right to left', () => {
    const arabic = buildDraft(draft({ language: 'ar' }), material(), options)
    expect(arabic.direction).toBe('rtl')
    expect(toMarkdown(arabic)).toContain('حق الرد، نادر قاسم: لم يُطلب الرد بعد.')
  })
})

describe('a Word file', () => {
  it('has the sentences, real footnotes, and the marking', async () => {
    const bytes = await toDocx(buildDraft(draft(), material(), options))
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
    expect(html).toContain('One agency tells of rifles.')
    expect(html).toContain('TLP:CLEAR')
    expect(html).toMatch(/<li id="footnote-1">.*gave rifles to the Blue League/s)
    // One note, marked twice: Word gives it one place.
    expect(html.match(/<li id="footnote-/g)).toHaveLength(1)
    expect(html).not.toContain('<h1>Notes')
  })
})
