import { ApiError, get, type Path, type Problem } from './api.js'

/** Something read from the API, again whenever its path changes; what was shown before stays until the new is there. */
export interface Resource<T> {
  readonly data: T | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  retry(): void
}

/**
 * Reads `path()` in an effect, nothing where it is empty; to be called while a component is made. `read` makes of an answer
 * what is shown.
 */
export function resource<T>(path: () => Path<T>): Resource<T>
export function resource<A, T>(path: () => Path<A>, read: (answer: A) => T): Resource<T>
export function resource<A, T>(path: () => Path<A>, read = (answer: A) => answer as unknown as T): Resource<T> {
  let data = $state.raw<T>()
  let problem = $state.raw<Problem>()
  let loading = $state(true)
  let turn = $state(0)
  // Derived, so that a change of something else that `path` looks at asks nothing twice.
  const asked = $derived(path())
  $effect(() => {
    void turn
    if (asked === '') {
      data = undefined
      loading = false
      return
    }
    const stop = new AbortController()
    loading = true
    get(asked, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return
        data = read(answer)
        problem = undefined
        loading = false
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        problem = error instanceof ApiError ? error.problem : { status: 0, code: 'internal', detail: String(error) }
        loading = false
      },
    )
    return () => stop.abort()
  })
  return {
    get data() {
      return data
    },
    get problem() {
      return problem
    },
    get loading() {
      return loading
    },
    retry() {
      turn += 1
    },
  }
}
