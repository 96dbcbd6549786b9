import { order } from '../model/index.js'
import { fold } from '../text/index.js'
import { leftOutKeys, originVoice, type Telling } from '../weigh/index.js'
import type { DyadVoices, LeaveOut, VoiceOf } from './case.js'
import { isPrivateTeller } from './private-teller.js'
import type { CaseWorld } from './steps.js'

/** `key`: the same of all wordings of one. */
type Speaker = Omit<VoiceOf, 'claims'> & { key: string }

/** Whose word can be left out of what is told, each value once; who says most comes first. */
export function voicesAmong(tellings: readonly Telling[], packs: CaseWorld): DyadVoices {
  const goneWith = countGone(tellings, packs)
  const voices = (speakersOf: (telling: Telling) => Speaker[], leave: (value: string) => LeaveOut): VoiceOf[] => {
    const byKey = new Map(tellings.flatMap(speakersOf).map((one) => [one.key, one]))
    // One name can stand for two: for somebody named, and for a source that a report does not name. It leaves out both, in
    // capitals or not.
    const byValue = new Map<string, VoiceOf>()
    for (const { key: _, ...one } of byKey.values()) {
      const value = fold(one.value)
      const { private: known, value: first = one.value } = byValue.get(value) ?? {}
      const hidden = one.private || known
      const claims = goneWith(leave(first))
      byValue.set(value, { ...one, value: first, claims, ...(hidden && { private: true as const }) })
    }
    return [...byValue.values()].sort((x, y) => y.claims - x.claims || order(x.value, y.value))
  }
  return {
    outlets: voices(
      (one) => printers(one, packs),
      (value) => ({ outlets: [value] }),
    ),
    camps: voices(
      ({ camp }) => (camp === undefined ? [] : [{ key: camp, value: camp, label: camp }]),
      (value) => ({ camps: [value] }),
    ),
    origins: voices(
      (one) => origins(one, packs),
      (value) => ({ origins: [value] }),
    ),
  }
}

/** An outlet or agency is left out wherever it stands: where it printed, and where it passed on. */
function printers({ tellers, document }: Telling, packs: CaseWorld): Speaker[] {
  // A document of no known outlet stands for itself.
  const named = tellers.filter(({ prints, id }) => prints && id !== document)
  return named.map(({ id, name }) => ({ key: id, value: packs.entities.has(id) ? id : name, label: name }))
}

function origins(telling: Telling, packs: CaseWorld): Speaker[] {
  const { kind, lastHop, entity } = telling
  const hidden =
    kind === 'named' && isPrivateTeller(lastHop, entity === undefined ? undefined : packs.entities.get(entity))
  return originVoice(telling).map((voice) => ({ ...voice, ...(hidden && { private: true as const }) }))
}

/**
 * How many claims go with what is left out, be they printed, passed on or said by it. Of a large relationship hundreds can be left
 * out: each finds its claims by their keys.
 */
function countGone(tellings: readonly Telling[], packs: CaseWorld): (what: LeaveOut) => number {
  const holders = {
    outlet: new Map<string, number[]>(),
    camp: new Map<string, number[]>(),
    origin: new Map<string, number[]>(),
  }
  const note = (held: Map<string, number[]>, key: string, n: number) => {
    const own = held.get(key)
    own ? own.push(n) : held.set(key, [n])
  }
  for (const [n, { leave, camp }] of tellings.entries()) {
    for (const key of leave.outlets) note(holders.outlet, key, n)
    for (const key of leave.origins) note(holders.origin, key, n)
    if (camp !== undefined) note(holders.camp, camp, n)
  }
  return (what) => {
    const keys = leftOutKeys(what, packs)
    const gone = new Set<number>()
    for (const kind of ['outlet', 'camp', 'origin'] as const)
      for (const key of keys[kind]) for (const n of holders[kind].get(key) ?? []) gone.add(n)
    return gone.size
  }
}
