/** The rows of the ledger from top to bottom: words, people, means, ground, restraint; then violence, then the rest. */
export const CHANNELS_IN_ORDER = [
  'talks',
  'agreements',
  'prisoners',
  'arms',
  'money',
  'training',
  'intelligence',
  'fighters',
  'haven',
  'passage',
  'territory',
  'joint-operations',
  'other-support',
  'restraint',
  'violence',
  'other',
] as const
