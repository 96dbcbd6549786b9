import { type Dyad, order } from '../model/index.js'
import { briefsOfClaims, documentsByKeys, findClaims, type Scope } from '../store/index.js'
import { isBetween, isLeftOut, ledger, originVoice, type Telling, tellingOf } from '../weigh/index.js'
import type { DyadVoices, LeaveOut, VoiceOf } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { repeatsAround } from './find-repeats.js'
import { identitiesOf, worldWith } from './identities.js'
import { renewTellings, tellingsOf } from './keep-tellings.js'
import { type CaseTelling, linked, type PartOfCase } from './part-of-case.js'
import { isPrivateTeller } from './private-teller.js'
import type { CaseWorld } from './steps.js'

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
  return {
    outlets: voices(
      tellings,
      packs,
      (one) => printers(one, packs),
      (value) => ({ outlets: [value] }),
    ),
    camps: voices(
      tellings,
      packs,
      ({ camp }) => (camp === undefined ? [] : [{ key: camp, value: camp, label: camp }]),
      (value) => ({ camps: [value] }),
    ),
    origins: voices(
      tellings,
      packs,
      (one) => origins(one, packs),
      (value) => ({ origins: [value] }),
    ),
  }
}

/** `key`: the same of all wordings of one. */
type Speaker = Omit<VoiceOf, 'claims'> & { key: string }

/** An outlet or agency is left out wherever it stands: where it printed, and where it passed on. */
function printers({ tellers, document }: CaseTelling, packs: CaseWorld): Speaker[] {
  // A document of no known outlet stands for itself.
  const named = tellers.filter(({ prints, id }) => prints && id !== document)
  return named.map(({ id, name }) => ({ key: id, value: packs.entities.has(id) ? id : name, label: name }))
}

function origins(telling: CaseTelling, packs: CaseWorld): Speaker[] {
  const { kind, lastHop, entity } = telling
  const hidden =
    kind === 'named' && isPrivateTeller(lastHop, entity === undefined ? undefined : packs.entities.get(entity))
  return originVoice(telling).map((voice) => ({ ...voice, ...(hidden && { private: true as const }) }))
}

/** `leave`: what leaving a value out means; counted are the claims that then go, be they printed, passed on or said by it. */
function voices(
  tellings: readonly CaseTelling[],
  packs: CaseWorld,
  speakersOf: (telling: CaseTelling) => Speaker[],
  leave: (value: string) => LeaveOut,
): VoiceOf[] {
  const speakers = new Map(tellings.flatMap(speakersOf).map((one) => [one.key, one]))
  const found = [...speakers.values()].map(({ key: _, ...one }): VoiceOf => {
    const leftOut = isLeftOut(leave(one.value), packs)
    return { ...one, claims: tellings.filter((telling) => leftOut(telling.leave, telling.camp)).length }
  })
  return found.sort((x, y) => y.claims - x.claims || order(x.value, y.value))
}
