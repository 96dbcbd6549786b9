import { describe, expect, it } from 'vitest'

// The scripts are plain JavaScript without types, so that they run before anything is installed.
const load = (name: string) => import(new URL(`../scripts/${name}`, import.meta.url).href)
const { problemsOf } = await load('check-rooms.mjs')
const { isAllowed, statedLicence } = await load('check-licences.mjs')

describe('the room check', () => {
  it.each([
    ['src/read/a.ts', "import { cut } from '../model/index.js'"],
    ['src/read/frames/a.ts', "import { b } from './b.js'\nimport type { C } from '../../text/index.js'"],
    ['src/case/open.ts', "import { x } from 'node:fs'\nexport * from './case.js'"],
    ['web/src/a.svelte', "import type { Claim } from '../../src/model/index.js'"],
    ['web/src/a.ts', "import type { Answer } from '../../src/api/contract/index.js'"],
    ['src/api/contract/a.ts', "import { Claim } from '../../model/index.js'"],
    ['src/read/a.ts', "// import { x } from '../api/index.js' would be wrong\nexport const a = 1"],
  ])('%s may say %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  it.each([
    ['src/read/a.ts', "import { open } from '../case/index.js'", 'read stands before case'],
    ['src/read/a.ts', "import {\n  cut,\n} from '../model/span.js'", 'only model/index.js is a door'],
    ['src/weigh/a.ts', "const m = await import('../api/index.js')", 'weigh stands before api'],
    ['src/text/a.ts', "export { b } from '../packs/index.js'", 'text stands before packs'],
    ['web/src/a.ts', "import { sha256 } from '../../src/model/index.js'", 'only types'],
    ['web/src/a.ts', "import type { Case } from '../../src/case/index.js'", 'web imports only'],
    ['src/api/contract/a.ts', "import { x } from '../query.js'", 'only the model'],
    ['src/utils/a.ts', "import { a } from '../model/index.js'", '"utils" is no room'],
  ])('%s may not say %s', (path, text, reason) => {
    expect(problemsOf(path, text).join()).toContain(reason)
  })
})

describe('the licence check', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND BSD-3-Clause', 'Apache-2.0 WITH LLVM-exception'])(
    'allows %s',
    (l) => {
      expect(isAllowed(l)).toBe(true)
    },
  )
  it.each(['GPL-3.0-only', 'AGPL-3.0', 'BUSL-1.1', 'BSL-1.1', 'MIT AND GPL-2.0', '', 'SEE LICENSE IN LICENSE'])(
    'refuses "%s"',
    (l) => {
      expect(isAllowed(l)).toBe(false)
    },
  )
  it('reads old spellings', () => {
    expect(statedLicence({ licenses: [{ type: 'MIT' }, { type: 'BSD' }] })).toBe('MIT OR BSD')
    expect(statedLicence({ license: { type: 'ISC' } })).toBe('ISC')
    expect(statedLicence({})).toBe('')
  })
})
