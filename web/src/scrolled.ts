/** How far each step of the history was scrolled; a page that reads its lists again is too short for the browser to go back to. */
const scrolled = new Map<number, number>()
let step = 0
/** Until when, in ms, the page grows and its scrolling is not the reader's. */
let growing = false
/** Milliseconds after which a page is as long as it will be. */
const PATIENCE = 4000

const stepOf = (state: unknown) => (state as { step?: number } | null)?.step ?? 0

/** Makes a further step of the history. */
export function leaveStep(href: string) {
  scrolled.set(stepOf(history.state), scrollY)
  step = Math.max(step, stepOf(history.state)) + 1
  history.pushState({ step }, '', href)
}

/** Remembers how far each step is scrolled while the reader is there. */
export function keepScrolled() {
  step = stepOf(history.state)
  addEventListener(
    'scroll',
    () => {
      if (!growing) scrolled.set(stepOf(history.state), scrollY)
    },
    { passive: true },
  )
}

/** Scrolls to where the reader left this step, as soon as the page is long enough; not any more once he scrolls by himself. */
export function comeBack() {
  const wanted = scrolled.get(stepOf(history.state))
  if (wanted === undefined) return
  const end = Date.now() + PATIENCE
  growing = true
  const stop = new AbortController()
  const leave = () => {
    growing = false
    stop.abort()
  }
  for (const event of ['wheel', 'keydown', 'pointerdown', 'popstate'])
    addEventListener(event, leave, { signal: stop.signal, passive: true })
  const look = () => {
    if (stop.signal.aborted) return
    const longEnough = document.documentElement.scrollHeight - innerHeight >= wanted
    if (longEnough) scrollTo(0, wanted)
    if (longEnough || Date.now() > end) leave()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
