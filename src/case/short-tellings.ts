import type { Telling } from '../weigh/index.js'
import { NONE, type Sparse, sparse } from './sparse-voice.js'

/** What every claim of a document has alike. */
type Common = 'document' | 'printer' | 'day' | 'published'
/** What depends on the claim, and not on who says it. */
type Own = 'claim' | 'type' | 'status' | 'confidence' | 'time' | 'pairs'
/** Who says a claim, through whom; of a document there are few. */
type Voice = Sparse<Omit<Telling, Common | Own>>

/** The tellings of one document as they are kept: each voice once, and claims as short rows that name theirs by its place. */
export interface ShortTellings {
  about: Pick<Telling, 'printer' | 'day' | 'published'> | null
  voices: readonly Voice[]
  claims: readonly Row[]
}

type Row = readonly [
  claim: string,
  voice: number,
  type: Telling['type'],
  status: Telling['status'],
  confidence: number,
  time: readonly [from: string | null, to: string | null] | null,
  pairs: readonly string[],
]

/** Writes the tellings of one document in short. */
export function shorten(tellings: readonly Telling[]): ShortTellings {
  const [first] = tellings
  const voices = new Map<string, number>()
  const claims = tellings.map((one): Row => {
    const key = JSON.stringify(voiceOf(one))
    const voice = voices.get(key) ?? voices.size
    voices.set(key, voice)
    const { claim, type, status, confidence, time, pairs } = one
    return [claim, voice, type, status, confidence, time && [time.from, time.to], pairs]
  })
  const about = first ? { printer: first.printer, day: first.day, published: first.published } : null
  return { about, voices: [...voices.keys()].map((key) => JSON.parse(key) as Voice), claims }
}

function voiceOf(telling: Telling): Voice {
  const { claim, type, status, confidence, time, pairs, document, printer, day, published, ...voice } = telling
  return sparse(voice)
}

/**
 * Adds the tellings of one document to a list, as they were before they were shortened. Field by field: there are very many,
 * and objects that are written out whole are made and read several times faster.
 */
export function lengthen(document: string, { about, voices, claims }: ShortTellings, into: Telling[]): void {
  if (!about) return
  for (const [claim, place, type, status, confidence, time, pairs] of claims) {
    const voice = voices[place]!
    into.push({
      claim,
      document,
      type,
      status,
      confidence,
      pairs,
      time: time && { from: time[0], to: time[1] },
      printer: about.printer,
      day: about.day,
      published: about.published,
      kind: voice.kind,
      key: voice.key,
      name: voice.name,
      viaName: voice.viaName,
      through: voice.through ?? NONE,
      throughReport: voice.throughReport ?? false,
      entity: voice.entity,
      bodies: voice.bodies ?? NONE,
      owner: voice.owner,
      camp: voice.camp,
      tellers: voice.tellers,
      lastHop: voice.lastHop,
      leave: voice.leave,
    })
  }
}
