import { initials } from '../export/index.js'
import { type DyadCell, IsnadError } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { DYAD_ROUTES } from './contract/dyads.js'
import { cutPage } from './cut-page.js'
import { leaveOut } from './query.js'

/** The relationship of two actors: its ledger, and one cell of it opened down to the claims. */
export const dyadRoutes = ({ kase, speaker }: ApiContext) => {
  const find = async (a: string, b: string) => Promise.all([kase.findActor(a), kase.findActor(b)])
  return answers(DYAD_ROUTES, {
    'GET /dyads': async ({ query }) => {
      const left = leaveOut(query)
      const { actor } = query
      const pairs = (await kase.pairs(left)).filter(({ a, b }) => actor === undefined || a === actor || b === actor)
      const page = cutPage(pairs, query, ({ a, b }) => `${a} ${b}`)
      return { ...page, items: await speaker.pairs(page.items) }
    },
    'GET /dyad/{a}/{b}': async ({ params, query }) => {
      const [a, b] = await find(params.a, params.b)
      const left = leaveOut(query)
      const whole = await kase.dyad(a.id, b.id)
      const dyad = left ? await kase.dyad(a.id, b.id, left) : whole
      // Taken from the whole relationship, so that what is left out can be taken in again.
      const { outlets, camps, origins: named } = await kase.dyadVoices(a.id, b.id)
      const origins = named.map(({ private: hidden, ...one }) =>
        hidden ? { ...one, label: initials(one.label, speaker.world.packs.titles) } : one,
      )
      const count = (of: (cell: DyadCell) => string[]) => new Set(whole.cells.flatMap(of)).size
      return {
        ...dyad,
        aName: speaker.world.nameOf(a),
        bName: speaker.world.nameOf(b),
        ...{ outlets, camps, origins },
        whole: { claims: count(({ claims }) => claims), incidents: count(({ incidents }) => incidents) },
        names: await speaker.names(
          [],
          [...outlets, ...camps, ...origins].map(({ value }) => value),
        ),
      }
    },
    'GET /dyad/{a}/{b}/cell': async ({ params, query }) => {
      const [a, b] = await find(params.a, params.b)
      const left = leaveOut(query)
      const { channel, month } = query
      const dyad = await kase.dyad(a.id, b.id, left)
      const cell = dyad.cells.find((one) => one.channel === channel && one.month === month)
      if (!cell)
        throw new IsnadError('not-found', `Nothing is recorded under ${channel} in ${month}.`, {
          where: { what: `${a.id} · ${b.id}` },
          hint: 'Ask for a channel and month that the relationship has.',
        })
      const incidents = await kase.incidentsWithIds(cell.incidents, left)
      const inIncidents = new Set(incidents.flatMap((incident) => incident.claims))
      const own = new Set(cell.claims)
      const loose = await kase.claimsWithIds(cell.claims.filter((id) => !inIncidents.has(id)))
      return {
        cell,
        incidents: await speaker.incidents(
          incidents.map((one) => ({ ...one, claimList: one.claimList.filter((claim) => own.has(claim.id)) })),
        ),
        claims: await speaker.claims(loose),
        names: await speaker.names([...loose, ...incidents.flatMap((incident) => incident.claimList)]),
      }
    },
  })
}
