import type { Republication } from '../model/index.js'
import type { KnownWorld } from '../resolve/index.js'
import type { AddressVersion } from './same-address.js'

/** What to leave out before weighing: outlets or agencies, camps, origins, each by id or by name. */
export interface LeaveOut {
  outlets?: string[]
  camps?: string[]
  origins?: string[]
}

/** What weighing needs beside the claims: knowledge of the world, and which documents repeat which. */
export interface WeighContext {
  packs: KnownWorld
  republications: readonly Republication[]
  /** Where each document stands among the texts of its address; where it is not given, as far as the documents tell. */
  versions?: ReadonlyMap<string, AddressVersion> | undefined
  leaveOut?: LeaveOut | undefined
}
