import { order } from '../model/index.js'
import type { CountedTelling, DatedTelling } from '../weigh/index.js'
import { NONE } from './sparse-voice.js'

/** A claim as the figures of a pair of actors are counted from it, with its stated days or those of its incident. */
export type PairTelling = CountedTelling & Pick<DatedTelling, 'time' | 'incident'>

/** What the claims of a pair tell, as it is kept to be counted: by claim, in order, and whatever several have alike once. */
export interface ShortPair {
  voices: readonly Voice[]
  documents: readonly Printed[]
  happenings: readonly Happening[]
  claims: readonly (readonly [claim: string, voice: number, document: number, happening: number])[]
}

/** Who says a claim, and whether it says that it happened: without names, which only reasons show. What ends it may be missing. */
type Voice = readonly [
  kind: PairTelling['kind'],
  key: string,
  status: PairTelling['status'],
  entity?: string | null,
  owner?: string | null,
  camp?: string | null,
  bodies?: readonly string[] | null,
  through?: readonly string[] | null,
  throughReport?: true | null,
]

/** A document; by its id where its text is repeated, since only then another one is joined with it. */
type Printed = readonly [printer: string, day: number | null, id?: string]

/** An incident; or, of claims that went into none, what they tell of themselves. */
type Happening = readonly [
  type: PairTelling['type'],
  time: readonly [from: string | null, to: string | null] | null,
  incident: 0 | 1,
]

/** Gives numbers to things that are alike, in the order in which they are met. */
class Places<T> {
  readonly #places = new Map<string, number>()
  readonly all: T[] = []

  of(key: string, make: () => T): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(make()) - 1
  }
}

/** Writes what the claims of a pair tell in short. `repeated`: documents whose text another one repeats. */
export function shortenPair(tellings: readonly PairTelling[], repeated: ReadonlySet<string>): ShortPair {
  const [voices, documents, happenings] = [new Places<Voice>(), new Places<Printed>(), new Places<Happening>()]
  const inOrder = [...tellings].sort((x, y) => order(x.claim, y.claim))
  const claims = inOrder.map((one) => {
    const voice = voiceOf(one)
    const { document: id, printer, day } = one
    const document = documents.of(id, () => (repeated.has(id) ? [printer, day, id] : [printer, day]))
    return [one.claim, voices.of(JSON.stringify(voice), () => voice), document, happeningOf(one, happenings)] as const
  })
  return { voices: voices.all, documents: documents.all, happenings: happenings.all, claims }
}

function voiceOf({ kind, key, status, entity, owner, camp, bodies, through, throughReport }: PairTelling): Voice {
  const all = [kind, key, status, entity ?? null, owner ?? null, camp ?? null, some(bodies), some(through)] as const
  if (throughReport) return [...all, true]
  return all.slice(0, 1 + all.findLastIndex((part) => part !== null)) as unknown as Voice
}

const some = <T>(list: readonly T[]) => (list.length > 0 ? list : null)

function happeningOf({ incident, type, time }: PairTelling, happenings: Places<Happening>): number {
  const days = incident ? incident.time : time
  const short: Happening = [incident?.type ?? type, days && [days.from, days.to], incident ? 1 : 0]
  return happenings.of(incident?.id ?? JSON.stringify(short), () => short)
}

/** The stated days of all that the claims of a pair tell, each stretch once. */
export function daysOf({ happenings }: ShortPair): Told['time'][] {
  const found = new Map(happenings.map(([, days]) => [days?.join('/') ?? '', days]))
  return [...found.values()].map((days) => days && { from: days[0], to: days[1] })
}

/** What a claim tells of: the type and stated days of the incident that it went into, else its own. */
export type Told = Pick<PairTelling, 'type' | 'time'>

/** Which claims of a pair are asked for: by what they tell of, where a condition is given, and without some. */
export interface Wanted {
  without: ReadonlySet<string>
  counts?: ((told: Told) => boolean) | undefined
}

/** The claims of a pair that are asked for. */
export function claimsOf({ happenings, claims }: ShortPair, { without, counts }: Wanted): Set<string> {
  const fits = happenings.map(
    ([type, days]) => counts?.({ type, time: days && { from: days[0], to: days[1] } }) ?? true,
  )
  const found = new Set<string>()
  for (const [claim, , , happening] of claims) if (fits[happening] && !without.has(claim)) found.add(claim)
  return found
}

/**
 * The claims of a pair, or these of them, as they are counted; type and days are those of `Told`. Nobody has a name, and
 * documents and incidents have ids that tell them apart within the pair.
 */
export function lengthenPair(short: ShortPair, only?: ReadonlySet<string>): PairTelling[] {
  const { voices, documents, happenings, claims } = short
  const told = happenings.map(([type, days, isIncident], place) => {
    const time = days && { from: days[0], to: days[1] }
    return { type, time, incident: isIncident ? { id: `${place}`, type, time } : undefined }
  })
  const tellings: PairTelling[] = []
  // Field by field: there are very many.
  for (const [claim, voicePlace, documentPlace, happening] of claims) {
    if (only && !only.has(claim)) continue
    const about = told[happening]!
    const [kind, key, status, entity, owner, camp, bodies, through, throughReport] = voices[voicePlace]!
    const [printer, day, id] = documents[documentPlace]!
    tellings.push({
      claim,
      document: id ?? `${documentPlace}`,
      printer,
      day,
      type: about.type,
      time: about.time,
      incident: about.incident,
      kind,
      key,
      name: '',
      viaName: '',
      through: through ?? NONE,
      throughReport: throughReport ?? false,
      entity: entity ?? undefined,
      bodies: bodies ?? NONE,
      owner: owner ?? undefined,
      status,
      camp: camp ?? undefined,
    })
  }
  return tellings
}
