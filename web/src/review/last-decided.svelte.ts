/**
 * What was decided last on a page. Joining and parting give incidents other addresses, and a rejected claim leaves its
 * incident: the page that comes next says what was done, and takes it back.
 */
class LastDecided {
  words = $state('')
  judgements = $state.raw<readonly string[]>([])
  /** The address at which it is told; anywhere else it is no longer of interest. */
  path = $state('')

  tell(words: string, judgements: readonly string[]) {
    this.words = words
    this.judgements = judgements
    this.path = location.pathname
  }

  /** The page goes elsewhere because of it, and tells it there. */
  follow(address: string) {
    this.path = new URL(address, location.href).pathname
  }

  clear() {
    this.words = ''
    this.judgements = []
  }
}

export const lastDecided = new LastDecided()
