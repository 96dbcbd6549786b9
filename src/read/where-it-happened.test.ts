import { describe, expect, it } from 'vitest'
import type { Document } from '../model/index.js'
import { loadPacks } from '../packs/index.js'
import { createReader } from './read.js'

const reader = createReader(loadPacks())

/** The places of the first claim, where it came from and went to included; and its day. */
function where(text: string): string[] {
  const language = /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'
  const told = { from: '2024-05-09', to: '2024-05-09', basis: 'metadata' } as const
  const document: Document = { id: `sha256:${'0'.repeat(64)}`, path: 'x.txt', language, published: told, text }
  const [claim] = reader.read(document).claims
  expect(claim).toBeDefined()
  const { places, origin = [], destination = [], time } = claim!
  return [...places, ...origin, ...destination].map((p) => p.text).concat(time?.from ? [time.from] : [])
}

describe('where and when it happened', () => {
  it.each([
    // Each place once, by its whole name.
    ['Gunmen attacked the Kelb mountains on 3 May 2023.', ['the Kelb mountains', '2023-05-03']],
    ['Gunmen attacked the town of Ber Amal on 3 May 2023.', ['the town of Ber Amal', '2023-05-03']],
    ['Gunmen attacked the Mahfad district of Abyan.', ['the Mahfad district of Abyan', 'Abyan']],
    ["A drone hit a car in Yemen's Marib province.", ["Yemen's Marib province", 'Yemen']],
    // What holds a place stands behind its comma; a list goes on.
    ['Envoys of the two groups met in Norrin, Shabwa, on 3 May 2023.', ['Norrin', 'Shabwa', '2023-05-03']],
    ['The groups met in Norrin, envoys said.', ['Norrin']],
    // A noun that is also a word of saying is hit like any other.
    ['AQAP attacked a post of the army in Norrin with a drone on 3 May 2023.', ['Norrin', '2023-05-03']],
    ['The army said in Norrin that gunmen attacked a post.', []],
    // What describes a party has no place or time of its own.
    ['Police arrested nine men who belong to the Front in Norrin on 3 May 2023.', ['Norrin', '2023-05-03']],
    ['Gunmen opened fire on a van carrying bread near Norrin on 3 May 2023.', ['Norrin', '2023-05-03']],
    [
      'اعتقلت قوات الأمن تسعة أشخاص يشتبه بانتمائهم للتنظيم في مديرية كريتر يوم 3 مايو 2023.',
      ['مديرية كريتر', '2023-05-03'],
    ],
    // Where somebody holds his office, or speaks, is not where it happened.
    ['An officer in Norrin told the paper that the rebels trained boys in Ostby.', ['Ostby']],
    ["The Houthi militia, Iran's arm in Yemen, freed nine men in the city of Ibb.", ['the city of Ibb']],
    ['On Monday, gunmen in Norrin attacked a patrol.', ['Norrin', '2024-05-06']],
    // The day on which something is said is not that of what is said.
    ['The Red Band said in January that it had seized 30 rifles in Norrin.', ['Norrin']],
    // "A week earlier" than the day before it.
    ['The clans clashed a day later in Norrin.', ['Norrin']],
  ])('%s', (text, expected) => {
    expect(where(text)).toEqual(expected)
  })
})
