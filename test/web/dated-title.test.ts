import { describe, expect, it, vi } from 'vitest'

const screen = vi.hoisted(() => ({ lang: 'en' as 'en' | 'ar', calendar: 'gregorian' }))
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

  it.each([
    ['levantine', 'en', '2021-11-03', '3 Nov 2021'],
    ['levantine', 'ar', '2021-11-03', '3 تشرين الثاني 2021'],
    ['levantine', 'ar', '2023-03-01 – 2023-03-31', 'آذار 2023'],
    ['hijri', 'en', '2023-03-10', '18 Shaʻban 1444 AH'],
    ['hijri', 'ar', '2023-03-10', '18 شعبان 1444 هـ'],
    // A month that is known is no more than the months it lies in; the first of Ramadan 1444 was 23 March 2023.
    ['hijri', 'ar', '2023-03-01 – 2023-03-31', 'شعبان – رمضان 1444 هـ'],
    ['hijri', 'en', '2021-01-01 – 2021-12-31', '1442–1443 AH'],
    ['hijri', 'en', '2023-03-22 – 2023-03-24', '30 Shaʻban – 2 Ramadan 1444 AH'],
  ] as const)('by the %s calendar in %s, %s is %s', (calendar, lang, days, said) => {
    Object.assign(screen, { calendar, lang })
    expect(datedTitle({ en: days, ar: days }).replace(/[\u2009\u00a0]/g, ' ')).toBe(said)
    Object.assign(screen, { calendar: 'gregorian', lang: 'en' })
  })
})
