/** Who reviews: asked once, kept in this browser, and written beside each judgement. */
const KEY = 'isnad.analyst'

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

class Analyst {
  name = $state(kept())

  call(name: string) {
    this.name = name.trim()
    try {
      localStorage.setItem(KEY, this.name)
    } catch {
      // A browser that keeps nothing asks again at the next visit.
    }
  }
}

export const analyst = new Analyst()
