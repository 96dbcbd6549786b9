import type { Both, List } from './answers.js'
import { get, type Path, query } from './api.js'
import { type Resource, resource } from './resource.svelte.js'

/** A list of which more is read when asked for. */
export interface Paged<T> extends Resource<List<T> & { names: Record<string, Both> }> {
  /** The same page by page, as it was read; `from`: how many rows stand before. */
  readonly pages: readonly { from: number; items: readonly T[]; names: Record<string, Both> }[]
  /** Reads the next page; undefined where nothing is left. */
  readonly more: (() => void) | undefined
  /** Whether the last page asked for could not be read: the list began anew, and the next page is only read by hand. */
  readonly stopped: boolean
}

type OnePage<T> = List<T> & { names?: Record<string, Both> }
interface Further<T> {
  of: OnePage<T> | undefined
  pages: OnePage<T>[]
}

/** The lists whose further pages are remembered, so that who comes back finds a list as long as he left it. */
const MOST = 20
const left = new Map<string, Further<unknown>>()
function remember(path: string, further: Further<unknown>) {
  left.delete(path)
  left.set(path, further)
  if (left.size > MOST) left.delete(left.keys().next().value!)
}

/** A list, page by page; begins anew whenever its path changes. To be called while a component is made. */
export function paged<T>(path: () => Path<OnePage<T>>): Paged<T> {
  const asked = $derived(path())
  const first = resource<OnePage<T>>(() => asked)
  let read = $state(0)
  const further = $derived.by(() => {
    void read
    return left.get(asked) as Further<T> | undefined
  })
  let busy = $state(false)
  let stopped = $state(false)
  // Pages that follow another first page, of another path or another state of the case, are no longer of this list.
  const pages = $derived(first.data ? [first.data, ...(further?.of === first.data ? further.pages : [])] : [])
  const next = $derived(pages.at(-1)?.next)
  const data = $derived(
    first.data && {
      ...first.data,
      items: pages.flatMap(({ items }) => items),
      names: Object.assign({}, ...pages.map(({ names }) => names)) as Record<string, Both>,
    },
  )
  const rows = $derived.by(() => {
    let from = 0
    return pages.map(({ items, names = {} }) => {
      from += items.length
      return { from: from - items.length, items, names }
    })
  })
  async function load(cursor: string) {
    if (busy) return
    busy = true
    const of = first.data
    const before = pages.slice(1)
    const path = asked
    try {
      const page = await get<OnePage<T>>(`${path}${path.includes('?') ? '&' : '?'}${query({ cursor }).slice(1)}`)
      stopped = false
      if (first.data === of) {
        remember(path, { of, pages: [...before, page] })
        read += 1
      }
    } catch {
      // The list has changed under the cursor: it is read again from its beginning.
      stopped = true
      first.retry()
    } finally {
      busy = false
    }
  }
  return {
    get data() {
      return data
    },
    get pages() {
      return rows
    },
    get problem() {
      return first.problem
    },
    get loading() {
      return first.loading
    },
    get more() {
      const cursor = next
      return cursor === undefined ? undefined : () => void load(cursor)
    },
    get stopped() {
      return stopped
    },
    retry: first.retry,
  }
}
