import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../captured.js'
import { openBytes } from '../open-bytes.js'
import { type FromWorker, ON_THE_WAY, type Sent, type ToWorker, type WorkerSetup } from './messages.js'

// The program of the worker: opens untrusted bytes one input after another, where it can be ended without harm.
const port = parentPort
const { knowledge, limits } = workerData as WorkerSetup
let last = Promise.resolve()
let onTheWay = 0
let wake: (() => void) | undefined

port?.postMessage({ ready: true } satisfies FromWorker)
port?.on('message', (message: ToWorker) => {
  if ('taken' in message) {
    onTheWay -= 1
    wake?.()
    return
  }
  last = last.then(() => open(message))
})

async function open({ job, input, without }: Extract<ToWorker, { input: unknown }>): Promise<void> {
  const onPart = (part: string) => port?.postMessage({ job, part } satisfies FromWorker)
  try {
    for await (const found of openBytes(input, knowledge, limits, { onPart, without })) {
      if (found.kind === 'failure') await send(job, { kind: 'failure', failure: failureOf(found.path, found.error) })
      else if (found.bytes === input.bytes) {
        const { bytes: _, ...rest } = found
        await send(job, rest)
      } else await send(job, found)
    }
  } catch (error) {
    await send(job, { kind: 'failure', failure: failureOf(input.path, error) })
  }
  port?.postMessage({ job, done: true } satisfies FromWorker)
}

async function send(job: number, found: Sent): Promise<void> {
  while (onTheWay >= ON_THE_WAY) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
  onTheWay += 1
  port?.postMessage({ job, found } satisfies FromWorker)
}
