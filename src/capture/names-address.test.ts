import { describe, expect, test } from 'vitest'
import { namesAddress } from './names-address.js'

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
