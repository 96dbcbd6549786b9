import { setFlagsFromString } from 'node:v8'

/**
 * How long a function runs, in bytes of bytecode, before the engine compiles it with optimisations; its own figure is about a
 * quarter. Reading spreads its time over a thousand functions: compiled as soon as usual, most cost more than they ever save.
 */
const RUNS_BEFORE_OPTIMISED = 500_000

/** To be imported before all else: what has begun to run keeps the engine's own figure. */
setFlagsFromString(`--interrupt-budget=${RUNS_BEFORE_OPTIMISED}`)
