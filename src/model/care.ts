import { z } from 'zod'

/** Traffic Light Protocol 2.0 markings (FIRST), from free to most restricted. */
export const TLP_MARKINGS = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const
export const Tlp = z.enum(TLP_MARKINGS)
export type Tlp = z.infer<typeof Tlp>

/** Standing of a person; what is not known is private. */
export const PERSON_STANDINGS = ['public-figure', 'member-as-reported', 'private', 'victim', 'minor'] as const
export const PersonStanding = z.enum(PERSON_STANDINGS)
export type PersonStanding = z.infer<typeof PersonStanding>

/** Persons are private unless the packs say that they are public figures; nobody else is. */
export function isPrivatePerson({ kind, standing }: { kind: string; standing?: PersonStanding | undefined }): boolean {
  return kind === 'person' && standing !== 'public-figure'
}
