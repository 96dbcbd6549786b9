import type { Case, CaseClaim } from '../case/index.js'
import { type DyadCell, type Hop, IsnadError } from '../model/index.js'
import { answers } from './answers.js'
import { bothNames } from './case-world.js'
import type { ApiContext } from './context.js'
import { DYAD_ROUTES, type Voice } from './contract/dyads.js'
import { cutPage } from './cut-page.js'
import { leaveOut } from './query.js'

/** The relationship of two actors: its ledger, and one cell of it opened down to the claims. */
export const dyadRoutes = ({ kase, speaker }: ApiContext) => {
  const find = async (a: string, b: string) => Promise.all([kase.findActor(a), kase.findActor(b)])
  return answers(DYAD_ROUTES, {
    'GET /dyads': async ({ query }) => {
      const left = leaveOut(query)
      const page = cutPage(await kase.pairs(left), query, ({ a, b }) => `${a} ${b}`)
      return { ...page, items: await speaker.dyads(await kase.pairsInFull(page.items, left)) }
    },
    'GET /dyad/{a}/{b}': async ({ params, query }) => {
      const [a, b] = await find(params.a, params.b)
      const left = leaveOut(query)
      const whole = await kase.dyad(a.id, b.id)
      const dyad = left ? await kase.dyad(a.id, b.id, left) : whole
      const claims = await claimsOf(kase, whole.cells)
      const moment = await speaker.world.now()
      await speaker.world.readDocuments(
        moment,
        claims.map((claim) => claim.document),
      )
      const { documents } = moment
      // An outlet or agency is left out wherever it stands: where it printed, and where it passed on.
      const outlets = voices(claims, (claim) => {
        const printed = claim.outlet ?? documents.get(claim.document)?.restatedOutlet
        const passing = claim.chain.filter(({ kind }) => kind === 'outlet' || kind === 'agency')
        const known = printed && speaker.world.packs.outlet(printed)?.id
        return [...(printed ? [{ value: known ?? printed, label: printed }] : []), ...passing.map(voiceOf)]
      })
      return {
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

function claimsOf(kase: Case, cells: readonly DyadCell[]): Promise<CaseClaim[]> {
  return kase.claimsWithIds([...new Set(cells.flatMap((cell) => cell.claims))])
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
