import type { CaseClaim, CaseIncident } from '../case/index.js'
import type { BothNames } from './display-name.js'

/** A claim as one attributed sentence in each language of the screens: "S reports that …". */
export type SayClaim = (claim: CaseClaim) => BothNames

/** A claim as answers carry it. */
export interface ClaimView extends CaseClaim {
  said?: BothNames
}

/** An incident whose claims carry their sentence. */
export interface IncidentView extends Omit<CaseIncident, 'claimList'> {
  claimList: ClaimView[]
}

/** Adds to claims, and to the claims of incidents, what a reader is to be told. */
export class Speaker {
  constructor(readonly say: SayClaim | undefined) {}

  claim = (claim: CaseClaim): ClaimView => (this.say ? { ...claim, said: this.say(claim) } : claim)
  incident = (incident: CaseIncident): IncidentView => ({
    ...incident,
    claimList: incident.claimList.map(this.claim),
  })
}
