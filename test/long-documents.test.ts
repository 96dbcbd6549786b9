import { describe, expect, test } from 'vitest'
import { loadPacks } from '../src/packs/index.js'
import { exampleDocument } from '../src/read/check-example.js'
import { createReader } from '../src/read/index.js'

/** The time to read a document grows no faster than its length, up to a megabyte. */
const packs = loadPacks()
const reader = createReader(packs)

describe.each(['en', 'ar'])('time for %s', (language) => {
  // Varied text: every block differs in its numbers, so that nothing is found in a cache that real text would miss.
  const blocks = packs.examples.filter((e) => e.lang === language && e.expect.length > 0).map((e) => e.text)
  const grown = (size: number): string => {
    let out = ''
    for (let i = 0; out.length < size; i++) out += `${blocks[i % blocks.length]} (${i})${i % 5 === 4 ? '\n\n' : ' '}`
    return out.slice(0, size)
  }
  /** Processor time, so that other work on the machine counts little; the best of some runs. */
  const milliseconds = (size: number, runs = 1): number => {
    const t = grown(size)
    const times = Array.from({ length: runs }, () => {
      const before = process.cpuUsage()
      reader.read(exampleDocument(language, t, '2024-05-09'))
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    })
    return Math.min(...times)
  }
  let hundred = 0

  test('10 kB to 100 kB: at most fifteen times as long', { timeout: 60_000 }, () => {
    milliseconds(20_000)
    const ten = milliseconds(10_000, 3)
    hundred = milliseconds(100_000, 2)
    console.info(`${language}: 10 kB ${ten.toFixed(0)} ms, 100 kB ${hundred.toFixed(0)} ms`)
    // The floor keeps a few milliseconds of noise out.
    expect(hundred).toBeLessThan(15 * Math.max(ten, 40))
  })

  test(`time: ${language}, 100 kB to 1 MB`, { timeout: 240_000 }, () => {
    const time = milliseconds(1_000_000)
    console.info(`${language}: 1 MB ${time.toFixed(0)} ms`)
    expect(time).toBeLessThan(15 * Math.max(hundred, 400))
  })
})
