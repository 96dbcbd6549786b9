import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inGroups } from './in-groups.js'

const LIMITS = {
  most: 3,
  heaviest: 100,
  weigh: (one: number) => one,
  wait: 20,
  apart: (group: readonly number[], one: number) => group.includes(one),
  make: async (one: number) => one,
}

/** Gives numbers one after another; a pause after those below 0. */
async function* coming(...numbers: number[]): AsyncGenerator<number> {
  for (const one of numbers) {
    yield Math.abs(one)
    if (one < 0) await pause(80)
  }
}
async function groups(items: AsyncIterable<number>): Promise<number[][]> {
  const all: number[][] = []
  for await (const group of inGroups(items, LIMITS)) all.push(group)
  return all
}

describe('things in groups', () => {
  it('closes a group that is full or heavy, and the last', async () => {
    expect(await groups(coming(1, 2, 3, 4, 5))).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
    expect(await groups(coming(99, 1, 100, 1))).toEqual([[99, 1], [100], [1]])
    expect(await groups(coming())).toEqual([])
  })

  it('keeps nothing waiting while nothing arrives', async () => {
    expect(await groups(coming(1, -2, 3))).toEqual([[1, 2], [3]])
  })

  it('gives a group away before a thing is made ready that must not be beside one of it', async () => {
    expect(await groups(coming(1, 2, 2, 3, 4))).toEqual([
      [1, 2],
      [2, 3, 4],
    ])
  })

  it('makes one ready while the next is on its way', async () => {
    const seen: string[] = []
    async function* arriving() {
      for (const one of [1, 2, 3]) {
        seen.push(`asked for ${one}`)
        yield one
      }
    }
    const make = async (one: number) => {
      await pause(5)
      seen.push(`made ${one}`)
      return one
    }
    for await (const _ of inGroups(arriving(), { ...LIMITS, make }));
    expect(seen).toEqual(['asked for 1', 'asked for 2', 'made 1', 'asked for 3', 'made 2', 'made 3'])
  })

  it('gives what came before something went wrong, and ends the source when nobody listens', async () => {
    const seen: number[][] = []
    let ended = false
    async function* failing() {
      try {
        yield* coming(1, 2, 3, 4)
        throw new Error('gone')
      } finally {
        ended = true
      }
    }
    const all = async () => {
      for await (const group of inGroups(failing(), LIMITS)) {
        seen.push(group)
        await pause(5)
      }
    }
    await expect(all()).rejects.toThrow('gone')
    expect(seen).toEqual([[1, 2, 3], [4]])
    ended = false
    for await (const _ of inGroups(failing(), LIMITS)) break
    expect(ended).toBe(true)
  })
})
