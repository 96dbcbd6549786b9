import { order } from '../model/index.js'
import type { CountedTelling, DatedTelling } from '../weigh/index.js'
import { NONE, type Sparse, sparse } from './sparse-voice.js'

/** A claim as the figures of a pair of actors are counted from it, with its stated days or those of its incident. */
export type PairTelling = CountedTelling & Pick<DatedTelling, 'time' | 'incident'>

/** What depends on the document, and what on the incident. */
type About = 'document' | 'printer' | 'day'
type Happened = 'type' | 'time' | 'incident'
/** Who says a claim, and whether it says that it happened. */
type Voice = Sparse<Omit<PairTelling, 'claim' | About | Happened>>

/** What the claims of a pair tell, as it is kept: by claim, and whatever several have alike once. */
export interface ShortPair {
  voices: readonly Voice[]
  documents: readonly (readonly [id: string, printer: string, day: number | null])[]
  /** Incidents; of a claim that went into none, what it tells of itself. */
  happenings: readonly Happening[]
  claims: readonly (readonly [claim: string, voice: number, document: number, happening: number])[]
}

type Happening = readonly [
  incident: string | null,
  type: PairTelling['type'],
  time: readonly [from: string | null, to: string | null] | null,
]

/** Numbers for things that are alike, in the order in which they are met. */
class Places<T> {
  readonly #places = new Map<string, number>()
  readonly all: T[] = []

  of(one: T): number {
    const key = JSON.stringify(one)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(one) - 1
  }
}

/** Writes what the claims of a pair tell in short. */
export function shortenPair(tellings: readonly PairTelling[]): ShortPair {
  const [voices, documents, happenings] = [
    new Places<Voice>(),
    new Places<ShortPair['documents'][number]>(),
    new Places<Happening>(),
  ]
  const inOrder = [...tellings].sort((x, y) => order(x.claim, y.claim))
  const claims = inOrder.map((one) => {
    const document = documents.of([one.document, one.printer, one.day])
    return [one.claim, voices.of(voiceOf(one)), document, happenings.of(happeningOf(one))] as const
  })
  return { voices: voices.all, documents: documents.all, happenings: happenings.all, claims }
}

function voiceOf({ kind, key, name, viaName, owner, status, camp, ...more }: PairTelling): Voice {
  const { through, throughReport, bodies, entity } = more
  return sparse({ kind, key, name, viaName, entity, owner, status, camp, through, throughReport, bodies })
}

function happeningOf({ incident, type, time }: PairTelling): Happening {
  const days = incident ? incident.time : time
  return [incident?.id ?? null, incident?.type ?? type, days && [days.from, days.to]]
}

/** What a claim tells of: the type and stated days of the incident that it went into, else its own. */
export type Told = Pick<PairTelling, 'type' | 'time'>

/** Which claims of a pair are asked for: by what they tell of, where a condition is given, and without some. */
export interface Wanted {
  without: ReadonlySet<string>
  counts?: ((told: Told) => boolean) | undefined
}

/** The claims of a pair, or those that are asked for, as they are counted; type and days are those of `Told`. */
export function lengthenPair(short: ShortPair, { without, counts }: Wanted = { without: new Set() }): PairTelling[] {
  const { voices, documents, happenings, claims } = short
  const told = happenings.map(([id, type, days]) => {
    const time = days && { from: days[0], to: days[1] }
    if (counts && !counts({ type, time })) return undefined
    return { type, time, incident: id === null ? undefined : { id, type, time } }
  })
  const tellings: PairTelling[] = []
  // Field by field: there are very many.
  for (const [claim, voicePlace, documentPlace, happening] of claims) {
    const about = told[happening]
    if (!about || without.has(claim)) continue
    const voice = voices[voicePlace]!
    const [document, printer, day] = documents[documentPlace]!
    const { type, time, incident } = about
    tellings.push({
      claim,
      document,
      printer,
      day,
      type,
      time,
      incident,
      kind: voice.kind,
      key: voice.key,
      name: voice.name,
      viaName: voice.viaName,
      through: voice.through ?? NONE,
      throughReport: voice.throughReport ?? false,
      entity: voice.entity,
      bodies: voice.bodies ?? NONE,
      owner: voice.owner,
      status: voice.status,
      camp: voice.camp,
    })
  }
  return tellings
}
