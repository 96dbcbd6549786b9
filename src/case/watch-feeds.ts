import { setTimeout as wait } from 'node:timers/promises'
import { delayOf, type RobotsMemory } from '../capture/index.js'
import { appendLog, documentsAt, newestCustody } from '../store/index.js'
import { addOne } from './add-documents.js'
import type { AddResult, WatchOptions } from './case.js'
import type { CaseContext } from './context.js'
import { finishWork } from './link-documents.js'
import type { CapturedInput } from './steps.js'
import { recordCustody, storeContainer } from './store-custody.js'

/** Milliseconds between two pages of one round: a visitor, not a crawler. */
const BETWEEN_PAGES = 1_000
/** Minutes between two rounds, at least. */
const SHORTEST = 5
/** Seconds that a site's own wish for a pause (`Crawl-delay`) may cost between two pages. */
const LONGEST_PAUSE = 60
/** Rounds that failed double the wait, up to a day. */
const LONGEST = 24 * 60

/**
 * Polls feeds and captures the page behind each entry that is not in the case yet; where a page cannot be had, the
 * entry itself. A feed is asked with the conditions (`ETag`, `Last-Modified`) of its last answer, and is kept as it
 * came, so that what it listed can be shown. Goes on until `signal` aborts; with `once`, one round.
 *
 * A visitor keeps the house's rules: a page that its site's `robots.txt` (RFC 9309) closes to programs is not fetched,
 * the pause it asks for is kept, and a server that answers `Retry-After` is not asked again before.
 */
export async function watchFeeds(
  context: CaseContext,
  feeds: readonly string[],
  options: WatchOptions,
): Promise<AddResult> {
  const total: AddResult = { added: [], unchanged: [], failed: [], files: [] }
  const closed = new ClosedUntil()
  let failures = 0
  for (;;) {
    const before = total.failed.length
    const robots: RobotsMemory = new Map()
    for (const feed of feeds) await poll(context, feed, options, { robots, closed }, total)
    await finishWork(context)
    failures = total.failed.length > before ? failures + 1 : 0
    options.onRound?.(total)
    if (options.once || options.signal?.aborted) return total
    const minutes = Math.min(Math.max(options.everyMinutes ?? 30, SHORTEST) * 2 ** failures, LONGEST)
    await wait(minutes * 60_000, undefined, options.signal ? { signal: options.signal } : {}).catch(() => undefined)
    if (options.signal?.aborted) return total
  }
}

/** What servers asked for: their rules, read anew at each round, and until when they wish to be left alone. */
interface Manners {
  robots: RobotsMemory
  closed: ClosedUntil
}

/** Sites that asked not to be asked again for a while. */
class ClosedUntil {
  readonly #until = new Map<string, number>()

  /** Notes what a failure says. */
  note(url: string, { retryAfter }: { retryAfter?: number }): void {
    if (retryAfter !== undefined) this.#until.set(new URL(url).origin, Date.now() + retryAfter * 1000)
  }

  has(url: string): boolean {
    return URL.canParse(url) && (this.#until.get(new URL(url).origin) ?? 0) > Date.now()
  }
}

async function poll(
  context: CaseContext,
  feed: string,
  options: WatchOptions,
  manners: Manners,
  total: AddResult,
): Promise<void> {
  if (manners.closed.has(feed)) return
  const { store, steps, now } = context
  const given = {
    now,
    onProgress: () => undefined,
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.allowHosts ? { allowHosts: options.allowHosts } : {}),
  }
  const last = await store.read((tx) => newestCustody(tx, `feed ${feed}`))
  const entries: Extract<CapturedInput, { document: unknown }>[] = []
  for await (const one of steps.capture([feed], { ...given, conditions: conditionsOf(last?.headers) })) {
    if (!one.ok) {
      const { ok: _, ...failure } = one
      manners.closed.note(feed, failure)
      total.failed.push(failure)
    } else if (one.kind === 'container') {
      const { path, format, notes } = one
      total.files.push({ id: await storeContainer(context, one, now), path, format, notes })
      // Noted at each answer, so that the next round's conditions are those of the newest.
      await store.write(async (tx) => {
        const at = now()
        const custody = await recordCustody(tx, { kind: 'again', input: one, same: 'bytes' }, at, `feed ${feed}`)
        await appendLog(tx, { at, kind: 'capture', subject: custody.id, data: { custody: custody.hash } })
      })
    } else if (one.kind !== 'known') entries.push(one)
  }
  for (const entry of entries)
    await capturePage(context, entry, options, { ...given, robots: manners.robots }, manners.closed, total)
}

async function capturePage(
  context: CaseContext,
  entry: Extract<CapturedInput, { document: unknown }>,
  options: WatchOptions,
  given: { now: () => string; onProgress: () => void; robots: RobotsMemory },
  closed: ClosedUntil,
  total: AddResult,
): Promise<void> {
  const url = entry.document.url
  const known = async (key: string) => (await context.store.read((tx) => documentsAt(tx, key))).length > 0
  if (!url || options.signal?.aborted) return
  if ((await known(`page ${url}`)) || (await known(`entry ${url}`))) return
  const result: AddResult = { added: [], unchanged: [], failed: [], files: [] }
  for await (const page of closed.has(url) ? [putOff(url)] : context.steps.capture([url], given)) {
    if (!page.ok) closed.note(url, page)
    // A redirect gives another address than the one listed: the listed one must be found at the next round.
    await addOne(context, page, { now: context.now }, result, `page ${url}`)
  }
  if (result.failed.length) await addOne(context, entry, { now: context.now }, result)
  for (const key of ['added', 'unchanged', 'failed', 'files'] as const) total[key].push(...(result[key] as never[]))
  const asked = Math.min((await delayOf(given.robots, url)) ?? 0, LONGEST_PAUSE) * 1000
  await wait(Math.max(options.pauseMs ?? BETWEEN_PAGES, asked))
}

/** A page that is not asked for now, because its server wishes it. */
const putOff = (url: string): Extract<CapturedInput, { ok: false }> => ({
  ok: false,
  path: url,
  code: 'fetch-failed',
  message: `${new URL(url).host} asked not to be asked again for now`,
  hint: 'Add the address later.',
})

function conditionsOf(headers: readonly [string, string][] = []): Record<string, string> {
  const value = (name: string) => headers.find(([one]) => one === name)?.[1]
  const etag = value('etag')
  const modified = value('last-modified')
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(modified ? { 'if-modified-since': modified } : {}) }
}
