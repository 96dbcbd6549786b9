import type { CaseIncident } from '../case/index.js'
import type { Reason } from '../model/index.js'
import { sayReason } from '../weigh/index.js'
import type { SaidReasons } from './contract/incidents.js'
import type { Both } from './contract/lists.js'

/** Puts the reasons of an incident into words; `name` gives what an id or field is called in a language. */
export function sayReasons(incident: CaseIncident, name: (word: string) => Both): SaidReasons {
  const say = (reason: Reason): Both => ({
    en: sayReason(reason, 'en', (word) => name(word).en),
    ar: sayReason(reason, 'ar', (word) => name(word).ar),
  })
  const plain = (text: string): Both => ({ en: text, ar: text })
  const { independence, contradictions, grade } = incident
  return {
    groups: independence.groups.map((g) => (g.because ? joined(g.because.map(say)) : plain(g.reason))),
    contradictions: contradictions.map((c) => (c.because ? say(c.because) : c.reason ? plain(c.reason) : null)),
    // What an analyst wrote stays in his words.
    grade: grade.decidedBy || !grade.because ? grade.reasons.map(plain) : grade.because.map(say),
  }
}

const joined = (all: readonly Both[]): Both => ({
  en: all.map((b) => b.en).join('; '),
  ar: all.map((b) => b.ar).join('؛ '),
})
