import { IsnadError, TLP_MARKINGS, type Tlp } from '../model/index.js'

/** What leaves a case without anyone asking for more: everything but what is marked for named recipients only. */
const UNASKED: Tlp = 'amber+strict'

/** The most restrictive of some markings; what carries none is `clear`. */
export function strictest(markings: Iterable<Tlp | undefined>): Tlp {
  let most: Tlp = 'clear'
  for (const one of markings) if (one && rank(one) > rank(most)) most = one
  return most
}

/**
 * The marking of something made from documents, which is the strictest of theirs; throws `tlp-refused` where that goes
 * beyond what the reader may have (`limit`; where none is given, everything but red).
 */
export function markingFor(documents: Iterable<{ path: string; tlp?: Tlp | undefined }>, base: Tlp, limit?: Tlp): Tlp {
  const list = [...documents]
  const marking = strictest([base, ...list.map((one) => one.tlp)])
  const allowed = limit ?? UNASKED
  if (rank(marking) <= rank(allowed)) return marking
  const beyond = list.find((one) => one.tlp && rank(one.tlp) > rank(allowed))
  throw new IsnadError('tlp-refused', `this rests on material marked TLP:${marking.toUpperCase()}`, {
    where: { what: beyond?.path ?? 'the case' },
    hint: `Only TLP:${allowed.toUpperCase()} and freer may leave. Say --tlp ${marking} if all readers may have it.`,
  })
}

const rank = (marking: Tlp) => TLP_MARKINGS.indexOf(marking)
