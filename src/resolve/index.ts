/** Which mentions are one entity, which claims one incident, which documents one text? Pure; knows no outlet's worth. */
export { resolveEntities } from './entities/resolve-entities.js'
export { blockKeys } from './incidents/block-keys.js'
export { leaves } from './incidents/claim-facts.js'
export { countsCompatible } from './incidents/compare-counts.js'
export { placesCompatible } from './incidents/compare-places.js'
export { type Linking, linkClaims, linkIncidents, type UnsurePair } from './incidents/link-incidents.js'
export { outcomeOf } from './incidents/type-traits.js'
export {
  belongsTo,
  type KnownWorld,
  type LinkClaim,
  type OutletFacts,
  related,
  shownName,
  type TypeFacts,
  typeFacts,
} from './known-world.js'
export { isUnnamed, originHop } from './names/looks-like-name.js'
export { nameKey } from './names/name-key.js'
export { type NameScore, type PartMatch, scoreNames } from './names/score-names.js'
export { findRepublications, type ReadDocument } from './republication/find-republications.js'
export { SAME_TEXT } from './republication/repeats.js'
