import type { SayClaim } from '../../src/api/index.js'

/** A stand-in for the real sentence: who reports, and the kind of claim. */
export const fakeSay: SayClaim = (claim) => {
  const who = claim.chain.at(-1)?.name ?? claim.outlet ?? claim.path
  return { en: `${who} reports: ${claim.type}.`, ar: `يفيد ${who} بالآتي: ${claim.type}.` }
}
