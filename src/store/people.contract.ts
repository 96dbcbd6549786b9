import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as store from './index.js'

const AT = '2024-06-01T10:00:00.000Z'
const LATER = '2024-06-02T10:00:00.000Z'
const entry = (who: string, path: string): store.AuditEntry => ({
  ...{ at: AT, who, role: 'viewer', action: 'GET /claims', path, status: 200 },
})

/** The people of a server and what they did: the same over both engines. */
export function peopleSuite(name: string, fresh: () => Promise<string>): void {
  describe(`${name}: the people of a server`, () => {
    let s: store.Store
    beforeAll(async () => {
      s = await store.createStore(await fresh(), { name: 'x', tlp: 'clear', at: AT })
    })
    afterAll(() => s.close())
    const person = { name: 'ليلى', role: 'viewer', password: 'hash', created: AT, disabled: null } as const

    it('keeps people under one name each, and changes what is given', async () => {
      expect(await s.write((tx) => store.insertPerson(tx, person))).toBe(true)
      expect(await s.write((tx) => store.insertPerson(tx, { ...person, role: 'administrator' }))).toBe(false)
      expect(await s.write((tx) => store.updatePerson(tx, 'ليلى', { role: 'analyst' }))).toBe(true)
      expect(await s.write((tx) => store.updatePerson(tx, 'nobody', { role: 'analyst' }))).toBe(false)
      expect(await s.read(store.listPeople)).toEqual([{ ...person, role: 'analyst' }])
    })

    it('knows who holds a key, until it expires, is taken away, or its holder is disabled', async () => {
      const key = { kind: 'token', name: 'ليلى', label: 'x', created: AT, expires: LATER } as const
      for (const key_hash of ['a', 'b']) await s.write((tx) => store.insertKey(tx, { ...key, key_hash }))
      const whose = (hash: string, now = AT) => s.read((tx) => store.personOfKey(tx, hash, now))
      expect(await whose('a')).toEqual({ name: 'ليلى', role: 'analyst' })
      expect(await whose('a', LATER)).toBeUndefined()
      expect(await whose('c')).toBeUndefined()
      await s.write((tx) => store.deleteKeys(tx, { hash: 'a' }))
      expect(await whose('a')).toBeUndefined()
      await s.write((tx) => store.updatePerson(tx, 'ليلى', { disabled: AT }))
      expect(await whose('b')).toBeUndefined()
      await s.write((tx) => store.updatePerson(tx, 'ليلى', { disabled: null }))
      await s.write((tx) => store.deleteKeys(tx, { name: 'ليلى', kind: 'session' }))
      expect(await whose('b')).toBeDefined()
    })

    it('chains what was done, from two programs at once, and tells a changed entry', async () => {
      const twin = await store.openStore(s.location)
      const append = (where: store.Store, n: number) =>
        where.write((tx) => store.appendAudit(tx, [entry('ليلى', `/a?n=${n}`), entry('', `/b?n=${n}`)]))
      await Promise.all(Array.from({ length: 10 }, (_, n) => append(n % 2 ? s : twin, n)))
      await twin.close()
      expect(await s.read(store.auditProblems)).toEqual([])
      expect(await s.read((tx) => store.countAudit(tx, {}))).toBe(20)
      const mine = await s.read((tx) => store.listAudit(tx, { who: 'ليلى', before: 11, limit: 3 }))
      expect(mine.map(({ seq }) => seq)).toEqual([9, 7, 5])
      const alter = (role: string) => (tx: store.Scope) =>
        tx.db.updateTable('audit').set({ role }).where('case_id', '=', tx.caseId).where('seq', '=', 7).execute()
      await s.write(alter('administrator'))
      expect(await s.read(store.auditProblems)).toEqual(['audit entry 7 was changed'])
      await s.write(alter('viewer'))
      await s.write((tx) => tx.db.deleteFrom('audit').where('case_id', '=', tx.caseId).where('seq', '=', 7).execute())
      expect((await s.read(store.auditProblems))[0]).toBe('audit entry 8 stands where entry 7 is due')
    })

    it('leaves all of it out of a copy', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'isnad-copy-'))
      try {
        const path = await s.read((tx) => store.copyCase(tx, folder))
        expect(readFileSync(path).includes(Buffer.from('ليلى'))).toBe(false)
        expect(await s.read(store.listPeople)).toHaveLength(1)
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  })
}
