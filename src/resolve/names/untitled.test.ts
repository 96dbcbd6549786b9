import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { untitled } from './untitled.js'

const { titles } = loadPacks()

describe('a name without the titles before it', () => {
  it.each([
    ['Colonel Salim Hadi', 'Salim Hadi'],
    ['Mr. Anders Holm', 'Anders Holm'],
    ['Brigadier General Nasser Bahumaid', 'Nasser Bahumaid'],
    ['Major-General Nasser Bahumaid', 'Nasser Bahumaid'],
    ['Crown Prince Faris Adnan', 'Faris Adnan'],
    ['العقيد سالم هادي', 'سالم هادي'],
    ['العميد/ ناصر باحميد', 'ناصر باحميد'],
    ['الشيخ الدكتور ناصر باحميد', 'ناصر باحميد'],
    ['السيد أندرس هولم', 'أندرس هولم'],
  ])('%s', (name, bare) => expect(untitled(name, titles)).toBe(bare))

  it.each([
    ['a title alone', 'the Colonel'],
    ['a title alone', 'Colonel'],
    ['titles alone', 'Brigadier General'],
    ['titles alone', 'Mr. Colonel'],
    ['a title alone', 'العقيد'],
    ['a family name like a title', 'Salim King'],
    ['a family name like a title', 'سالم القاضي'],
    ['a given name like a title', 'Amir Hassan'],
    ['a given name like a title', 'المختار سالم هادي'],
    ['a longer word that begins like one', 'Generalov Ivan'],
    ['no title', 'Salim bin Hadi'],
  ])('%s stays: %s', (_, name) => expect(untitled(name, titles)).toBe(name))

  it('keeps the title where fewer words of a name would be left than asked for', () => {
    expect(untitled('Sheikh Hamid', titles)).toBe('Hamid')
    expect(untitled('Sheikh Hamid', titles, 2)).toBe('Sheikh Hamid')
    expect(untitled('الشيخ حامد', titles, 2)).toBe('الشيخ حامد')
  })
  it('without the packs’ words every name stays', () =>
    expect(untitled('Colonel Salim Hadi', undefined)).toBe('Colonel Salim Hadi'))
})
