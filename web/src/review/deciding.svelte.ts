import type { Body } from '../../../src/api/contract/index.js'
import { ApiError, type Problem, send } from '../api.js'
import { who } from '../who.svelte.js'
import { analyst } from './analyst.svelte.js'

type NewJudgement = Omit<Body<'POST /judgements'>, 'by'>

/** Decides one thing at a time: whoever decides is asked for a name first, once; what is not stored says why. */
export class Deciding {
  busy = $state(false)
  problem = $state.raw<Problem>()
  /** What is done as soon as the analyst has a name. */
  waiting = $state.raw<() => void>()
  /** Where people sign in, their decisions stand under that name. */
  readonly name = $derived(who.name ?? analyst.name)

  /** Does this, after the name was given where none is known. */
  named(work: () => void) {
    if (this.name) work()
    else this.waiting = work
  }

  /** The name was given: what waited for it is done. */
  begin() {
    const work = this.waiting
    this.waiting = undefined
    work?.()
  }

  /** Does this and gives what it gives; undefined where it was not stored, or something else is being stored. */
  async act<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.problem = undefined
    try {
      return await work()
    } catch (error) {
      this.problem = error instanceof ApiError ? error.problem : { status: 0, code: 'internal', detail: String(error) }
      return undefined
    } finally {
      this.busy = false
    }
  }

  /** Stores judgements, one after another; gives their ids. */
  judge(...judgements: NewJudgement[]): Promise<string[] | undefined> {
    return this.act(async () => {
      const ids: string[] = []
      for (const one of judgements) ids.push((await send('POST /judgements', { ...one, by: this.name })).judgement.id)
      return ids
    })
  }

  /** Takes judgements back, the last first; the log keeps both. */
  takeBack(judgements: readonly string[]): Promise<boolean | undefined> {
    return this.act(async () => {
      for (const id of [...judgements].reverse()) await send('POST /judgements/{id}/undo', { by: this.name }, { id })
      return true
    })
  }
}
