// How long something takes, and how to say it.

/** Processor seconds (user and system) that a piece of work takes: other work on the machine counts little. */
export function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** The best of several rounds of each piece of work, taken in turn so that a busy moment meets them all. */
export function bestOf<Name extends string>(rounds: number, work: Record<Name, () => void>): Record<Name, number> {
  const names = Object.keys(work) as Name[]
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      const time = seconds(work[name])
      // The first round warms up.
      if (round > 0) best[name] = Math.min(best[name], time)
    }
  return best
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
