/** How things that arrive are made ready, and when a group of them is closed. */
export interface Grouping<T, Made> {
  /** So many are together. */
  most: number
  /** What they weigh together, by `weigh`. */
  heaviest: number
  weigh: (item: T) => number
  /** Nothing arrived for so many milliseconds. */
  wait: number
  /** Whether a thing can only be made ready when this group is done with; then it opens the next one. */
  apart: (group: readonly Made[], item: T) => boolean
  /** Makes a thing ready as soon as it arrives, while what comes after it is on its way. */
  make: (item: T) => Promise<Made>
}

/** Things made ready, in groups, in the order in which they arrive; no group is empty. */
export async function* inGroups<T, Made>(
  items: AsyncIterable<T>,
  { most, heaviest, weigh, wait, apart, make }: Grouping<T, Made>,
): AsyncGenerator<Made[]> {
  const arrivals = items[Symbol.asyncIterator]()
  const ask = () => {
    const next = arrivals.next()
    // What goes wrong while a group is worked on is told when the next one is due.
    next.catch(() => undefined)
    return next
  }
  let [group, weight]: [Made[], number] = [[], 0]
  const close = () => {
    const closed = group
    ;[group, weight] = [[], 0]
    return closed
  }
  try {
    for (let next = ask(); ; ) {
      const arrived = group.length === 0 ? await next : await inTime(next, wait).catch(() => null)
      if (arrived === null) {
        yield close()
        return void (await next)
      }
      if (arrived && !arrived.done) {
        const item = arrived.value
        next = ask()
        if (group.length > 0 && apart(group, item)) yield close()
        group.push(await make(item))
        weight += weigh(item)
        if (group.length < most && weight < heaviest) continue
      }
      if (group.length > 0) yield close()
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
