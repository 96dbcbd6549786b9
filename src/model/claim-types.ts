import { z } from 'zod'

/** The closed list of claim types. What each means, and its PLOVER, ACLED and CAMEO codes: `packs/ontology/types.yml`. */
export const CLAIM_TYPES = [
  'meeting',
  'agreement',
  'coordination',
  'prisoner-release',
  'prisoner-exchange',
  'arms-transfer',
  'funding',
  'training',
  'intelligence-sharing',
  'safe-haven',
  'safe-passage',
  'personnel-support',
  'joint-operation',
  'territory-handover',
  'non-aggression',
  'support',
  'attack',
  'armed-clash',
  'assassination',
  'kidnapping',
  'seizure',
  'arrest',
  'escape',
  'threat',
  'responsibility-claim',
  'possession',
  'membership',
  'designation',
  'deployment',
  'statement',
] as const
export const ClaimType = z.enum(CLAIM_TYPES)
export type ClaimType = z.infer<typeof ClaimType>

/** How an attack was carried out. */
export const ATTACK_MODES = [
  'bombing',
  'suicide-bombing',
  'drone-strike',
  'missile-strike',
  'shelling',
  'air-strike',
  'armed-assault',
  'ambush',
  'landmine',
  'maritime',
  'other',
] as const
export const AttackMode = z.enum(ATTACK_MODES)
export type AttackMode = z.infer<typeof AttackMode>

/** What tells claims of one type apart: how an attack was carried out; of support, that somebody went between two sides. */
export const CLAIM_MODES = [...ATTACK_MODES, 'mediation'] as const
export const ClaimMode = z.enum(CLAIM_MODES)
export type ClaimMode = z.infer<typeof ClaimMode>

/** What a claim says of its event: that it happened, will happen, is believed to have happened, did not happen … */
export const CLAIM_STATUSES = ['asserted', 'planned', 'predicted', 'alleged', 'denied', 'negated'] as const
export const ClaimStatus = z.enum(CLAIM_STATUSES)
export type ClaimStatus = z.infer<typeof ClaimStatus>

/** The kinds of number that a claim can state; `releasedBy…` keys (a side of an exchange) are allowed beside these. */
export const COUNT_KEYS = [
  'killed',
  'injured',
  'missing',
  'released',
  'exchanged',
  'abducted',
  'arrested',
  'escaped',
  'attacks',
  'vehicles',
  'items',
  'casualties',
  'targets',
  'trained',
  'amount',
] as const
export const CountKey = z.union([z.enum(COUNT_KEYS), z.string().regex(/^releasedBy[A-Z]\w*$/)])
export type CountKey = z.infer<typeof CountKey>

/** Kinds of transmitter in a chain. */
export const HOP_KINDS = [
  'outlet',
  'agency',
  'organization',
  'official',
  'expert',
  'party',
  'witness',
  'anonymous',
  'document',
  'author',
] as const
export const HopKind = z.enum(HOP_KINDS)
export type HopKind = z.infer<typeof HopKind>

/** Kinds of transmitter that are persons, where they have a name. */
export const PERSON_HOPS: ReadonlySet<HopKind> = new Set(['official', 'expert', 'witness', 'author'])
