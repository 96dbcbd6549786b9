import { secondKey } from './second-key.js'
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

/** Follows `g` and the key of a view, wherever nothing is being typed. */
export function navigationKeys(follow: (view: View) => void): (event: KeyboardEvent) => void {
  return secondKey('g', (pressed) => {
    const view = GROUPS.flatMap(({ views }) => views).find(({ key }) => key === pressed)
    if (view) follow(view)
    return view !== undefined
  })
}
