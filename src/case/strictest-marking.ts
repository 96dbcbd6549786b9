import { TLP_MARKINGS, type Tlp } from '../model/index.js'
import { caseRow, markingsOfDocuments, type Scope } from '../store/index.js'

/** The strictest marking that the case or a document in it bears. */
export async function strictestMarking(scope: Scope): Promise<Tlp> {
  const borne = new Set([(await caseRow(scope)).tlp, ...(await markingsOfDocuments(scope))])
  return [...TLP_MARKINGS].reverse().find((one) => borne.has(one)) ?? 'clear'
}
