import type { Scope } from './store.js'

/** The incidents that claims on an actor, or on what belongs to it, went into; to be asked for within another query. */
export function incidentsOfActor({ db, caseId }: Scope, actor: string) {
  const claims = db.selectFrom('claim_actors').select('claim_id').where('case_id', '=', caseId)
  const own = db.selectFrom('incident_claims').select('incident_id').where('case_id', '=', caseId)
  return own.where('claim_id', 'in', claims.where('actor', '=', actor))
}

/** The incidents that claims on a place, or on what lies in it, went into; to be asked for within another query. */
export function incidentsAtPlace({ db, caseId }: Scope, place: string) {
  const claims = db.selectFrom('claim_places').select('claim_id').where('case_id', '=', caseId)
  const own = db.selectFrom('incident_claims').select('incident_id').where('case_id', '=', caseId)
  return own.where('claim_id', 'in', claims.where('place', '=', place))
}
