import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/model/index.js'
import { sayHint } from '../../web/src/say-hint.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const catalogue = (lang: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`${root}web/src/words/${lang}.json`, 'utf8'))
const [en, ar] = [catalogue('en'), catalogue('ar')]
const has = (word: string) => word in en && word in ar
/** The words of the command line. */
const COMMAND = /\bisnad [a-z]+|--[a-z][a-z-]+/

/** Rooms whose errors can reach a screen. */
const ROOMS = ['capture', 'store', 'case', 'export', 'api']
/** Words that say plainly that only the command line can do it. */
const PLAIN = /^(next\.option\.|next\.case-missing$|state\.unreachable$)/

/** Every text of these rooms that names the command line, with the code of the error that says it. */
const hints = ROOMS.flatMap((room) =>
  (readdirSync(`${root}src/${room}`, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts') && !/\.(test|contract)\.ts$/.test(path))
    .flatMap((path) => {
      const source = readFileSync(`${root}src/${room}/${path}`, 'utf8')
      return [...source.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].flatMap(({ 2: hint = '', index }) => {
        const before = source.slice(0, index)
        const code = [...before.matchAll(/'([a-z-]+)'/g)].findLast(([, word]) =>
          ERROR_CODES.includes(word as never),
        )?.[1]
        return COMMAND.test(hint) && code && !/^(import|\s*\*|\s*\/\/)/.test(before.split('\n').at(-1)!)
          ? [[path, code, hint]]
          : []
      })
    }),
)

describe('hints on screens', () => {
  it('are looked for where they are written', () => {
    expect(hints.length).toBeGreaterThan(8)
  })

  it.each(hints)('%s: %s: %s', (_, code, hint) => {
    const said = sayHint({ code: code!, hint: hint! }, has)
    if ('text' in said) expect(said.text).not.toMatch(COMMAND)
    else expect(has(said.word)).toBe(true)
  })

  it.each([
    [
      'bad-address',
      'Save the page as a file and add that; or, if you trust it: --allow-host 10.0.0.7',
      { word: 'next.option.allow-host', option: '--allow-host 10.0.0.7' },
    ],
    [
      'over-limit',
      'If you trust it, raise the limit: --limit pages=NUMBER',
      { word: 'next.option.limit', option: '--limit pages=NUMBER' },
    ],
    ['not-found', 'List them: isnad list incidents', { word: 'next.not-found' }],
    ['unknown-actor', 'Nearest: Coast Army, Coast Guard', { text: 'Nearest: Coast Army, Coast Guard' }],
    ['unknown-actor', 'List them: isnad list entities --kind actor', { word: 'next.unknown-actor' }],
    ['needs-ocr', 'Run text recognition first', { text: 'Run text recognition first' }],
    ['judgement-invalid', undefined, { word: 'next.judgement-invalid' }],
    ['timestamp-failed', 'Try again: isnad case timestamp', { text: '' }],
  ])('%s, %s', (code, hint, said) => {
    expect(sayHint({ code, hint }, has)).toEqual(said)
  })

  it('are said in words of the screen to who does not read the program’s own', () => {
    const hint = 'Save its text as a text file.'
    expect(sayHint({ code: 'unsupported-format', hint }, has, false)).toEqual({ word: 'next.unsupported-format' })
    expect(sayHint({ code: 'unsupported-format', hint }, has, true)).toEqual({ text: hint })
  })

  it('and all words of the screens leave the command line out, but where only that can do it', () => {
    for (const words of [en, ar])
      for (const [word, entry] of Object.entries(words))
        if (!PLAIN.test(word)) expect([word, COMMAND.test(JSON.stringify(entry))]).toEqual([word, false])
  })
})
