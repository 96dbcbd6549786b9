import { describe, expect, test } from 'vitest'
import { namesAddress, siteInHead } from './names-address.js'

describe('a site by its own name', () => {
  test.each([
    ['وادي برس', 'https://www.wadi-press.example/news/4', true],
    ['النخيل نت', 'https://nakheel-net.example/a', true],
    ['الضفة اليوم', 'https://amp.aldiffa-alyoum.example/a', true],
    ['Harbour Post', 'https://harbourpost.example/1', true],
    ['رويترز', 'https://www.wadi-press.example/news/4', false],
    ['سبأ', 'https://saba.example', false],
    ['Harbour Post', undefined, false],
  ])('%s at %s: %s', (name, url, is) => expect(namesAddress(name, url)).toBe(is))
})

describe('a site by a line above its report', () => {
  test.each([
    ['اتفاق في الوادي\nالنخيل 24 | المدينة\nقال مصدر إن …', 'https://www.nakheel24.example/?p=1', 'النخيل 24'],
    ['المدينة / النخيل 24\nقال مصدر إن …', 'https://www.nakheel24.example/?p=1', 'النخيل 24'],
    ['Talks\nHarbour Post – Aden\nA source said …', 'https://harbourpost.example/1', 'Harbour Post'],
    ['اتفاق في الوادي\nقال مصدر إن …', 'https://www.nakheel24.example/?p=1', undefined],
    ['النخيل 24 | المدينة', undefined, undefined],
  ])('%j at %s: %s', (text, url, name) => expect(siteInHead(text, url)).toBe(name))
})
