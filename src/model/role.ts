import { z } from 'zod'

/** What a person may do with a case on a server, from least to most: look; judge and add; remove, and see who did what. */
export const ROLES = ['viewer', 'analyst', 'administrator'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Whether a role includes what another may do. */
export function includes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}
