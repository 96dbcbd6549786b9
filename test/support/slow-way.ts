import { expect } from 'vitest'
import type { Case, LeaveOut } from '../../src/case/index.js'
import { Claim, type Incident } from '../../src/model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../../src/resolve/index.js'
import { campOf, dyad, findPassings, leaveOut, originOf, summariseDyads, weighIncident } from '../../src/weigh/index.js'

const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

/** The stated days of a claim's incident, or its own where it forms none. */
function timeOf({ claim }: LinkClaim, incidents: readonly Incident[]) {
  const incident = incidents.find(({ claims }) => claims.includes(claim.id))
  return incident ? (incident.time.basis === 'stated' ? incident.time : null) : claim.time
}

/** How many claims lie in each month. */
function monthsOf(items: readonly LinkClaim[], incidents: readonly Incident[]) {
  const months = new Map<string, number>()
  for (const item of items) {
    const month = timeOf(item, incidents)?.from?.slice(0, 7)
    if (month) months.set(month, (months.get(month) ?? 0) + 1)
  }
  return [...months].sort(([a], [b]) => order(a, b)).map(([month, claims]) => ({ month, claims }))
}

/** Everything of a case that lists of the whole rest on, read claim by claim. */
async function readAll(kase: Case, packs: KnownWorld) {
  const claims = (await kase.claims({ limit: 10_000 })).items.filter(({ decision }) => decision !== 'rejected')
  const documents = new Map((await kase.documents()).map((one) => [one.id, { ...one, text: '' }]))
  const items = claims.map(
    (claim): LinkClaim => ({ claim: Claim.parse(claim), document: documents.get(claim.document)! }),
  )
  const incidents = (await kase.incidents({ limit: 10_000 })).items
  return { items, incidents, packs, republications: await kase.republications() }
}

/**
 * Checks that what a case keeps for its lists and figures says the same as weighing all its claims one by one: pairs,
 * network, sources, figures and incidents, whole and without each of these.
 */
