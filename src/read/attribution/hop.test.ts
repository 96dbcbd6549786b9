import { describe, expect, test } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { exampleDocument } from '../check-example.js'
import { createReader } from '../read.js'

const reader = createReader(loadPacks({ theatres: [] }))
const origin = (lang: string, text: string) =>
  reader.read(exampleDocument(lang, text)).claims.map((c) => c.chain.at(-1)?.name)

describe('a hop', () => {
  test.each([
    ['en', 'Adam Tal, a relief coordinator, said that gunmen had kidnapped two nurses.', 'Adam Tal'],
    ['ar', 'قال سعيد برعي، المتحدث العسكري باسم اللواء، إن مسلحين خطفوا ممرضتين.', 'سعيد برعي'],
  ])('has his name alone where an office stands behind it (%s)', (lang, text, name) => {
    expect(origin(lang, text)).toEqual([name])
  })

  test.each([
    ['Adam Tal arrived on Friday. Tal said that gunmen had kidnapped two nurses.', 'Adam Tal'],
    ['Adam Tal and Omar Tal arrived on Friday. Tal said that gunmen had kidnapped two nurses.', 'Tal'],
    ['Tal said that gunmen had kidnapped two nurses. Adam Tal arrived on Friday.', 'Tal'],
  ])('has the full name of whoever is called by the family’s: %s', (text, name) => {
    expect(origin('en', text)).toEqual([name])
  })
})

describe('the body of an office', () => {
  const all = createReader(loadPacks())
  const body = (lang: string, text: string) =>
    all.read(exampleDocument(lang, text)).claims.map((c) => c.chain.at(-1)?.body)
  test.each([
    ['en', 'Adam Tal, the UN envoy, said that gunmen had kidnapped two nurses.', 'un'],
    ['en', 'Adam Tal, the UN humanitarian coordinator, said that gunmen had kidnapped two nurses.', 'un'],
    ['en', 'Adam Tal, an envoy of the United Nations, left Aden. Tal said that gunmen had kidnapped two nurses.', 'un'],
    ['en', 'The Houthi spokesman, Adam Tal, said that gunmen had kidnapped two nurses.', 'houthis'],
    ['ar', 'قالت لينا أورث، منسقة الأمم المتحدة في اليمن، إن مسلحين خطفوا ممرضتين.', 'un'],
    // A critic speaks for nobody but himself; and whose envoy he is, two offices leave open.
    ['en', 'Adam Tal, a critic of the Houthis, said that gunmen had kidnapped two nurses.', undefined],
    [
      'en',
      'Adam Tal, the UN envoy, was once the commander of AQAP. Adam Tal, the AQAP commander, said that gunmen had kidnapped two nurses.',
      undefined,
    ],
    ['en', 'Adam Tal said that gunmen had kidnapped two nurses of the United Nations.', undefined],
  ])('is told where the text names it (%s): %s', (lang, text, id) => {
    expect(body(lang, text)).toEqual([id])
  })
})

describe('what kind of teller an actor is', () => {
  const all = createReader(loadPacks())
  const kind = (lang: string, text: string) =>
    all.read(exampleDocument(lang, text)).claims.map((c) => c.chain.at(-1)?.kind)
  test.each([
    ['en', 'The United Nations said that gunmen had kidnapped two nurses.', 'organization'],
    ['ar', 'قالت الأمم المتحدة إن مسلحين خطفوا ممرضتين.', 'organization'],
    ['en', 'The Panel of Experts on Yemen said that gunmen had kidnapped two nurses.', 'organization'],
    ['en', 'The Houthis said that gunmen had kidnapped two nurses.', 'party'],
    ['ar', 'قال الحوثيون إن مسلحين خطفوا ممرضتين.', 'party'],
  ])('%s: %s', (lang, text, expected) => {
    expect(kind(lang, text)).toEqual([expected])
  })
})
