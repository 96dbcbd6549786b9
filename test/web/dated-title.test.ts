import { describe, expect, it, vi } from 'vitest'

const screen = vi.hoisted(() => ({ lang: 'en' as 'en' | 'ar' }))
vi.mock('../../web/src/screen.svelte.js', () => ({ screen }))
vi.mock('../../web/src/words.svelte.js', () => ({
  both: (names: { en: string; ar: string }) => names[screen.lang],
  capital: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  t: (word: string) => word,
}))
// By an address, so that the checks of the program do not read the screens' own modules.
const { datedTitle } = await import(new URL('../../web/src/incident-title.ts', import.meta.url).href)

describe('the days of a title', () => {
  it.each([
    ['2021-11-03', '3 Nov 2021', '3 نوفمبر 2021'],
    ['2021-11-01 – 2021-11-30', 'November 2021', 'نوفمبر 2021'],
    ['2024-02-01 – 2024-02-29', 'February 2024', 'فبراير 2024'],
    ['2021-01-01 – 2021-12-31', '2021', '2021'],
    ['2021-11-01 – 2021-11-29', '1–29 Nov 2021', '1–29 نوفمبر 2021'],
  ])('%s is %s', (days, en, ar) => {
    const title = { en: `meeting · Rimal · ${days}`, ar: `لقاء · رمال · ${days}` }
    const plain = (text: string) => text.replace(/\u2009/g, '')
    screen.lang = 'en'
    expect(plain(datedTitle(title))).toBe(`Meeting · Rimal · ${en}`)
    screen.lang = 'ar'
    expect(plain(datedTitle(title))).toBe(`لقاء · رمال · ${ar}`)
  })
})
