import { Hono } from 'hono'
import type { Case, CaseClaim } from '../case/index.js'
import { Channel, type DyadCell, type Hop, IsnadError } from '../model/index.js'
import { bothNames } from './case-world.js'
import type { ApiContext } from './context.js'
import { leaveOut } from './query.js'

/** Somebody whose word can be left out, and how many claims of the relationship rest on it. */
export interface Voice {
  value: string
  /** As the documents have it. */
  label: string
  claims: number
}

/** The relationship of two actors: its ledger, and one cell of it opened down to the claims. */
export function dyadRoutes({ kase, speaker }: ApiContext): Hono {
  const find = async (a: string, b: string) => Promise.all([kase.findActor(a), kase.findActor(b)])
  return new Hono()
    .get('/dyad/:a/:b', async (c) => {
      const [a, b] = await find(c.req.param('a'), c.req.param('b'))
      const left = leaveOut(c.req.url)
      const whole = await kase.dyad(a.id, b.id)
      const dyad = left ? await kase.dyad(a.id, b.id, left) : whole
      const claims = await claimsOf(kase, whole.cells)
      const restated = new Map((await kase.documents()).map(({ id, restatedOutlet }) => [id, restatedOutlet]))
      // An outlet or agency is left out wherever it stands: where it printed, and where it passed on.
      const outlets = voices(claims, (claim) => {
        const printed = claim.outlet ?? restated.get(claim.document)
        const passing = claim.chain.filter(({ kind }) => kind === 'outlet' || kind === 'agency')
        const known = printed && speaker.world.packs.outlet(printed)?.id
        return [...(printed ? [{ value: known ?? printed, label: printed }] : []), ...passing.map(voiceOf)]
      })
      return c.json({
        ...dyad,
        aName: bothNames(a),
        bName: bothNames(b),
        // Taken from the whole relationship, so that what is left out can be taken in again.
        outlets,
        origins: voices(claims, ({ chain }) => chain.slice(-1).map(voiceOf)),
        whole: { claims: claims.length, incidents: new Set(whole.cells.flatMap((cell) => cell.incidents)).size },
        names: await speaker.names(
          claims,
          outlets.map(({ value }) => value),
        ),
      })
    })
    .get('/dyad/:a/:b/cell', async (c) => {
      const [a, b] = await find(c.req.param('a'), c.req.param('b'))
      const left = leaveOut(c.req.url)
      const channel = Channel.safeParse(c.req.query('channel'))
      const month = c.req.query('month')
      const dyad = await kase.dyad(a.id, b.id, left)
      const cell = dyad.cells.find((one) => one.channel === channel.data && one.month === month)
      if (!cell)
        throw new IsnadError('not-found', `Nothing is recorded under ${channel.data} in ${month}.`, {
          where: { what: `${a.id} · ${b.id}` },
          hint: 'Ask for a channel and month that the relationship has.',
        })
      const incidents = await Promise.all(cell.incidents.map((id) => kase.incident(id, left)))
      const inIncidents = new Set(incidents.flatMap((incident) => incident.claims))
      const own = new Set(cell.claims)
      const loose = await Promise.all(cell.claims.filter((id) => !inIncidents.has(id)).map((id) => kase.claim(id)))
      return c.json({
        cell,
        incidents: await speaker.incidents(
          incidents.map((one) => ({ ...one, claimList: one.claimList.filter((claim) => own.has(claim.id)) })),
        ),
        claims: await speaker.claims(loose),
        names: await speaker.names([...loose, ...incidents.flatMap((incident) => incident.claimList)]),
      })
    })
}

async function claimsOf(kase: Case, cells: readonly DyadCell[]): Promise<CaseClaim[]> {
  const ids = new Set(cells.flatMap((cell) => cell.claims))
  return Promise.all([...ids].map((id) => kase.claim(id)))
}

type Speaker = Omit<Voice, 'claims'>
const voiceOf = ({ entity, name }: Hop): Speaker => ({ value: entity ?? name, label: name })

function voices(claims: readonly CaseClaim[], speakersOf: (claim: CaseClaim) => Speaker[]): Voice[] {
  const found = new Map<string, Voice>()
  for (const claim of claims) {
    const speakers = new Map(speakersOf(claim).map((speaker) => [speaker.value, speaker]))
    for (const speaker of speakers.values()) {
      const before = found.get(speaker.value) ?? { ...speaker, claims: 0 }
      found.set(speaker.value, { ...before, claims: before.claims + 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1))
}
