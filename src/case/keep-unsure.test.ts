import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { documents, type MadeUp, packs, stepsOf } from '../../bench/made-up-claims.js'
import { likeliestUnsure } from '../resolve/index.js'
import { createStore } from '../store/index.js'
import { addDocuments } from './add-documents.js'
import { type CaseContext, caseContext, keptKey } from './context.js'
import { forgetDocument } from './forget-document.js'
import { judge } from './judge-claims.js'
import { beginUnsure, likeliestHeld, type UnsureLimits } from './keep-unsure.js'
import { findClaim } from './list-claims.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-unsure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MADE = [...documents(14)]
/** More than there are, and so few that most have to be let go. */
const ALL = { listed: 50_000, held: 100_000 }
const FEW = { listed: 5, held: 8 }

/** Reports of five men who are released, two months after one another: only the number and one party bring them together. */
const RELEASES = [...documents(42)].map(({ document, claims: [claim] }, n): MadeUp => {
  const day = new Date(Date.UTC(2015, 2 * n, 15)).toISOString().slice(0, 10)
  const published = { from: day, to: day, basis: 'metadata' as const }
  const agents = [{ text: 'houthis', start: 0, end: 7, entity: 'houthis' }]
  const released = { text: '5', start: 60, end: 61, min: 5, max: 5 }
  const told = { agents, counterparts: [], places: [], time: null, counts: { released }, chain: [] }
  return { document: { ...document, published }, claims: [{ ...claim!, ...told, type: 'prisoner-release' }] }
})

const now = () => '2026-01-01T00:00:00.000Z'
let serial = 0
async function caseWith(limits: UnsureLimits, made: readonly MadeUp[] = MADE): Promise<CaseContext> {
  const steps = stepsOf(made)
  const store = await createStore(join(folder, `${serial++}`), { name: 'x', tlp: 'clear', at: now() }, (tx) =>
    beginUnsure(tx, keptKey({ steps }), limits),
  )
  return caseContext(store, steps, now)
}

const held = (context: CaseContext) => context.store.read((scope) => likeliestHeld(scope, keptKey(context)))
const add = (context: CaseContext, made: readonly MadeUp[]) =>
  addDocuments(
    context,
    made.map(({ document }) => document.path),
    {},
  )
/** The likeliest pairs of these documents, sought in all their claims. */
function sought(made: readonly MadeUp[], { listed }: UnsureLimits, without: readonly string[] = []) {
  const claims = made.flatMap(({ document, claims: own }) => own.map((claim) => ({ claim, document })))
  const counted = claims.filter(({ claim }) => !without.includes(claim.id))
  return likeliestUnsure(counted, packs, () => false, listed)
}

describe('pairs that linking could not decide', () => {
  const backwards = [...MADE].reverse()
  it.each([
    ['all of them, one by one', ALL, MADE.map((one) => [one])],
    ['all of them, backwards', ALL, backwards.map((one) => [one])],
    ['all of them, at once', ALL, [MADE]],
    ['the likeliest, one by one', FEW, MADE.map((one) => [one])],
    ['the likeliest, backwards', FEW, backwards.map((one) => [one])],
    ['the likeliest, in two groups', FEW, [MADE.slice(0, 6), MADE.slice(6)]],
  ] as const)(
    'are kept up: %s',
    async (_, limits, groups) => {
      const context = await caseWith(limits)
      const there: MadeUp[] = []
      for (const group of groups) {
        await add(context, group)
        there.push(...group)
        expect(await held(context)).toEqual(sought(there, limits))
      }
      expect(sought(there, ALL).length).toBeGreaterThan(4 * FEW.held)
      await context.store.close()
    },
    60_000,
  )

  it('follow a claim that is rejected and a document that is forgotten, as long as enough are held', async () => {
    const context = await caseWith(ALL)
    await add(context, MADE)
    const { a } = sought(MADE, ALL)[0]!
    const { document, evidence, type } = await findClaim(context, a)
    const target = { kind: 'claim', claim: a, document, span: evidence, type } as const
    const judged = await judge(context, { kind: 'reject', target, by: 'A. Analyst' })
    expect(await held(context)).toEqual(sought(MADE, ALL, [a]))
    await judge(context, { kind: 'reject', target, by: 'A. Analyst', reverses: judged.id })
    expect(await held(context)).toEqual(sought(MADE, ALL))
    await forgetDocument(context, MADE[3]!.document.id, 'not ours to keep', 'A. Analyst')
    expect(await held(context)).toEqual(sought(MADE.toSpliced(3, 1), ALL))
    await context.store.close()
  }, 60_000)

  it('go with the number that brought them together when too many come to share it, and come back with it', async () => {
    const context = await caseWith(ALL, RELEASES)
    for (const count of [20, 40, 41, 42]) {
      await add(context, RELEASES.slice(0, count))
      expect(await held(context)).toEqual(sought(RELEASES.slice(0, count), ALL))
    }
    expect(sought(RELEASES.slice(0, 40), ALL)).toHaveLength((40 * 39) / 2)
    expect(await held(context)).toEqual([])
    for (const { document } of RELEASES.slice(0, 2)) await forgetDocument(context, document.id, 'x', 'A. Analyst')
    expect(await held(context)).toEqual(sought(RELEASES.slice(2), ALL))
    await context.store.close()
  }, 60_000)

  it('are to be sought again when too many of the likeliest are gone', async () => {
    const context = await caseWith(FEW)
    await add(context, MADE)
    for (const { document } of MADE.slice(2)) {
      await forgetDocument(context, document.id, 'not ours to keep', 'A. Analyst')
      const now = await held(context)
      if (now === undefined) break
      expect(now).toHaveLength(FEW.listed)
    }
    expect(await held(context)).toBeUndefined()
    await context.store.close()
  }, 60_000)
})
