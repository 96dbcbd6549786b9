import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { DEFAULT_ROOT, SayingsFile } from '../../src/packs/index.js'

/** How things are said in the languages of the packs, without the packs. */
export const SAYINGS = new Map(
  ['en', 'ar'].map((language) => [
    language,
    SayingsFile.parse(parse(readFileSync(join(DEFAULT_ROOT, 'ontology', 'sayings', `${language}.yml`), 'utf8'))),
  ]),
)
