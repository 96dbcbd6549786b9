/** When a group of things that arrive is closed. */
export interface GroupLimits<T> {
  /** So many are together. */
  most: number
  /** What they weigh together, by `weigh`. */
  heaviest: number
  weigh: (item: T) => number
  /** Nothing arrived for so many milliseconds. */
  wait: number
}

/** Things in groups, in the order in which they arrive; no group is empty. */
export async function* inGroups<T>(items: AsyncIterable<T>, limits: GroupLimits<T>): AsyncGenerator<T[]> {
  const { most, heaviest, weigh, wait } = limits
  const arrivals = items[Symbol.asyncIterator]()
  const ask = () => {
    const next = arrivals.next()
    // What goes wrong while a group is worked on is told when the next one is due.
    next.catch(() => undefined)
    return next
  }
  let [group, weight]: [T[], number] = [[], 0]
  try {
    for (let next = ask(); ; ) {
      const arrived = group.length === 0 ? await next : await inTime(next, wait).catch(() => null)
      if (arrived === null) {
        yield group
        return void (await next)
      }
      if (arrived && !arrived.done) {
        group.push(arrived.value)
        weight += weigh(arrived.value)
        next = ask()
        if (group.length < most && weight < heaviest) continue
      }
      if (group.length > 0) yield group
      ;[group, weight] = [[], 0]
      if (arrived?.done) return
    }
  } finally {
    await arrivals.return?.()
  }
}

/** What a promise gives, or undefined where it takes longer than so many milliseconds. */
async function inTime<T>(promise: Promise<T>, wait: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), wait)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
