import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    // A decision taken back links its claims again before the screen follows: the default of one second is too
    // short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // Packs are read and compiled once a worker, not once a file.
    isolate: false,
  },
})
