// The fillers of a message, whatever their template, each once.
import { type Fillers, normal, ROLES, type Role } from './ceaf-ree.js'
import type { Template } from './templates.js'

/**
 * The fillers of a message whatever their template, each once. A name within another is the same one: of persons and bodies
 * the longer is kept, of what is only described the shorter ("armed guerrillas" are "guerrillas").
 */
export function pool(templates: readonly Template[]): Fillers {
  const all = (role: Role) => {
    const longer = role === 'Victim' || role === 'PerpOrg'
    const names = [...new Set(templates.flatMap((t) => t[role].flat()))].sort((a, b) =>
      longer ? b.length - a.length : a.length - b.length,
    )
    const kept: string[] = []
    for (const name of names) {
      const inside = (a: string, b: string) => ` ${normal(b)} `.includes(` ${normal(a)} `)
      if (!kept.some((k) => (longer ? inside(name, k) : inside(k, name)))) kept.push(name)
    }
    return kept.map((name) => [name])
  }
  return Object.fromEntries(ROLES.map((role) => [role, all(role)])) as unknown as Fillers
}
