import { IsnadError, includes, type Role } from '../model/index.js'

/** Who asks. On a laptop it is whoever has the address of this start; in server mode a person who signed in. */
export interface Who {
  /** The name under which judgements and the audit log know this person; undefined on a laptop, where nobody signs in. */
  name?: string
  role: Role
}

/** Whoever sits at the machine may do everything. */
export const LOCAL: Who = { role: 'administrator' }

/** Lets somebody pass or throws `not-signed-in`, `not-allowed`. */
export function admit(who: Who | undefined, needed: Role | 'anyone', mode: 'local' | 'team'): void {
  if (needed === 'anyone') return
  if (!who)
    throw new IsnadError('not-signed-in', 'This request does not say who asks.', {
      hint:
        mode === 'team'
          ? 'Sign in, or send an API token: authorization: Bearer …'
          : 'Open the address that the program printed when it started; a script sends its token: authorization: Bearer …',
    })
  if (!includes(who.role, needed))
    throw new IsnadError('not-allowed', `This is for the role ${needed}; yours is ${who.role}.`, {
      hint: 'Ask an administrator of the case.',
    })
}
