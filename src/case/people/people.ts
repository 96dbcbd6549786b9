import { randomBytes } from 'node:crypto'
import { IsnadError, type Role, sha256 } from '../../model/index.js'
import {
  type AuditEntry,
  type AuditRow,
  countAudit,
  deleteKeys,
  findPerson,
  insertKey,
  insertPerson,
  listAudit,
  listKeys,
  listPeople,
  personOfKey,
  type Scope,
  type Store,
  type StoredKey,
  updatePerson,
} from '../../store/index.js'
import type { Page } from '../case.js'
import { fromCursor, toCursor } from '../cursor.js'
import { auditTrail } from './audit-trail.js'
import { hashPassword, passwordFits } from './password-hash.js'

/** Somebody who may use the case on a server. */
export interface Person {
  name: string
  role: Role
  created: string
  /** Since when he may not come in any more. */
  disabled?: string
}

/** A key of a program of somebody. */
export interface Token {
  id: string
  label: string
  created: string
  expires: string
}

/** Which entries of the audit log; all given ones must hold. */
export interface AuditFilter {
  who?: string | undefined
  /** ISO day or instant. */
  since?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** Who may use the case on a server, how they come in, and what they did there. */
export interface People {
  list(): Promise<Person[]>
  /** Adds somebody; without a password one is made. Gives the password, which is stored nowhere. Throws `usage`. */
  add(name: string, role: Role, password?: string): Promise<string>
  /** Gives another role. Throws `not-found`. */
  setRole(name: string, role: Role): Promise<void>
  /** Gives another password, and ends what was signed in with the old one. Throws `not-found`, `usage`. */
  setPassword(name: string, password?: string): Promise<string>
  /** Lets somebody in no more, at once, or again. Throws `not-found`. */
  setDisabled(name: string, disabled: boolean): Promise<void>
  /** A key for a browser, valid for `SESSION_HOURS`; undefined where name and password do not fit. */
  signIn(name: string, password: string): Promise<{ key: string; person: { name: string; role: Role } } | undefined>
  signOut(key: string): Promise<void>
  /** A key for a program. Throws `not-found`. */
  token(name: string, label: string, days: number): Promise<string>
  /** The tokens of somebody that hold now; `id` names one and opens nothing. */
  tokens(name: string): Promise<Token[]>
  /** Takes one token of somebody away. */
  revokeToken(name: string, id: string): Promise<void>
  /** Takes all tokens of somebody away. */
  revokeTokens(name: string): Promise<void>
  /** Who holds a key that is valid now. */
  whose(key: string): Promise<{ name: string; role: Role } | undefined>
  /** Writes down what somebody saw or changed; resolves when it is on the disk. */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>
  /** What was written down, newest first. */
  audit(filter?: AuditFilter): Promise<Page<AuditRow>>
}

/** How long a browser stays signed in: a working day. */
export const SESSION_HOURS = 12
const LEAST_PASSWORD = 12
const NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._@-]{0,63}$/u

