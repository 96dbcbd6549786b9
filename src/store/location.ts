import { IsnadError } from '../model/index.js'

/** Where a case is: a directory, or a database and the id of the case in it. */
export type Location =
  | { engine: 'sqlite'; caseId: string; directory: string }
  | { engine: 'postgres'; caseId: string; url: string }

/** The id of a case that is alone in its file or database. */
export const ONLY_CASE = 'main'

/**
 * Reads a location: `postgres://user@host/database#case-id` (without the last part the case `main`), or the path of a
 * directory. A directory holds one case, whose id is `main`.
 */
export function parseLocation(location: string): Location {
  if (!/^postgres(ql)?:\/\//.test(location)) return { engine: 'sqlite', caseId: ONLY_CASE, directory: location }
  const [url, id] = location.split('#', 2) as [string, string | undefined]
  const caseId = id || ONLY_CASE
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(caseId))
    throw new IsnadError('usage', `"${caseId}" cannot be the id of a case`, {
      hint: 'Use small letters a to z, digits, "-", "_" and "."; at most 63 of them.',
    })
  return { engine: 'postgres', caseId, url }
}

/**
 * The location that a person means by the name of a case, given the environment: with `ISNAD_DATABASE` set, a plain
 * name is a case in that database; a location or a path with a separator stays what it is.
 */
export function caseLocation(name: string, env: Record<string, string | undefined>): string {
  const database = env.ISNAD_DATABASE
  if (!database || name.includes('/') || name.includes('\\')) return name
  return `${database.split('#')[0]}#${name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')}`
}

/** A location that can be printed: without the password. */
export function printable(location: string): string {
  return location.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@/]*@/, '$1@')
}
