import type { Case } from '../case/index.js'

/** The id of the one document whose fingerprint begins so; the words themselves where there is none, or more than one. */
export async function wholeFingerprint(kase: Case, given: string): Promise<string> {
  if (!/^(?:sha256:)?[0-9a-f]{6,64}$/.test(given)) return given
  const start = given.replace(/^sha256:/, '')
  const found = (await kase.documents()).filter((one) => one.id.slice(7).startsWith(start))
  return found.length === 1 && found[0] ? found[0].id : given
}
