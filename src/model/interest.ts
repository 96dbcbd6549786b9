import { z } from 'zod'
import { Reason } from './reason.js'

export const STANCES = ['agent', 'counterpart', 'both', 'neither'] as const
/** Where a side stands in what is told: among those who do it, among those with or to whom it is done, or in neither. */
export const Stance = z.enum(STANCES)
export type Stance = z.infer<typeof Stance>

/**
 * Whose interest speaks: beside independence, and never part of it. It says who gains by what is said, not whether it is
 * true.
 */
export const Interest = z.object({
  /** Each camp that says or denies it. */
  sides: z.array(
    z.object({
      camp: z.string(),
      stance: Stance,
      origins: z.array(z.string()),
      claims: z.array(z.string()),
      /** It says what speaks against itself: that it gave arms to a group, that captives escaped from it. */
      againstItself: z.boolean(),
      /** It denies it, and nothing else. */
      denies: z.boolean(),
    }),
  ),
  /** Camps that take part and could answer (they have an outlet or a spokesman), of which no word on it is in the case. */
  silent: z.array(z.object({ camp: z.string(), stance: Stance })),
  reasons: z.array(z.string()),
  /** The same reasons, to be said in any language. */
  because: z.array(Reason),
})
export type Interest = z.infer<typeof Interest>
