import { type Dyad, order } from '../model/index.js'
import { briefsOfClaims, documentsByKeys, findClaims, type Scope } from '../store/index.js'
import { isBetween, ledger, type Telling, tellingOf } from '../weigh/index.js'
import type { DyadVoices, LeaveOut } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { repeatsAround } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'
import { linked, type PartOfCase } from './part-of-case.js'
import type { CaseWorld } from './steps.js'
import { voicesAmong } from './voices-among.js'

/** The ledger of two actors, by id; only what tells of both is read. */
export async function findDyad(context: CaseContext, a: string, b: string, leaveOut?: LeaveOut): Promise<Dyad> {
  const { tellings, ...weighing } = await readBetween(context, a, b)
  return ledger(a, b, tellings, { ...weighing, leaveOut })
}

/**
 * What the claims between two actors tell, and what weighing them needs; remembered until the case changes, since a ledger is
 * opened cell by cell, and with this and that left out.
 */
function readBetween(context: CaseContext, a: string, b: string): Promise<PartOfCase> {
  return context.remember(`between ${a} ${b}`, async () => {
    await renewTellings(context)
    return context.store.read(async (scope) => {
      const packs = await worldWith(scope, context.steps.world, await identitiesOf(scope, context.steps.world))
      const own = await tellingsBetween(scope, a, b, packs)
      const incidents = await briefsOfClaims(
        scope,
        own.map(({ claim }) => claim),
      )
      const republications = await repeatsAround(scope, [...new Set(own.map(({ document }) => document))])
      return { tellings: linked(own, incidents), republications, packs }
    })
  })
}

async function tellingsBetween(scope: Scope, a: string, b: string, packs: CaseWorld): Promise<Telling[]> {
  if (packs.ancestors(a).includes(b) || packs.ancestors(b).includes(a)) {
    // An actor and what it is a part of are no pair of the overview, by which documents could be found.
    const { rows } = await findClaims(scope, { actors: [a, b] })
    const shown = rows.filter(({ decision, claim }) => decision !== 'rejected' && isBetween(claim, a, b, packs))
    return (await withDocuments(scope, shown)).map((item) => tellingOf(item, packs))
  }
  const pair = [a, b].sort(order).join('|')
  const all = await tellingsOf(scope, await documentsByKeys(scope, 'pair', [pair]))
  return all.filter(({ pairs }) => pairs.includes(pair))
}

/** Whose word on two actors can be left out, before anything is; who says most comes first. */
export async function dyadVoices(context: CaseContext, a: string, b: string): Promise<DyadVoices> {
  const { tellings, packs } = await readBetween(context, a, b)
  return voicesAmong(tellings, packs)
}
