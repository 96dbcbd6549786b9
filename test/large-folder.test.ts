import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createCase, openCase } from '../src/case/index.js'
import { capturingSteps } from './add-captured.js'

/** The whole size is 10,000; a test that everybody runs is smaller. */
const FILES = Number(process.env.ISNAD_LARGE_FOLDER ?? 300)
const PROGRAM = fileURLToPath(new URL('./add-captured.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'isnad-large-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

/** Kinds of bad file, and the code that each is listed with. */
const BAD: readonly [content: string | Buffer, code: string][] = [
  ['', 'empty-document'],
  ['%PDF-1.4 broken', 'damaged-file'],
  [Buffer.from('\u0089PNG\r\n', 'latin1'), 'unsupported-format'],
  ['PK\u0003\u0004 broken', 'damaged-file'],
  [`<html><body>${'<div>'.repeat(3000)}`, 'over-limit'],
]

const SYLLABLES =
  'bar dol fen gim hur jas kov lut mir nad pel qas rot sug tev vix wam yol zer shan chib thul drog brel skam'.split(' ')
/** Names of which no two are taken for spellings of one: 625 of two syllables each. */
const name = (n: number) => {
  const said = SYLLABLES[n % 25]! + SYLLABLES[Math.floor(n / 25) % 25]!
  return said[0]!.toUpperCase() + said.slice(1)
}

/** Reports that differ as reports do: of many parties, each of its own day and in words of its own, none another's copy. */
function report(n: number): string {
  const day = new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10)
  const words = Array.from({ length: 16 }, (_, k) => ((n + 1) * (k + 7) * 7919).toString(36)).join(' ')
  return `Clan ${name(n % 500)} attacked Band ${name(600 + (n % 7))} in Rimal on ${day}, killing ${3 + n}, Salim Sami said. ${words}.`
}

/** Three in a hundred are bad. */
function writeFiles(): { path: string; code?: string }[] {
  mkdirSync(join(folder, 'in'))
  return Array.from({ length: FILES }, (_, n) => {
    const path = join(folder, 'in', `${String(n).padStart(5, '0')}.txt`)
    const bad = n % 33 === 7 ? BAD[n % BAD.length] : undefined
    writeFileSync(path, bad?.[0] ?? report(n))
    return bad ? { path, code: bad[1] } : { path }
  })
}

/** Runs the program and kills it once it has acknowledged so many inputs. */
function addUntil(location: string, acknowledged: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, location, join(folder, 'in')])
    let printed = ''
    child.stdout.on('data', (data) => {
      printed += data
      if (printed.split('\n').length > acknowledged) child.kill('SIGKILL')
    })
    child.on('close', () =>
      resolve(
        printed
          .slice(0, printed.lastIndexOf('\n') + 1)
          .split('\n')
          .filter(Boolean),
      ),
    )
  })
}

describe(`a folder of ${FILES} files, three in a hundred of them bad, killed in the middle`, () => {
  it('is gone on with: all good ones in once, each bad one listed with its reason', {
    timeout: 120_000 + FILES * 200,
  }, async () => {
    const files = writeFiles()
    const location = join(folder, 'case')
    await (await createCase(location, { name: 'Large', tlp: 'clear' }, { steps: capturingSteps })).close()
    const seen = await addUntil(location, Math.round(FILES / 3))
    expect(seen).not.toContain('done')
    const kase = await openCase(location, { steps: capturingSteps })
    const before = (await kase.documents()).map(({ path }) => path)
    const good = files.filter(({ code }) => code === undefined).map(({ path }) => path)
    // What was acknowledged is there.
    expect(seen.filter((path) => good.includes(path) && !before.includes(path))).toEqual([])
    const progress: number[] = []
    const result = await kase.add([join(folder, 'in')], { onProgress: (done, total) => progress.push(done / total) })
    expect(result.unchanged.length).toBe(before.length)
    expect(result.failed.map(({ path, code }) => ({ path, code }))).toEqual(
      files.filter(({ code }) => code !== undefined),
    )
    expect((await kase.documents()).map(({ path }) => path).sort()).toEqual(good)
    expect((await kase.verify()).problems).toEqual([])
    expect(progress.every((one, i) => one >= (progress[i - 1] ?? 0))).toBe(true)
    expect(progress.at(-1)).toBe(1)
    await kase.close()
  })
})
