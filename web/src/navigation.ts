import type { Role } from './who.svelte.js'
import type { Word } from './words.svelte.js'

/** A view of the navigation: its address, its word, the key that reaches it after `g`. */
export interface View {
  path: string
  word: Word
  key: string
  /** Who may use it at all; a view that would only refuse is not offered. */
  role?: Role
}

/** The views in their groups: what is found, what it is found in, what is done. The first of a group is its address. */
export const GROUPS: { word: Word; views: View[] }[] = [
  { word: 'nav.case', views: [{ path: '', word: 'nav.case', key: 'c' }] },
  {
    word: 'nav.reported',
    views: [
      { path: 'relationships', word: 'nav.relationships', key: 'r' },
      { path: 'incidents', word: 'nav.incidents', key: 'i' },
      { path: 'network', word: 'nav.network', key: 'n' },
    ],
  },
  {
    word: 'nav.material',
    views: [
      { path: 'claims', word: 'nav.claims', key: 'l' },
      { path: 'documents', word: 'nav.documents', key: 'd' },
      { path: 'names', word: 'nav.names', key: 'a' },
      { path: 'sources', word: 'nav.sources', key: 's' },
    ],
  },
  {
    word: 'nav.work',
    views: [
      { path: 'review', word: 'nav.review', key: 'v', role: 'analyst' },
      { path: 'report', word: 'nav.report', key: 'p' },
      { path: 'add', word: 'nav.add', key: '+', role: 'analyst' },
    ],
  },
]

/** How long after `g` the second key is waited for, in milliseconds. */
const PATIENCE_MS = 1500

/** Follows `g` and the key of a view, wherever nothing is being typed. */
export function navigationKeys(follow: (view: View) => void): (event: KeyboardEvent) => void {
  let begun = 0
  return (event) => {
    const typing = (event.target as Element | null)?.closest?.(
      'input:not([type=checkbox]), select, textarea, [contenteditable]',
    )
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const waiting = event.timeStamp - begun < PATIENCE_MS
    begun = !waiting && event.key === 'g' ? event.timeStamp : 0
    if (begun > 0 || !waiting) return
    const view = GROUPS.flatMap(({ views }) => views).find(({ key }) => key === event.key)
    if (!view) return
    event.preventDefault()
    // The keys of the view that is left, such as the review's own, must not hear of it.
    event.stopImmediatePropagation()
    follow(view)
  }
}
