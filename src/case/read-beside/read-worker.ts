import { parentPort, workerData } from 'node:worker_threads'
import { loadPacks } from '../../packs/index.js'
import { createReader } from '../../read/index.js'
import { checkedReading } from '../checked-reading.js'
import type { FromReader, ReaderSetup, ToReader } from './messages.js'

// The program of the worker: reads one document after another.
const port = parentPort
const reader = createReader(loadPacks((workerData as ReaderSetup).packs))
const send = (message: FromReader) => port?.postMessage(message)

port?.on('message', ({ job, document }: ToReader) => {
  try {
    send({ job, reading: checkedReading(reader.read(document)) })
  } catch (error) {
    send({ job, error })
  }
})
send({ ready: reader.version.packs })
