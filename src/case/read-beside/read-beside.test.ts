import { describe, expect, it, vi } from 'vitest'
import { Document, type Reading } from '../../model/index.js'
import { loadPacks } from '../../packs/index.js'
import { createReader } from '../../read/index.js'
import { checkedReading } from '../checked-reading.js'
import { ReadBeside } from './read-beside.js'

const packs = loadPacks()
const reader = createReader(packs)

/** Reports that are all different. */
const documents = Array.from({ length: 60 }, (_, i) =>
  Document.parse({
    id: `sha256:${String(i).padStart(64, '0')}`,
    path: `report-${i}.txt`,
    language: i % 2 ? 'ar' : 'en',
    text: i % 2 ? `أفرجت جماعة الحوثي عن ${i + 20} أسيراً في تعز.` : `The Houthis released ${i + 20} prisoners in Taiz.`,
    captured: '2024-05-09T00:00:00Z',
  }),
)

function counting() {
  const read = vi.fn((document: Document): Reading => reader.read(document))
  return { version: reader.version, read }
}

/** Waits until the worker can read, so that what it is given next does not depend on how fast it starts. */
async function started(beside: ReadBeside): Promise<void> {
  await vi.waitFor(() => expect(beside.state).toBe('reading'), { timeout: 60_000, interval: 20 })
}

describe('reading beside', () => {
  it('gives what reading here gives, in a worker from some documents on', { timeout: 90_000 }, async () => {
    const own = counting()
    const beside = new ReadBeside(own, packs.asked)
    const first = documents.slice(0, 30).map((document) => beside.begin(document))
    await started(beside)
    const begun = [...first, ...documents.slice(30).map((document) => beside.begin(document))]
    const readings: Reading[] = []
    for (const ask of begun) readings.push(await ask())
    await beside.close()
    expect(readings).toEqual(documents.map((document) => checkedReading(reader.read(document))))
    expect(readings.every(({ claims }) => claims.length > 0)).toBe(true)
    expect(own.read.mock.calls.length).toBeLessThan(60)
  })

  it('reads here where the worker would read with other packs', { timeout: 90_000 }, async () => {
    const own = { ...counting(), version: { ...reader.version, packs: 'older' } }
    const beside = new ReadBeside(own, packs.asked)
    const begun = documents.map((document) => beside.begin(document))
    await vi.waitFor(() => expect(beside.state).toBe('gone'), { timeout: 60_000, interval: 20 })
    for (const ask of begun) expect((await ask()).document.path).toMatch(/^report-/)
    await beside.close()
    expect(own.read).toHaveBeenCalledTimes(documents.length)
  })

  it('reads here without packs, and tells what cannot be read to whoever asks', async () => {
    const failing = { version: reader.version, read: () => raise('this one cannot be read') }
    const beside = new ReadBeside(failing, undefined)
    const asks = documents.slice(0, 40).map((document) => beside.begin(document))
    for (const ask of asks) await expect(ask()).rejects.toThrow('cannot be read')
    await beside.close()
  })
})

function raise(message: string): never {
  throw new Error(message)
}
