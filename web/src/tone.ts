import type { ClaimType } from '../../src/model/index.js'

/** Which of the three colours something has: cooperation, violence, or neither. */
export type Tone = 'cooperation' | 'violence' | 'other'

const COOPERATION: readonly ClaimType[] = [
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
]
const VIOLENCE: readonly ClaimType[] = ['attack', 'armed-clash', 'assassination', 'kidnapping', 'seizure', 'threat']

export const toneOfType = (type: ClaimType): Tone =>
  COOPERATION.includes(type) ? 'cooperation' : VIOLENCE.includes(type) ? 'violence' : 'other'

export const toneOfChannel = (channel: string): Tone =>
  channel === 'violence' ? 'violence' : channel === 'other' ? 'other' : 'cooperation'

/** Every claim type in the order of the ontology: cooperation, violence and its kin, states. */
export const CLAIM_TYPES_IN_ORDER: readonly ClaimType[] = [
  ...COOPERATION,
  ...VIOLENCE,
  'arrest',
  'escape',
  'responsibility-claim',
  'possession',
  'membership',
  'designation',
  'deployment',
  'statement',
]
