import { comeBack, keepScrolled, leaveStep } from './scrolled.js'

/** Where the reader is: the path and query of the address, which can be shared and bookmarked. */
class Place {
  path = $state(location.pathname)
  search = $state(location.search)
  params = $derived(new URLSearchParams(this.search))
  /** The parts of the path, decoded. */
  parts = $derived(this.path.split('/').filter(Boolean).map(decodeURIComponent))

  read() {
    this.path = location.pathname
    this.search = location.search
  }
}

export const place = new Place()

/** Goes to an address of this case. `replace` leaves no step in the history. */
export function go(href: string, options: { replace?: boolean } = {}) {
  const moved = new URL(href, location.href).pathname !== location.pathname
  if (options.replace) history.replaceState(history.state, '', href)
  else leaveStep(href)
  place.read()
  if (moved) {
    lastSet = undefined
    scrollTo(0, 0)
    document.getElementById('content')?.focus({ preventScroll: true })
  }
}

/** Milliseconds within which turning the same thing on is one step: a slider that is pulled, a wheel, words being typed. */
const ONE_GO = 1000
let lastSet: { names: string; at: number } | undefined

/**
 * Sets query parameters of the present address; undefined or empty ones are removed. A step of the history, which Back undoes;
 * what is set over and over in one go is one step. `replace`: no step, for what only says where on the page the reader is.
 */
export function setParams(
  changes: Record<string, string | readonly string[] | undefined>,
  { replace = false }: { replace?: boolean } = {},
) {
  const names = Object.keys(changes).join()
  const goesOn = lastSet?.names === names && Date.now() - lastSet.at < ONE_GO
  const params = new URLSearchParams(place.search)
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const one of Array.isArray(value) ? value : [value]) if (one) params.append(name, one)
  }
  const text = params.toString()
  const href = place.path + (text && `?${text}`)
  if (href !== place.path + place.search) go(href, { replace: replace || goesOn })
  lastSet = { names, at: Date.now() }
}

/** Lets links of this case change the view without loading the page again; everything else stays the browser's. */
export function followLinks() {
  addEventListener('popstate', () => {
    lastSet = undefined
    place.read()
    comeBack()
  })
  keepScrolled()
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = (event.target as Element).closest?.('a')
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    go(link.pathname + link.search)
  })
}
