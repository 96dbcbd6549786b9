import { describe, expect, it } from 'vitest'
import { caseLocation, parseLocation, printable } from './location.js'

describe('parseLocation', () => {
  it('tells a directory from a database', () => {
    expect(parseLocation('cases/aden')).toEqual({ engine: 'sqlite', caseId: 'main', directory: 'cases/aden' })
    expect(parseLocation('postgres://u@h/d#aden')).toEqual({
      engine: 'postgres',
      caseId: 'aden',
      url: 'postgres://u@h/d',
    })
    expect(parseLocation('postgresql://h/d')).toMatchObject({ caseId: 'main' })
  })

  it('refuses an id that is no plain word', () => {
    expect(() => parseLocation('postgres://h/d#A b')).toThrow(/cannot be the id/)
  })
})

describe('caseLocation', () => {
  it('is the name itself without a database, and a case in the database with one', () => {
    expect(caseLocation('aden', {})).toBe('aden')
    const env = { ISNAD_DATABASE: 'postgres://u@h/d' }
    expect(caseLocation('Aden 2024', env)).toBe('postgres://u@h/d#aden-2024')
    expect(caseLocation('./aden', env)).toBe('./aden')
    expect(caseLocation('postgres://x/y#z', env)).toBe('postgres://x/y#z')
  })
})

it('prints no password', () => {
  expect(printable('postgres://u:p%40ss@h/d#a')).toBe('postgres://u@h/d#a')
  expect(printable('postgres://u@h/d')).toBe('postgres://u@h/d')
})
