import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Tables } from './schema.js'
import type { Scope } from './store.js'

/** Keeps bytes by their SHA-256 (64 hex digits). Putting the same bytes again changes nothing. */
export interface RawStore {
  /** On the disk when the promise resolves. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  get(sha256: string): Promise<Uint8Array | undefined>
  remove(sha256: string): Promise<void>
}

/** Raw bytes as files `raw/<sha256>` of a case directory: any tool can hash them. */
export function rawFiles(directory: string): RawStore {
  const folder = join(directory, 'raw')
  return {
    async put(sha256, bytes) {
      await mkdir(folder, { recursive: true })
      const part = join(folder, `${sha256}.${process.pid}.part`)
      const file = await open(part, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, join(folder, sha256))
      await syncFolder(folder)
    },
    async get(sha256) {
      try {
        return await readFile(join(folder, sha256))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(sha256) {
      await rm(join(folder, sha256), { force: true })
      await syncFolder(folder).catch(() => undefined)
    },
  }
}

/** A new name is only durable once its folder is; Windows cannot open a folder, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Raw bytes in the table `raw`, for cases in PostgreSQL. */
export function rawTable(db: Kysely<Tables>, caseId: string): RawStore {
  return {
    async put(sha256, bytes) {
      await db
        .insertInto('raw')
        .values({ case_id: caseId, sha256, bytes })
        .onConflict((c) => c.columns(['case_id', 'sha256']).doNothing())
        .execute()
    },
    async get(sha256) {
      const row = await db
        .selectFrom('raw')
        .select('bytes')
        .where('case_id', '=', caseId)
        .where('sha256', '=', sha256)
        .executeTakeFirst()
      return row?.bytes
    },
    async remove(sha256) {
      await removeRawRow({ db, caseId }, sha256)
    },
  }
}

/** Removes bytes from the table `raw` within a transaction. */
export async function removeRawRow({ db, caseId }: Pick<Scope, 'db' | 'caseId'>, sha256: string): Promise<void> {
  await db.deleteFrom('raw').where('case_id', '=', caseId).where('sha256', '=', sha256).execute()
}
