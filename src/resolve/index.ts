/** Which mentions are one entity, which claims one incident, which documents one text? Pure; knows no outlet's worth. */
export { entitiesOf, type NameUse } from './entities/entities-of.js'
export { introducedBy, namesUsed } from './entities/names-used.js'
export { resolveEntities } from './entities/resolve-entities.js'
export { unnamedKey, unnamedKeyOf } from './entities/unnamed-sources.js'
export { MEETS_NONE, type Meeting, meetingOf } from './incidents/block-keys.js'
export { leaves } from './incidents/claim-facts.js'
export { countsCompatible } from './incidents/compare-counts.js'
export { placesCompatible } from './incidents/compare-places.js'
export { Likeliest, likelierFirst, type PairPlace, type ScoredPair } from './incidents/likeliest.js'
export { likeliestUnsure } from './incidents/likeliest-unsure.js'
export {
  findSame,
  type Linking,
  linkClaims,
  linkIncidents,
  type SameClaims,
  type UnsurePair,
  type UnsureSink,
} from './incidents/link-incidents.js'
export { incidentTold, isIncidentId } from './incidents/make-incident.js'
export { type BriefClaim, pairsToCompare } from './incidents/pairs-to-compare.js'
export { blockLimit } from './incidents/shared-blocks.js'
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
export { bodiesNamed } from './names/bodies-named.js'
export { isUnnamed, originHop } from './names/looks-like-name.js'
export { nameKey } from './names/name-key.js'
export { nameWords } from './names/name-parts.js'
export { type NameScore, type PartMatch, scoreNames } from './names/score-names.js'
export { keyOf, originNameKey, personName, tellerKey, tellerName } from './names/teller-key.js'
export { untitled } from './names/untitled.js'
export { Pieces } from './pieces.js'
export {
  compareDocuments,
  findRepublications,
  groupRepeats,
  type ListedDocument,
  type Repeat,
  type RepeatPair,
} from './republication/find-republications.js'
export { type Repeats, repeatsOf, SAME_TEXT } from './republication/repeats.js'
export { type ReadDocument, Sketch } from './republication/sketch.js'
export {
  findsBack,
  isSoughtByHolders,
  MOST_HOLDERS,
  standsForText,
  type TextKeys,
  textKeys,
} from './republication/text-keys.js'
