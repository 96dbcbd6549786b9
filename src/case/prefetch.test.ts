import { describe, expect, it } from 'vitest'
import { prefetch } from './prefetch.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
const turns = async (n: number) => {
  for (let i = 0; i < n; i++) await turn()
}
const limits = { most: 3, heaviest: 100, weigh: (n: number) => n }

function counted(numbers: readonly number[], failAfter = Number.POSITIVE_INFINITY) {
  const state = { given: 0, closed: false }
  async function* items() {
    try {
      for (const n of numbers) {
        if (state.given >= failAfter) throw new Error('the source ended badly')
        state.given += 1
        yield n
      }
    } finally {
      state.closed = true
    }
  }
  return { state, items: items() }
}

async function all(items: AsyncIterable<number>): Promise<number[]> {
  const taken: number[] = []
  for await (const n of items) taken.push(n)
  return taken
}

describe('prefetch', () => {
  it('gives all in their order, also where there is nothing', async () => {
    const numbers = Array.from({ length: 50 }, (_, i) => i)
    expect(await all(prefetch(counted(numbers).items, limits))).toEqual(numbers)
    expect(await all(prefetch(counted([]).items, limits))).toEqual([])
  })

  it('fetches while the taker is busy, and no further than it may', async () => {
    const { state, items } = counted([1, 2, 3, 4, 5, 6, 7, 8])
    const ahead = prefetch(items, limits)
    expect((await ahead.next()).value).toBe(1)
    await turns(20)
    expect(state.given).toBe(4)
    expect(await all(ahead)).toEqual([2, 3, 4, 5, 6, 7, 8])
  })

  it('stops fetching where what waits is heavy', async () => {
    const { state, items } = counted([60, 60, 60, 60])
    const ahead = prefetch(items, limits)
    await ahead.next()
    await turns(20)
    expect(state.given).toBe(3)
    expect(await all(ahead)).toEqual([60, 60, 60])
  })

  it('gives what came before a failure, and then the failure', async () => {
    const taken: number[] = []
    const take = async () => {
      for await (const n of prefetch(counted([1, 2, 3], 2).items, limits)) taken.push(n)
    }
    await expect(take()).rejects.toThrow('ended badly')
    expect(taken).toEqual([1, 2])
  })

  it('closes the source where the taker stops', async () => {
    const { state, items } = counted([1, 2, 3, 4, 5, 6, 7, 8])
    for await (const n of prefetch(items, limits)) if (n === 2) break
    expect(state.closed).toBe(true)
    expect(state.given).toBeLessThan(8)
  })
})
