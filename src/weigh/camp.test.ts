import { describe, expect, it } from 'vitest'
import { world } from '../../test/support/linking.js'
import { context, said } from '../../test/support/weighing.js'
import { campOf, voiceOf } from './camp.js'
import { weighInterest } from './weigh-interest.js'

const watching = {
  ...world,
  entities: new Map(
    [...world.entities].map(([id, one]) => [id, id === 'un' ? { ...one, sort: 'observing-body' } : one] as const),
  ),
  ontology: { ...world.ontology, kinds: { actors: { 'observing-body': { observer: true }, 'armed-group': {} } } },
}

describe('the camp that says it', () => {
  it.each([
    ['a party', ['party: houthis'], 'houthis'],
    ['a body of a party', ['party: giants'], 'stc'],
    ['a spokesman', ['official: stc-spokesman'], 'stc'],
    ['one who only watches', ['un'], undefined],
    ['a body of one who only watches', ['un-poe'], undefined],
    ['a party whom one who watches quotes', ['un-poe', 'party: houthis'], 'houthis'],
    ['an unnamed source', ['anonymous: a security source'], undefined],
  ])('of %s', (_, chain, camp) => expect(campOf(said('a', chain), watching)).toBe(camp))

  it('whoever watches is heard all the same: a third party says it', () => {
    const panel = said('a', ['un-poe'])
    expect(voiceOf(panel, watching)).toBe('un')
    const { sides } = weighInterest([panel], { ...context, packs: watching })
    expect(sides).toMatchObject([{ camp: 'un', stance: 'neither' }])
  })
})
