/** How far ahead of whoever takes them things are fetched. */
export interface PrefetchLimits<T> {
  /** So many wait at most. */
  most: number
  /** Nothing more is fetched while what waits weighs so much, by `weigh`. */
  heaviest: number
  weigh: (item: T) => number
}

/** The same things in the same order, fetched ahead; what goes wrong is told where it would have come. */
export async function* prefetch<T>(items: AsyncIterable<T>, limits: PrefetchLimits<T>): AsyncGenerator<T> {
  const waiting: T[] = []
  let weight = 0
  let ended = false
  const [arrived, taken] = [new Bell(), new Bell()]
  const fetch = async () => {
    try {
      for await (const item of items) {
        if (ended) return
        waiting.push(item)
        weight += limits.weigh(item)
        arrived.ring()
        while (!ended && (waiting.length >= limits.most || weight >= limits.heaviest)) await taken.heard()
      }
    } finally {
      ended = true
      arrived.ring()
    }
  }
  const fetching = fetch()
  fetching.catch(() => undefined)
  try {
    for (;;) {
      const item = waiting.shift()
      if (item !== undefined) {
        weight -= limits.weigh(item)
        taken.ring()
        yield item
      } else if (ended) break
      else await arrived.heard()
    }
    await fetching
  } finally {
    ended = true
    taken.ring()
    await fetching.catch(() => undefined)
  }
}

/** Something that one side waits for and the other tells. */
class Bell {
  private wake = () => {}

  heard(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
    })
  }

  ring(): void {
    this.wake()
  }
}
