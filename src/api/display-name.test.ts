import { expect, it } from 'vitest'
import type { Entity, Name } from '../model/index.js'
import { displayName, initials } from './display-name.js'

const name = (text: string, lang: string, kind: Name['kind']): Name => ({ name: text, lang, kind })
const entity = (rest: Partial<Entity>): Entity => ({ id: 'x', kind: 'actor', names: [], from: 'pack', ...rest })

it.each([
  ['Salim Ahmad', 'S. A.'],
  ['Abd al-Rahman bin Ali', 'A. R. A.'],
  ['سالم أحمد', 'س. أ.'],
  ['محمد بن علي الحارثي', 'م. ع. ح.'],
  ['S. A.', 'S. A.'],
])('%s → %s', (full, short) => {
  expect(initials(full)).toBe(short)
})

it('the short name before the full one; a hostile name never', () => {
  const names = [
    name('hill bandits', 'en', 'hostile'),
    name('Highland Guard of the Valley', 'en', 'full'),
    name('Highland Guard', 'en', 'short'),
    name('عصابات التلال', 'ar', 'hostile'),
  ]
  expect(displayName(entity({ names }))).toEqual({ en: 'Highland Guard', ar: 'Highland Guard' })
  expect(displayName(entity({ names: [name('hill bandits', 'en', 'hostile')] }))).toEqual({ en: 'x', ar: 'x' })
})

it.each([
  ['public-figure', 'Nabil Sarhan'],
  ['member-as-reported', 'N. S.'],
  ['victim', 'N. S.'],
  [undefined, 'N. S.'],
] as const)('a person whose standing is %s appears as %s', (standing, shown) => {
  const person = entity({ kind: 'person', names: [name('Nabil Sarhan', 'en', 'full')], ...(standing && { standing }) })
  expect(displayName(person).en).toBe(shown)
})
