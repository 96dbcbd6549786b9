import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inGroups } from './in-groups.js'

const LIMITS = { most: 3, heaviest: 100, weigh: (one: number) => one, wait: 20 }

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
