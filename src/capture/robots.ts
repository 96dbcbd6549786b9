import robots from 'robots-parser'
import { captureError } from './captured.js'
import { type FetchLimits, fetchPage } from './fetch-page.js'

/** Its types tell of a `default` that its CommonJS module, being the function itself, does not have. */
const robotsParser = robots as unknown as typeof robots.default

/** What one site's `robots.txt` says to this program. */
interface SiteRules {
  allows(url: string): boolean
  /** Why they could not be read, where they could not: nothing is allowed then. */
  unread?: string
  /** Seconds that it asks for between two pages, where it does. */
  delay: number | undefined
}

/** What sites' `robots.txt` said, by origin; a caller keeps one for as long as it holds the answers to be true. */
export type RobotsMemory = Map<string, Promise<SiteRules>>

/** As the program names itself to servers. */
const AGENT = 'isnad'
/** RFC 9309, 2.5: at least this much must be read of it. */
const LARGEST = 512 * 1024

/**
 * Throws `fetch-failed` where the site of an address asks programs not to fetch it (RFC 9309). A site without a
 * `robots.txt` allows all; one whose server fails allows nothing for now.
 */
export async function askRobots(memory: RobotsMemory, url: string, limits: FetchLimits): Promise<void> {
  const { allows, unread } = await rulesOf(memory, url, limits)
  if (allows(url)) return
  const robots = new URL('/robots.txt', url).href
  throw captureError(
    'fetch-failed',
    unread === undefined
      ? `${robots} asks programs not to fetch ${url}`
      : `${robots} could not be read, so ${url} is not fetched: ${unread}`,
    'Open it in a browser and add the saved page; or add the address itself, which is a visit of yours.',
  )
}

/** Seconds that an address's site asks for between two pages; undefined where it was not asked or says nothing. */
export async function delayOf(memory: RobotsMemory, url: string): Promise<number | undefined> {
  return (await memory.get(new URL(url).origin))?.delay
}

function rulesOf(memory: RobotsMemory, url: string, limits: FetchLimits): Promise<SiteRules> {
  const { origin } = new URL(url)
  const known = memory.get(origin) ?? readRules(`${origin}/robots.txt`, limits)
  memory.set(origin, known)
  return known
}

async function readRules(address: string, limits: FetchLimits): Promise<SiteRules> {
  const { headers: _, ...plain } = limits
  try {
    const { bytes } = await fetchPage(address, { ...plain, maxBytes: LARGEST })
    const rules = robotsParser(address, new TextDecoder().decode(bytes))
    return { allows: (url) => rules.isAllowed(url, AGENT) !== false, delay: rules.getCrawlDelay(AGENT) }
  } catch (error) {
    // 2.3.1.3: "unavailable" (4xx) allows all; 2.3.1.4: "unreachable" (5xx, no answer) allows nothing.
    const status = (error as { status?: number }).status ?? 0
    if (status >= 400 && status < 500) return { allows: () => true, delay: undefined }
    return { allows: () => false, unread: error instanceof Error ? error.message : String(error), delay: undefined }
  }
}
