import type { Case, CaseClaim, CaseIncident } from '../case/index.js'
import type { FoundIncidentAnswer } from './contract/search.js'
import type { Speaker } from './speaker.js'

/** Incidents that are shown at once; who sees none that fits gives more words. */
const MOST = 12
/** Claims looked at for the incidents that they stand in. */
const MOST_CLAIMS = 60
/** Days before and after an incident in which what may be the same lies. */
const DAYS_AROUND = 30

type Found = Pick<FoundIncidentAnswer, 'id' | 'type' | 'title' | 'claims' | 'independence'> & { claim: CaseClaim }

/** Incidents of which a claim holds these words, without `near`; of no words those that have most to do with it. */
export async function searchIncidents(
  kase: Case,
  speaker: Speaker,
  { q, near }: { q: string; near?: string | undefined },
): Promise<FoundIncidentAnswer[]> {
  const found = q.trim() === '' ? await around(kase, near) : await holding(kase, q)
  const shown = found.filter(({ id }) => id !== near).slice(0, MOST)
  const views = await speaker.claims(shown.map(({ claim }) => claim))
  return shown.map(({ claim, ...one }, i) => {
    const text = claim.evidence.text
    return { ...one, said: views[i]?.said ?? { en: text, ar: text } }
  })
}

async function holding(kase: Case, query: string): Promise<Found[]> {
  const { claims } = await kase.search({ query, only: 'claims', limit: MOST_CLAIMS })
  const hits = new Map<string, CaseClaim>()
  for (const { claim } of claims.items)
    if (claim.incident !== undefined && !hits.has(claim.incident)) hits.set(claim.incident, claim)
  const incidents = new Map((await kase.incidentsWithIds([...hits.keys()])).map((one) => [one.id, one]))
  return [...hits].flatMap(([id, claim]) => {
    const incident = incidents.get(id)
    return incident ? [inShort(incident, claim)] : []
  })
}

async function around(kase: Case, near: string | undefined): Promise<Found[]> {
  if (near === undefined) return []
  const { type, time, parties, places } = await kase.incident(near)
  const own = new Set([...parties, ...places].map(({ id }) => id))
  const [actor] = parties
  const [from, to] = [dayFrom(time.from ?? time.to, -DAYS_AROUND), dayFrom(time.to ?? time.from, DAYS_AROUND)]
  const { items } = await kase.incidents({
    ...(actor && { actor: actor.id }),
    ...(from && to && { from, to }),
    limit: MOST_CLAIMS,
  })
  const shared = (one: CaseIncident) =>
    [...one.parties, ...one.places].filter(({ id }) => own.has(id)).length + (one.type === type ? 2 : 0)
  return items
    .map((one) => ({ one, worth: shared(one) }))
    .sort((a, b) => b.worth - a.worth)
    .flatMap(({ one }) => (one.claimList[0] ? [inShort(one, one.claimList[0])] : []))
}

const inShort = ({ id, type, title, claims, independence }: CaseIncident, claim: CaseClaim): Found => ({
  ...{ id, type, title, claim, claims: claims.length },
  independence: { atLeast: independence.atLeast, atMost: independence.atMost, camps: independence.camps },
})

function dayFrom(day: string | null, days: number): string | undefined {
  if (day === null) return undefined
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
