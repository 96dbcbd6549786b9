import { describe, expect, it } from 'vitest'
import { context, said } from '../../test/support/weighing.js'
import { leaveOut } from './leave-out.js'

describe('leaveOut', () => {
  it('leaves a claim out wherever in its chain the outlet stands', () => {
    const relayed = said('a', ['agency: gulf-wire', 'un'], { outlet: 'south-post' })
    expect(leaveOut([relayed], { outlets: ['gulf-wire'] }, context)).toEqual([])
    expect(leaveOut([relayed], { outlets: ['north-news'] }, context)).toEqual([relayed])
  })
  it('leaves out what somebody passed on who is not believed, though its origin is another', () => {
    const relayed = said('a', ['un-poe', 'anonymous: a secret source'])
    expect(leaveOut([relayed], { origins: ['un-poe'] }, context)).toEqual([])
    expect(leaveOut([relayed], { origins: ['somebody else'] }, context)).toEqual([relayed])
  })
  it('leaves out an unnamed source by its description, and no other', () => {
    const [one, other] = [said('a', ['anonymous: a security source']), said('b', ['anonymous: a tribal elder'])]
    const third = said('c', ['agency: gulf-wire', 'anonymous: A security source'])
    expect(leaveOut([one, other, third], { origins: ['a security source'] }, context)).toEqual([other])
  })
  it('leaves out an outlet that a text takes for any organization', () => {
    const relayed = said('a', ['organization: Harbour Courier'])
    expect(leaveOut([relayed], { outlets: ['Harbour Courier'] }, context)).toEqual([])
  })
  it.each([
    ['Anders Holm', 'official: Mr. Anders Holm'],
    ['Mr. Anders Holm', 'official: Anders Holm'],
    ['العقيد سالم هادي', 'expert: سالم هادي'],
    ['Colonel Salim Hadi', 'official: Brigadier General Salim Hadi'],
  ])('leaves out %s, whatever his titles', (name, told) => {
    const own = said('a', [told])
    const passed = said('b', [told, 'anonymous: a secret source'])
    const another = said('c', ['official: Mr. Anders Berg'])
    expect(leaveOut([own, passed, another], { origins: [name] }, context)).toEqual([another])
  })
  it('keeps a body apart whose name begins like a title', () => {
    const command = said('a', ['organization: General Command of the Coast'])
    expect(leaveOut([command], { origins: ['Command of the Coast'] }, context)).toEqual([command])
  })
  it('leaves out what a body says when the body above it is not believed', () => {
    const panel = said('a', ['un-poe'])
    expect(leaveOut([panel], { origins: ['un'] }, context)).toEqual([])
  })
})
