import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '../../../packs/index.js'
import { fold } from '../../../text/index.js'
import { buildLexicon, type Lexicon } from './lexicon.js'
import { lexiconTables } from './tables.js'
import { verbForms } from './verb-forms.js'
import { cliticGrammar, wordAnalyser } from './written-word.js'

let lexicon: Lexicon
let analyse: ReturnType<typeof wordAnalyser>
beforeAll(() => {
  const tables = lexiconTables(loadPacks({ theatres: [], languages: ['ar'] }).languages.get('ar')!)
  lexicon = buildLexicon(tables)
  analyse = wordAnalyser(lexicon, cliticGrammar(tables.clitics, tables.inflection))
}, 60_000)

describe('verb forms', () => {
  it.each([
    ['أفرج', 'يفرج', ['أفرجت', 'أفرجوا', 'يفرج', 'تفرج', 'يفرجون']],
    ['تبنى', 'يتبنى', ['تبنت', 'تبنوا', 'يتبنون', 'يتبن']],
    ['قال', 'يقول', ['قالت', 'يقولون', 'يقل']],
    ['دعا', 'يدعو', ['دعت', 'دعوا', 'يدعون']],
    ['حظي', 'يحظى', ['حظيت', 'حظوا', 'يحظون']],
    ['أجرى', 'يجري', ['أجرت', 'أجريت', 'أجروا']],
  ])('%s, %s', (past, present, wanted) => {
    const forms = verbForms(past, [present], lexicon.tables.inflection).map((f) => f.form)
    expect(forms).toEqual(expect.arrayContaining(wanted))
  })

  it('writes the passive of a hollow verb differently', () => {
    const passive = verbForms('اغتال', ['يغتال'], lexicon.tables.inflection).filter((f) => f.passive)
    expect(passive.map((f) => f.form)).toContain('اغتيل')
    expect(verbForms('قصف', ['يقصف'], lexicon.tables.inflection).some((f) => f.passive)).toBe(false)
  })
})

describe('written words', () => {
  it.each([
    // a known whole word comes before any split
    ['وقعت', 'وقع', 'verb'],
    ['للجنة', 'لجنه', 'noun'],
    ['بالمدفعية', 'مدفعيه', 'noun'],
    ['وسيطرتهم', 'سيطره', 'noun'],
    ['مسلحوها', 'مسلح', 'noun'],
    ['أبنائها', 'ابن', 'noun'],
  ])('%s can be %s', (word, lemma, pos) => {
    expect(analyse(word).map((a) => `${a.reading.lemma}/${a.reading.pos}`)).toContain(`${lemma}/${pos}`)
  })

  it('tells «بائع» from «بايع» by its hamza, and neither where it is not written', () => {
    expect(analyse('بائع').some((a) => a.reading.lemma === fold('بايع') && a.reading.pos === 'verb')).toBe(false)
    expect(analyse('بايع').some((a) => a.reading.pos === 'verb')).toBe(true)
  })

  it('leaves an unknown word whole', () => {
    expect(analyse('زنجبار')[0]).toMatchObject({ known: false, stem: 'زنجبار', before: [] })
  })

  it('keeps the pieces of a word inside it and in order', () => {
    for (const word of ['وبالمدفعية', 'فسيقتلونهم', 'للجنة', 'لتسليمها']) {
      for (const a of analyse(word)) {
        let at = 0
        for (const p of [...a.before, { start: a.start, end: a.end }, ...(a.after ? [a.after] : [])]) {
          expect(p.start).toBeGreaterThanOrEqual(at)
          at = Math.min(p.end, word.length)
        }
      }
    }
  })
})
