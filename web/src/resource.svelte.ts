import { ApiError, get, othersAnswered, type Path, type Problem } from './api.js'

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
  return made(path, read, get)
}

/** The same for what a view can do without at first, as the choices of a filter: asked when all else is answered. */
export const laterResource = <T>(path: () => Path<T>): Resource<T> =>
  made(
    path,
    (answer) => answer,
    (asked, signal) => othersAnswered().then(() => get(asked, signal)),
  )

function made<A, T>(path: () => Path<A>, read: (answer: A) => T, ask: typeof get<A>): Resource<T> {
  let data = $state.raw<T>()
  let problem = $state.raw<Problem>()
  let loading = $state(true)
  let turn = $state(0)
  // Derived, so that a change of something else that `path` looks at asks nothing twice.
  const asked = $derived(path())
  // Before the view is drawn, so that a view asks before its parts do, and the answer is on its way meanwhile.
  $effect.pre(() => {
    void turn
    if (asked === '') {
      data = undefined
      loading = false
      return
    }
    const stop = new AbortController()
    loading = true
    ask(asked, stop.signal).then(
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