export async function expectAsSlowly(kase: Case, world: KnownWorld, without: readonly LeaveOut[]): Promise<void> {
  const { items, incidents, ...about } = await readAll(kase, world)
  for (const left of [undefined, ...without]) {
    const context = { ...about, leaveOut: left }
    const told = leaveOut(items, left, context)
    const weighed = incidents.map((one) => weighIncident(one, items, context)).filter((one) => one.claims.length > 0)

    const pairs = summariseDyads(incidents, items, context)
    const bare = (all: Awaited<ReturnType<Case['dyads']>>) => all.map(({ aName: _, bName: __, ...row }) => row)
    expect(bare(await kase.dyads(left))).toEqual(pairs)
    const counted = (all: typeof pairs) =>
      all.map(({ independence: { atLeast, atMost, camps }, ...row }) => ({
        ...row,
        independence: { atLeast, atMost, camps },
      }))
    const bareCounts = (all: Awaited<ReturnType<Case['pairs']>>) => all.map(({ aName: _, bName: __, ...row }) => row)
    expect(bareCounts(await kase.pairs(left))).toEqual(counted(pairs))
    expect(bareCounts((await kase.network({ ...(left && { leaveOut: left }) })).pairs)).toEqual(counted(pairs))
    const typeOf = ({ claim }: LinkClaim) =>
      incidents.find(({ claims }) => claims.includes(claim.id))?.type ?? claim.type
    const isViolent = (item: LinkClaim) => typeFacts(typeOf(item), world).channel === 'violence'
    const inChannel = await kase.network({ channel: 'violence', ...(left && { leaveOut: left }) })
    expect(bareCounts(inChannel.pairs)).toEqual(counted(summariseDyads(incidents, items, context, isViolent)))
    const toldOf = (all: readonly LinkClaim[]) => leaveOut(all, left, context)
    expect(inChannel.months).toEqual(monthsOf(toldOf(items.filter(isViolent)), incidents))

    // From the day of one claim to that of another, and on, and up to it.
    const stated = [...new Set(items.flatMap((item) => timeOf(item, incidents)?.from ?? []))].sort()
    const [first, last] = [stated.at(stated.length / 3), stated.at((2 * stated.length) / 3)]
    for (const span of first && last ? [{ from: first, to: last }, { from: last }, { to: first }] : []) {
      const inSpan = (item: LinkClaim) => {
        const time = timeOf(item, incidents)
        const [from, to] = [time?.from ?? time?.to, time?.to ?? time?.from]
        return Boolean(from && to && to >= (span.from ?? to) && from <= (span.to ?? from))
      }
      const some = await kase.network({ ...span, ...(left && { leaveOut: left }) })
      expect(bareCounts(some.pairs)).toEqual(counted(summariseDyads(incidents, items, context, inSpan)))
      expect(some.months).toEqual(monthsOf(told, incidents))
    }

    // Two actors that stand apart, and one with what it is a part of.
    const parts = [...world.entities.values()].flatMap(({ id, kind }) =>
      kind === 'actor' ? world.ancestors(id).map((other) => ({ a: id, b: other })) : [],
    )
    for (const { a, b } of [...pairs, ...parts])
      expect(await kase.dyad(a, b, left)).toEqual(dyad(a, b, incidents, items, context))

    if (!left) expect((await kase.network()).months).toEqual(monthsOf(items, incidents))

    const sources = await kase.sources(left)
    const passings = findPassings(told, context).map(({ by, from, claims, ...rest }) => ({
      ...{ by: by.id, from: from.id, claims: claims.length, ...rest },
    }))
    const key = (one: { by: string; from: string; how: string }) => `${one.by} ${one.from} ${one.how}`
    const inOrder = <T extends { by: string; from: string; how: string }>(all: T[]) =>
      [...all].sort((x, y) => order(key(x), key(y)))
    expect(inOrder(sources.passings)).toEqual(inOrder(passings))
    expect(sources.circles.map(({ circle }) => circle)).toEqual(weighed.flatMap((one) => one.transmission.circles))
    for (const source of sources.sources) {
      const first = weighed.filter(({ transmission }) => transmission.first.by.some(({ id }) => id === source.id))
      const origin = told
        .map((item) => originOf(item, world))
        .filter(({ kind }) => kind === 'named' || kind === 'voice')
      const own = origin.filter(({ key }) => key.replace(/^name:/, '') === source.id)
      expect({ ...source, first: first.length }).toEqual(source)
      expect(source.originOf + source.ownVoice).toBe(own.length)
    }
    expect(sources.sources.reduce((sum, { claims }) => sum + claims, 0)).toBe(told.length)

    const camps = told.map((item) => campOf(item, world) ?? null)
    const summary = await kase.summary(left)
    for (const { camp, claims } of summary.byCamp) expect(claims).toBe(camps.filter((one) => one === camp).length)
    expect(summary.byCamp.reduce((sum, { claims }) => sum + claims, 0)).toBe(told.length)
    expect(summary.byCamp.reduce((sum, { unnamed }) => sum + unnamed, 0)).toBe(summary.unnamedOriginClaims)
    const days = told.flatMap(({ claim: { time } }) => [time?.from ?? [], time?.to ?? []].flat()).sort()
    expect(summary).toMatchObject({
      claims: told.length,
      incidents: weighed.length,
      contradictions: weighed.reduce((sum, { contradictions }) => sum + contradictions.length, 0),
      ownVoiceClaims: told.filter(({ claim }) => claim.chain.length === 0).length,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
    })
    const options = { limit: 10_000, ...(left && { leaveOut: left }) }
    const listed = (await kase.incidents(options)).items
    expect(listed.map(({ id, independence, contradictions }) => ({ id, independence, contradictions }))).toEqual(
      weighed.map(({ id, independence, contradictions }) => ({ id, independence, contradictions })),
    )
    const contradicted = weighed.filter(({ contradictions }) => contradictions.length > 0).map(({ id }) => id)
    expect((await kase.incidents({ ...options, contradicted: true })).items.map(({ id }) => id)).toEqual(contradicted)
  }
}
