/** How long after the first key the second is waited for, in milliseconds. */
const PATIENCE_MS = 1500

/** What is read of a key that is pressed: a `KeyboardEvent` is one, and a test can write its own. */
export interface KeyPress {
  key: string
  /** Milliseconds since the page was opened. */
  timeStamp: number
  target: unknown
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented: boolean
  preventDefault(): void
  stopImmediatePropagation(): void
}

/**
 * Listens for two keys pressed one after the other, wherever nothing is being typed. `follow` is given the second key and
 * tells whether it leads anywhere; if so, the view that is left does not hear of it.
 */
export function secondKey(first: string, follow: (key: string) => boolean): (event: KeyPress) => void {
  let begun = Number.NEGATIVE_INFINITY
  return (event) => {
    const typing = (event.target as { closest?(selector: string): unknown } | null)?.closest?.(
      'input:not([type=checkbox]), select, textarea, [contenteditable]',
    )
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const waiting = event.timeStamp - begun < PATIENCE_MS
    begun = !waiting && event.key === first ? event.timeStamp : Number.NEGATIVE_INFINITY
    if (!waiting || !follow(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}
