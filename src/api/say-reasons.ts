import type { CaseClaim, CaseIncident } from '../case/index.js'
import { reasonsAbout, type SayWorld, sayContext } from '../export/index.js'
import type { Reason } from '../model/index.js'
import type { SaidReasons } from './contract/incidents.js'
import type { Both } from './contract/lists.js'

/** What says reasons about these claims in both languages. */
export function reasonsInBoth(claims: readonly CaseClaim[], world: SayWorld): (reasons: readonly Reason[]) => Both {
  const [en, ar] = ['en', 'ar'].map((language) => reasonsAbout(claims, sayContext(language, world)))
  return (reasons) => ({ en: en!(reasons), ar: ar!(reasons) })
}

/** Puts the reasons of an incident into words. */
export function sayIncidentReasons(incident: CaseIncident, say: (reasons: readonly Reason[]) => Both): SaidReasons {
  const plain = (text: string): Both => ({ en: text, ar: text })
  const { independence, contradictions, grade, reasons } = incident
  return {
    groups: independence.groups.map((g) => (g.because ? say(g.because) : plain(g.reason))),
    contradictions: contradictions.map((c) => (c.because ? say([c.because]) : c.reason ? plain(c.reason) : null)),
    // What an analyst wrote stays in his words.
    grade: grade.decidedBy || !grade.because ? grade.reasons.map(plain) : grade.because.map((one) => say([one])),
    joined: reasons.map(({ because }) => say(because)),
  }
}
