import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NAME_KINDS, PERSON_STANDINGS } from '../model/index.js'
import { LANGUAGE_FILES, LanguageManifest } from './language-files.js'
import { DEFAULT_ROOT } from './load.js'
import { TypeEntry } from './ontology-files.js'
import * as theatre from './theatre-files.js'

const page = readFileSync(join(DEFAULT_ROOT, '..', 'docs', 'packs.md'), 'utf8')
const lineWith = (words: string) => page.split('\n').find((line) => line.includes(words)) ?? ''

test.each([
  ['`sources.csv`', theatre.SourceRow],
  ['`actors.csv`', theatre.ActorRow],
  ['`people.csv`', theatre.PersonRow],
  ['`roles.csv`', theatre.RoleRow],
  ['`places.csv`', theatre.PlaceRow],
  ['`outlets.csv`', theatre.OutletRow],
  ['`materiel.csv`', theatre.MaterielRow],
  ['`names/actors.csv`', theatre.NameRow],
] as const)('docs/packs.md names every column of %s in its order', (file, schema) => {
  const cells = lineWith(`| ${file}`).split('|')[2] ?? ''
  const named = [...cells.matchAll(/`(\w+)`/g)].map((m) => m[1])
  expect(named).toEqual(Object.keys(schema.shape))
})

test('docs/packs.md names every key of the manifests and of a claim type', () => {
  for (const schema of [theatre.TheatreManifest, LanguageManifest, TypeEntry]) {
    for (const key of Object.keys(schema.shape)) {
      if (['plover', 'acled', 'cameo'].includes(key)) expect(page).toContain(key.toUpperCase())
      else expect(page).toContain(`\`${key}\``)
    }
  }
})

test('docs/packs.md names every file of a language, every kind of name and every standing', () => {
  const files = LANGUAGE_FILES.map((f) => (typeof f.path === 'string' ? f.path : 'frames/<type>.yml'))
  for (const file of files) expect(page).toContain(`\`${file}\``)
  for (const kind of NAME_KINDS) expect(page).toContain(`\`${kind}\``)
  for (const standing of PERSON_STANDINGS) expect(page).toContain(standing)
})