/** The people of a case. */
export function peopleOf(store: Store, now: () => string): People {
  const trail = auditTrail(store)
  const later = (hours: number) => new Date(Date.parse(now()) + hours * 3_600_000).toISOString()
  const newKey = async (scope: Scope, key: Pick<StoredKey, 'kind' | 'name' | 'label'>, hours: number) => {
    const word = randomBytes(24).toString('base64url')
    await insertKey(scope, { ...key, key_hash: sha256(word), created: now(), expires: later(hours) })
    return word
  }
  const change = async (
    name: string,
    what: Parameters<typeof updatePerson>[2],
    keys?: Parameters<typeof deleteKeys>[1],
  ) =>
    store.write(async (scope) => {
      if (!(await updatePerson(scope, called(name), what))) throw nobody(name)
      if (keys) await deleteKeys(scope, keys)
    })
  return {
    list: async () =>
      (await store.read(listPeople)).map(({ password: _, disabled, ...person }) => ({
        ...person,
        ...(disabled !== null && { disabled }),
      })),
    async add(name, role, given) {
      const { word, hash } = await secret(given)
      if (!NAME.test(called(name)))
        throw new IsnadError('usage', `"${name}" cannot be the name of a person`, {
          hint: 'Letters, digits, spaces and . _ @ -, at most 64, beginning with a letter or digit.',
        })
      const person = { name: called(name), role, password: hash, created: now(), disabled: null }
      if (!(await store.write((scope) => insertPerson(scope, person))))
        throw new IsnadError('usage', `there is already a person called "${person.name}"`, {
          hint: 'Give another role with isnad user role, or choose another name.',
        })
      return word
    },
    setRole: (name, role) => change(name, { role }),
    async setPassword(name, given) {
      const { word, hash } = await secret(given)
      await change(name, { password: hash }, { name: called(name), kind: 'session' })
      return word
    },
    setDisabled: (name, disabled) =>
      change(name, { disabled: disabled ? now() : null }, disabled ? { name: called(name) } : undefined),
    async signIn(name, password) {
      const found = await store.read((scope) => findPerson(scope, called(name)))
      const fits = await passwordFits(password, found?.password)
      if (!found || !fits || found.disabled !== null) return undefined
      const key = { kind: 'session', name: found.name, label: null } as const
      const word = await store.write((scope) => newKey(scope, key, SESSION_HOURS))
      return { key: word, person: { name: found.name, role: found.role } }
    },
    signOut: (key) => store.write((scope) => deleteKeys(scope, { hash: sha256(key) })),
    token: (name, label, days) =>
      store.write(async (scope) => {
        const found = await findPerson(scope, called(name))
        if (!found) throw nobody(name)
        return newKey(scope, { kind: 'token', name: found.name, label }, days * 24)
      }),
    tokens: (name) =>
      store.read(async (scope) =>
        (await listKeys(scope, called(name), 'token', now())).map(({ key_hash, label, created, expires }) => ({
          ...{ id: key_hash, label: label ?? '', created, expires },
        })),
      ),
    revokeToken: (name, hash) => store.write((scope) => deleteKeys(scope, { hash, name: called(name), kind: 'token' })),
    revokeTokens: (name) => store.write((scope) => deleteKeys(scope, { name: called(name), kind: 'token' })),
    whose: (key) => store.read((scope) => personOfKey(scope, sha256(key), now())),
    record: (entry) => trail({ ...entry, at: now() }),
    audit: ({ limit = 100, cursor, ...filter } = {}) =>
      store.read(async (scope) => {
        const before = cursor === undefined ? undefined : Number.parseInt(fromCursor(cursor)!, 10)
        const rows = await listAudit(scope, { ...filter, before, limit: limit + 1 })
        const items = rows.slice(0, limit)
        const total = await countAudit(scope, filter)
        return { items, total, ...(rows.length > limit && { next: toCursor(`${items.at(-1)!.seq}/audit`) }) }
      }),
  }
}

/** One person has one name, however it is typed. */
/** A name as it is kept and compared: whatever the keyboard made of its accents, without blanks round it. */
export const called = (name: string): string => name.normalize('NFC').trim()

const nobody = (name: string) =>
  new IsnadError('not-found', `there is nobody called "${name}"`, { hint: 'List them: isnad user list' })

async function secret(given: string | undefined): Promise<{ word: string; hash: string }> {
  const word =
    given ??
    randomBytes(15)
      .toString('base64url')
      .replace(/(.{5})(?=.)/g, '$1 ')
  if ([...word].length < LEAST_PASSWORD)
    throw new IsnadError('usage', `a password has at least ${LEAST_PASSWORD} characters`, {
      hint: 'Four or five words that do not belong together are a good one.',
    })
  return { word, hash: await hashPassword(word) }
}
