import { describe, expect, test } from 'vitest'
import { FrameFile, type LanguagePack, loadPacks, trees } from '../packs/index.js'

/**
 * The packs show what they know: in each language at least 300 sentences with their claims, a counter-example in every
 * frame, and together at least 60 passages of several sentences that must give no claim.
 */
const packs = loadPacks()
const frames = (l: LanguagePack) => [...trees(l, 'frames/', FrameFile)]
const examplesOf = (l: LanguagePack) => packs.examples.filter((x) => x.lang === l.id)
const silent = packs.examples.filter((x) => x.expect.length === 0)
const sentences = (text: string) => text.split(/[.!?؟](?:\s|$)/u).filter((s) => s.trim()).length

describe('what the packs show', () => {
  test.each([...packs.languages.values()].map((l) => [l.id, l] as const))('%s: at least 300 examples', (_, l) => {
    const shown = frames(l).reduce((n, [, f]) => n + f.examples.length, 0)
    expect(shown + examplesOf(l).filter((x) => x.expect.length > 0).length).toBeGreaterThanOrEqual(300)
  })

  test.each([...packs.languages.values()].map((l) => [l.id, l] as const))(
    '%s: a counter-example in each frame',
    (_, l) => {
      expect(frames(l).flatMap(([path, f]) => (f.counterexamples.length > 0 ? [] : [path]))).toEqual([])
    },
  )

  test('at least 60 passages that claim nothing', () => {
    expect(silent.filter((x) => sentences(x.text) > 1).length).toBeGreaterThanOrEqual(60)
  })
})
