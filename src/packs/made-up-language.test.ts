import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FrameFile } from './frame-file.js'
import { table, trees } from './language.js'
import { checkPacks, DEFAULT_ROOT, loadPacks } from './load.js'
import { WeekdayRow } from './word-files.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'isnad-root-'))
  cpSync(join(DEFAULT_ROOT, 'ontology'), join(root, 'ontology'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const MANIFEST = `id: qo
title: { en: Orvalish, ar: الأورفيلية }
direction: ltr
script: Latn
phenomena: [letter-case]
clause: verb-first
dates: day-first
abbreviations: [Kap]
`

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const problems = () => checkPacks(root).map((p) => `${p.code} ${p.place.replace(/^[^/]*\//, '')} ${p.message}`)

test('a language is its folder: manifest, tables, frames and examples', () => {
  write('languages/qo/language.yml', MANIFEST)
  write('languages/qo/words/weekdays.csv', 'form,day\nUnda,1\nDuda,2\n')
  write(
    'languages/qo/frames/attack.yml',
    'type: attack\nunits:\n  - { lemma: atak, pos: verb, roles: { S: agents, O: counterparts } }\n',
  )
  write(
    'languages/qo/examples/a.yml',
    '- { id: one, lang: qo, text: Atak Red Band Mill., expect: [{ type: attack }] }\n',
  )
  const packs = loadPacks({ root })
  const language = packs.languages.get('qo')!
  expect(language.clause).toBe('verb-first')
  expect(table(language, 'words/weekdays.csv', WeekdayRow)).toEqual([
    { form: 'Unda', day: 1 },
    { form: 'Duda', day: 2 },
  ])
  expect([...trees(language, 'frames/', FrameFile).keys()]).toEqual(['frames/attack.yml'])
  expect(packs.examples.map((e) => e.pack)).toEqual(['languages/qo'])
})

test('what is wrong in a language is said', () => {
  write('languages/qo/language.yml', MANIFEST.replace('verb-first', 'verb-second').replace('dates:', 'dayts:'))
  write('languages/qo/words/weekdays.csv', 'form,day\nUnda,8\nDuda,two\n')
  write('languages/qo/words/colours.csv', 'form\nred\n')
  expect(problems()).toEqual(
    [
      "pack-column languages/qo/language.yml:7:1 unknown key 'dayts'",
      "pack-value languages/qo/language.yml:1:1 'dates' is missing",
      "pack-value languages/qo/language.yml:6:9 clause cannot be 'verb-second'",
      "pack-unread-file languages/qo/words/colours.csv nothing reads 'words/colours.csv'",
      "pack-value languages/qo/words/weekdays.csv:2:6 day is '8': a day is 1 (Monday) to 7 (Sunday)",
      "pack-value languages/qo/words/weekdays.csv:3:6 day is 'two': not a number",
    ].sort((a, b) => a.split(' ')[1]!.localeCompare(b.split(' ')[1]!)),
  )
})

test('an ontology that lacks a type, or has one too many, does not load', () => {
  const types = readFileSync(join(root, 'ontology/types.yml'), 'utf8')
  write('ontology/types.yml', types.replace('\nescape:', '\nescaped:'))
  write('languages/qo/language.yml', MANIFEST)
  expect(problems()).toEqual([
    "pack-value ontology/types.yml there is no entry for 'escape'",
    "pack-value ontology/types.yml 'escaped' is not in the model's list",
  ])
})

test('a code that no scheme has the form of, and a file that is missing', () => {
  const types = readFileSync(join(root, 'ontology/types.yml'), 'utf8')
  write('ontology/types.yml', types.replace("['0841']", "['84']"))
  rmSync(join(root, 'ontology/modes.yml'))
  write('languages/qo/language.yml', MANIFEST)
  const found = problems()
  expect(found.some((p) => /pack-missing .*modes\.yml the ontology has no 'modes\.yml'/.test(p))).toBe(true)
  expect(found.some((p) => /types\.yml:\d+:\d+ prisoner-release\.cameo\.0 is '84'/.test(p))).toBe(true)
})
