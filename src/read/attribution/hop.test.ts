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
})
