// How long something takes, and how to say it.

/** Processor seconds (user and system) that a piece of work takes: other work on the machine counts little. */
export function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Seconds that a piece of work takes the first time, and at best once its rate is steady. */
export interface ColdAndWarm {
  cold: number
  warm: number
}

/** Rounds in which no piece gets faster by more than `GAIN`, before the rates are held to be steady. */
const STEADY = 5
const GAIN = 0.03
const MOST_ROUNDS = 60

/**
 * Takes pieces of work in turn, each once for its cold time (in the order given: what an earlier piece shares with a later
 * one is no longer cold there), then until the rate of all is steady or `most` processor seconds are spent.
 */
export function coldAndWarm<Name extends string>(
  work: Record<Name, () => void>,
  most: number,
): { times: Record<Name, ColdAndWarm>; rounds: number } {
  const names = Object.keys(work) as Name[]
  const times = {} as Record<Name, ColdAndWarm>
  for (const name of names) {
    const cold = seconds(work[name])
    times[name] = { cold, warm: cold }
  }
  let spent = 0
  let rounds = 1
  for (let quiet = 0; quiet < STEADY && rounds < MOST_ROUNDS && spent < most; rounds++) {
    let gained = false
    for (const name of names) {
      const time = seconds(work[name])
      spent += time
      if (time < times[name].warm * (1 - GAIN)) gained = true
      times[name].warm = Math.min(times[name].warm, time)
    }
    quiet = gained ? 0 : quiet + 1
  }
  return { times, rounds }
}

/** The text behind an option (`--case my-bench`); undefined without it. */
export function textOption(options: readonly string[], name: string): string | undefined {
  return options.includes(name) ? options[options.indexOf(name) + 1] : undefined
}

/** The number behind an option (`--documents 100000`), or what holds without it. */
export function numberOption(options: readonly string[], name: string, otherwise: number): number {
  const at = options.indexOf(name)
  const value = at < 0 ? otherwise : Number(options[at + 1])
  if (!Number.isFinite(value)) throw new Error(`${name} ${options[at + 1]}: not a number. Next: ${name} 1000`)
  return value
}
