import type { Role } from '../model/index.js'
import type { Scope } from './store.js'

/** Somebody who may use the case on a server. `password` is an encoded hash, never the word. */
export interface StoredPerson {
  name: string
  role: Role
  password: string
  /** ISO instants. */
  created: string
  disabled: string | null
}

/** Stores a person; false where the name is taken. */
export async function insertPerson({ db, caseId }: Scope, person: StoredPerson): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('people')
    .values({ case_id: caseId, ...person })
    .onConflict((c) => c.columns(['case_id', 'name']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes what is given of a person; false where there is none of that name. */
export async function updatePerson(
  { db, caseId }: Scope,
  name: string,
  change: Partial<Pick<StoredPerson, 'role' | 'password' | 'disabled'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people')
    .set(change)
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Everyone, by name. */
export async function listPeople({ db, caseId }: Scope): Promise<StoredPerson[]> {
  const rows = await db.selectFrom('people').selectAll().where('case_id', '=', caseId).orderBy('name').execute()
  return rows.map(({ case_id: _, role, ...row }) => ({ ...row, role: role as Role }))
}

/** One person; undefined where there is none of that name. */
export async function findPerson({ db, caseId }: Scope, name: string): Promise<StoredPerson | undefined> {
  const row = await db
    .selectFrom('people')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) return undefined
  const { case_id: _, role, ...rest } = row
  return { ...rest, role: role as Role }
}

/** A key by which somebody is recognised: of a browser that signed in, or of a program. Only its hash is stored. */
export interface StoredKey {
  key_hash: string
  kind: 'session' | 'token'
  name: string
  label: string | null
  created: string
  expires: string
}

/** Stores a key, and takes away those that expired before `now`. */
export async function insertKey({ db, caseId }: Scope, key: StoredKey): Promise<void> {
  await db.deleteFrom('access_keys').where('case_id', '=', caseId).where('expires', '<', key.created).execute()
  await db
    .insertInto('access_keys')
    .values({ case_id: caseId, ...key })
    .execute()
}

/** The keys of a person that hold at `now`, the newest first. */
export async function listKeys(
  { db, caseId }: Scope,
  name: string,
  kind: StoredKey['kind'],
  now: string,
): Promise<StoredKey[]> {
  const rows = await db
    .selectFrom('access_keys')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .where('kind', '=', kind)
    .where('expires', '>', now)
    .orderBy('created', 'desc')
    .execute()
  return rows.map(({ case_id: _, kind: __, ...row }) => ({ ...row, kind }))
}

/** Takes a key away, or all keys of a person, of one kind or of both. */
export async function deleteKeys(
  { db, caseId }: Scope,
  which: { hash?: string; name?: string; kind?: StoredKey['kind'] },
): Promise<void> {
  let query = db.deleteFrom('access_keys').where('case_id', '=', caseId)
  if (which.hash !== undefined) query = query.where('key_hash', '=', which.hash)
  if (which.name !== undefined) query = query.where('name', '=', which.name)
  if (which.kind !== undefined) query = query.where('kind', '=', which.kind)
  await query.execute()
}

/** The person who holds a key that is valid at `now` and is not disabled. */
export async function personOfKey(
  { db, caseId }: Scope,
  hash: string,
  now: string,
): Promise<{ name: string; role: Role } | undefined> {
  const row = await db
    .selectFrom('access_keys')
    .innerJoin('people', (join) =>
      join.onRef('people.case_id', '=', 'access_keys.case_id').onRef('people.name', '=', 'access_keys.name'),
    )
    .select(['people.name', 'people.role'])
    .where('access_keys.case_id', '=', caseId)
    .where('access_keys.key_hash', '=', hash)
    .where('access_keys.expires', '>', now)
    .where('people.disabled', 'is', null)
    .executeTakeFirst()
  return row && { name: row.name, role: row.role as Role }
}
