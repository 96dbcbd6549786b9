import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** Memory in KiB, passes and lanes: what OWASP's Password Storage Cheat Sheet gives as the least for Argon2id. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

/** A password as it is stored: Argon2id with its own salt, in the encoding of its reference implementation. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({ ...COST, password: password.normalize('NFKC'), salt: randomBytes(16), outputType: 'encoded' })
}

let nobodys: Promise<string> | undefined

/** Whether a password has this hash. Without a hash it takes as long, so that time does not tell who exists. */
export async function passwordFits(password: string, hash: string | undefined): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'))
  const fits = await argon2Verify({ password: password.normalize('NFKC'), hash: hash ?? (await nobodys) })
  return fits && hash !== undefined
}
