import type { SessionAnswer } from './answers.js'

/** From the least to the most that a person may do. */
export const ROLES = ['viewer', 'analyst', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Who looks, and so what is offered: a control that would be refused is not shown. The server decides all the same. */
class Who {
  session = $state.raw<SessionAnswer>()
  /** The name under which judgements stand; undefined on a laptop, where each says his own. */
  readonly name = $derived(this.session?.user?.name)

  may(needed: Role): boolean {
    const role = this.session?.user?.role
    return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(needed)
  }
}

export const who = new Who()
