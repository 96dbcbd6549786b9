import { describe, expect, test } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { exampleDocument } from '../check-example.js'
import { createReader } from '../read.js'

const reader = createReader(loadPacks())
const types = (language: string, text: string) => reader.read(exampleDocument(language, text)).claims.map((c) => c.type)

const REGATTA =
  'The harbour was full by noon. The Danish crew attacked the leaders at the second buoy. They captured the lead and held it to the finish.'
const MARKET = 'اكتظ السوق بالزبائن منذ الصباح. وهاجم التجار البلدية بسبب رسوم النظافة. وهددوا بإغلاق المحال أسبوعا.'

describe('what a text is about', () => {
  test.each([
    ['en', REGATTA],
    ['ar', MARKET],
  ])('%s: three sentences without an armed party claim nothing', (language, text) => {
    expect(types(language, text)).toEqual([])
  })

  test.each([
    ['a word for those who bear arms', `Gunmen watched from the quay. ${REGATTA}`],
    ['a known armed body', `The boats carried the flag of the Houthis. ${REGATTA}`],
  ])('%s lets the same words claim something', (_, text) => {
    expect(types('en', text)).toContain('attack')
  })

  test.each([
    ['en', 'The striker fired at goal like a soldier. The goalkeeper and two defenders attacked the referee.'],
    ['ar', 'هاجم المنتخب مرمى الضيوف كالجنود. وسدد اللاعب ركلة جزاء في الشوط الثاني من المباراة.'],
  ])('%s: words of another subject outweigh a figure of speech', (language, text) => {
    expect(types(language, text)).toEqual([])
  })

  test('a stadium in a report on fighters leaves it one', () => {
    const text = 'Gunmen of the brigade attacked soldiers near the stadium. Two fighters and a soldier were killed.'
    expect(types('en', text)).toContain('attack')
  })

  test('a sentence alone says too little of its subject to be judged', () => {
    expect(types('en', 'The men attacked a village near the border on Friday.')).toContain('attack')
  })

  test('in a long text one figure of speech is not enough', () => {
    const long = `${REGATTA} An army of gulls followed the boats. The mayor gave out the cups. It rained after that.`
    expect(types('en', long)).toEqual([])
    expect(types('en', `${long} Soldiers closed the quay.`)).toContain('attack')
  })
})
