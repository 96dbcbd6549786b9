import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram, processIo } from '../src/cli/index.js'
import { ERROR_CODES } from '../src/model/index.js'

const ROOT = join(import.meta.dirname, '..')
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const pagesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path}`)
const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'NOTICE.md', ...pagesIn('docs')]

/** An option that docs/errors.md gets wrong on purpose. */
const WRONG = '--frob'

const { program } = createProgram(processIo())

/** Every command that does something, by the words that call it. */
function commandsOf(command: Command, words: string[] = []): Map<string, Command> {
  const found = new Map<string, Command>()
  if (words.length && command.commands.length === 0) found.set(words.join(' '), command)
  for (const sub of command.commands)
    for (const [name, one] of commandsOf(sub, [...words, sub.name()])) found.set(name, one)
  return found
}
const COMMANDS = commandsOf(program)

/** Options by their long names, those of the program among them. */
const optionsOf = (command: Command) =>
  [...program.options, ...command.options].map((option) => option.long).filter((long) => long !== undefined)

/** Calls of the program in a page: the words after `isnad`, as far as they can be commands or options. */
function callsIn(page: string): string[][] {
  const calls = [...page.matchAll(/(?:npx |`|: )isnad ((?:(?!&&|\|)[^`\n])+)/g)].map((match) => match[1] ?? '')
  return calls.map((call) => call.replace(/"[^"]*"|'[^']*'/g, '…').split(/\s+/))
}

/** The command that words call, or undefined: `list claims --limit 3` is `list claims`. */
function called(words: readonly string[]): Command | undefined {
  const plain = words[0] === '--pack' ? words.slice(2) : words
  return COMMANDS.get(plain.slice(0, 2).join(' ')) ?? COMMANDS.get(plain[0] ?? '')
}

describe('docs/errors.md', () => {
  const page = textOf('docs/errors.md')
  const sections = new Map(page.split(/^## /m).map((part) => [/^`([\w-]+)`/.exec(part)?.[1] ?? '', part]))
  it.each([...ERROR_CODES])('has a section on %s with a message as printed and a next step', (code) => {
    expect(sections.get(code)).toMatch(/\*\*Next:\*\*/)
    if (code !== 'usage') expect(sections.get(code)).toContain(`[${code}]`)
  })
  it('has no section on a code that is gone', () => {
    expect([...sections.keys()].filter(Boolean).sort()).toEqual([...ERROR_CODES].sort())
  })
})

describe('docs/cli.md', () => {
  const page = textOf('docs/cli.md')
  it('knows commands (so that this test can fail)', () => {
    expect(COMMANDS.size).toBeGreaterThan(25)
    expect(callsIn(page).length).toBeGreaterThan(20)
  })
  it.each([...COMMANDS.keys()])('has a heading for %s', (name) => {
    const headings = page.split('\n').filter((line) => line.startsWith('### '))
    expect(headings.filter((line) => new RegExp(`\`${name}[ \`]`).test(line))).not.toEqual([])
  })
  it.each([...COMMANDS])('names every option of %s', (_, command) => {
    for (const option of optionsOf(command)) expect(page).toContain(option)
  })
})

describe.each(PAGES)('%s', (path) => {
  const page = textOf(path)
  it('calls only commands and options that exist', () => {
    for (const words of callsIn(page)) {
      if (/^(?:COMMAND|…|help|--help|--version)/.test(words[0] ?? '') || words.includes(WRONG)) continue
      const command = called(words)
      // A word alone may be a group: "isnad judge" has commands of its own.
      const group = program.commands.find((one) => one.name() === words[0])
      expect(command ?? group, words.join(' ')).toBeDefined()
      if (!command) continue
      const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.replace(/[^a-z-].*$/, ''))
      for (const option of options) expect([...optionsOf(command), '--help']).toContain(option)
    }
  })
  it('shows output under every command that it shows', () => {
    expect(page).not.toMatch(/```(?:console|json)\n```/)
  })
  it('calls only npm scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json'))
    const called = [...page.matchAll(/npm (?:run ([\w-]+)|(start|test))/g)].map((match) => match[1] ?? match[2])
    for (const script of called) expect(Object.keys(scripts)).toContain(script)
  })
  it('links only to files that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((match) => match[1] ?? '')
    for (const link of links) expect([link, existsSync(join(ROOT, dirname(path), link))]).toEqual([link, true])
  })
})

describe('README.md', () => {
  it('can be read at once', () => {
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThan(120)
  })
  it('shows pictures that load quickly', () => {
    const pictures = [...textOf('README.md').matchAll(/\]\((docs\/pictures\/[^)]+)\)/g)].map((match) => match[1] ?? '')
    expect(pictures.length).toBeGreaterThan(2)
    for (const picture of pictures) expect(readFileSync(join(ROOT, picture)).length).toBeLessThan(250_000)
  })
})
