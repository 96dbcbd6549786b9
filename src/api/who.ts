import type { Role } from './contract/define.js'

/** Who asks. On a laptop it is whoever has the address of this start; in server mode a person who signed in. */
export interface Who {
  /** The name under which judgements and the audit log know this person; undefined on a laptop, where nobody signs in. */
  name?: string
  role: Role
}

/** Whoever sits at the machine may do everything. */
export const LOCAL: Who = { role: 'administrator' }
