import type { CaseClaim, CaseIncident, DyadSummary } from '../../src/case/case.js'
import { because, type Channel, type ClaimType, type Contradiction, type DyadCell } from '../../src/model/index.js'
import { entities } from './entities.js'
import { bounds, independence } from './fake-weighing.js'

const TITLES: Record<string, { en: string; ar: string; type: ClaimType; from: string; to: string }> = {
  'i-freed': {
    en: 'Reported release of nine Highland Guard fighters, Qanat, 10 March 2023',
    ar: 'إفراج عن تسعة من مقاتلي حرس المرتفعات كما ورد، قنات، 10 مارس 2023',
    type: 'prisoner-release',
    from: '2023-03-10',
    to: '2023-03-10',
  },
  'i-clash': {
    en: 'Reported clash of Harbour Front and Highland Guard, Wadi Rimal, 2 June 2023',
    ar: 'اشتباك بين جبهة المرفأ وحرس المرتفعات كما ورد، وادي رمال، 2 يونيو 2023',
    type: 'armed-clash',
    from: '2023-06-02',
    to: '2023-06-02',
  },
  'i-meeting': {
    en: 'Reported meeting of Harbour Front and Highland Guard, Wadi Rimal, October 2023',
    ar: 'لقاء بين جبهة المرفأ وحرس المرتفعات كما ورد، وادي رمال، أكتوبر 2023',
    type: 'meeting',
    from: '2023-10-01',
    to: '2023-10-31',
  },
  'i-drones': {
    en: 'Reported transfer of four drones, November 2023',
    ar: 'تسليم أربع طائرات مسيّرة كما ورد، نوفمبر 2023',
    type: 'arms-transfer',
    from: '2023-11-01',
    to: '2023-11-30',
  },
  'i-raid': {
    en: 'Reported attack on a post of the Harbour Front, Qanat, 8 February 2024',
    ar: 'هجوم على موقع لجبهة المرفأ كما ورد، قنات، 8 فبراير 2024',
    type: 'attack',
    from: '2024-02-08',
    to: '2024-02-08',
  },
}

const CHANNELS: Partial<Record<ClaimType, Channel>> = {
  meeting: 'talks',
  agreement: 'agreements',
  'prisoner-release': 'prisoners',
  'arms-transfer': 'arms',
  training: 'training',
  'safe-passage': 'passage',
  'non-aggression': 'restraint',
  'armed-clash': 'violence',
  attack: 'violence',
}
export const channelOf = (type: ClaimType): Channel => CHANNELS[type] ?? 'other'

export const partiesOf = (claim: CaseClaim): Set<string> =>
  new Set([...claim.agents, ...claim.counterparts, ...claim.objects].flatMap((filler) => filler.entity ?? []))

const nameOf = (id: string) => ({
  en: entities.find((one) => one.id === id)?.names.find((name) => name.lang === 'en')?.name ?? id,
  ar: entities.find((one) => one.id === id)?.names.find((name) => name.lang === 'ar')?.name ?? id,
})

function contradictions(claims: CaseClaim[]): Contradiction[] {
  const out: Contradiction[] = []
  for (const field of ['released', 'killed']) {
    const values = new Map<string, string[]>()
    for (const claim of claims) {
      const count = claim.counts[field as 'killed']
      if (!count) continue
      const value = count.max === null ? `at least ${count.min}` : String(count.min)
      values.set(value, [...(values.get(value) ?? []), claim.id])
    }
    if (values.size > 1)
      out.push({ kind: 'value', field, values: [...values].map(([value, ids]) => ({ value, claims: ids })) })
  }
  const types = new Map<string, string[]>()
  for (const claim of claims) types.set(claim.type, [...(types.get(claim.type) ?? []), claim.id])
  if (types.size > 1)
    out.push({ kind: 'outcome', field: 'type', values: [...types].map(([value, ids]) => ({ value, claims: ids })) })
  const denied = claims.filter((claim) => claim.status === 'denied').map((claim) => claim.id)
  const others = claims.filter((claim) => claim.status !== 'denied').map((claim) => claim.id)
  if (denied.length > 0 && others.length > 0)
    out.push({
      kind: 'denial',
      field: 'status',
      values: [
        { value: 'asserted', claims: others },
        { value: 'denied', claims: denied },
      ],
    })
  return out
}

/** Joins claims by the incident that the fixture names; what is left out takes its incident along when it was alone. */
export function incidentsOf(claims: CaseClaim[]): CaseIncident[] {
  return Object.entries(TITLES).flatMap(([id, title]) => {
    const own = claims.filter((claim) => claim.incident === id)
    if (own.length === 0) return []
    const parties = [...new Set(own.flatMap((claim) => [...partiesOf(claim)]))].filter((one) => one !== 'drone')
    const places = [...new Set(own.flatMap((claim) => claim.places.flatMap((place) => place.entity ?? [])))]
    const support = independence(own)
    return [
      {
        id,
        type: title.type,
        statuses: [...new Set(own.map((claim) => claim.status))],
        time: { from: title.from, to: title.to, basis: 'stated' },
        parties: parties.map((one) => ({ id: one, name: nameOf(one).en, role: 'party' })),
        places: places.map((one) => ({ id: one, name: nameOf(one).en, role: 'place' })),
        claims: own.map((claim) => claim.id),
        reasons: own.slice(1).map((claim) => ({
          a: own[0]!.id,
          b: claim.id,
          score: 0.82,
          because: [
            because('time-same-day'),
            because('name-in-both', { f: 'agent', x: 'harbour-front' }),
            because('words-alike', { f: 'place', x: 'the pier', y: 'رصيف الميناء' }),
          ],
        })),
        independence: support,
        interest: { sides: [], silent: [], reasons: [], because: [] },
        transmission: {
          first: { day: null, documents: [], by: [], origins: [], perhapsEarlier: 0 },
          passings: [],
          circles: [],
        },
        contradictions: contradictions(own),
        grade: {
          source: 'F',
          information: support.atLeast > 1 ? '1' : '6',
          reasons: [
            'no sourced assessment of the origins exists',
            support.atLeast > 1 ? 'two independent origins' : 'independence is not established',
          ],
        },
        title: { en: title.en, ar: title.ar },
        claimList: own,
      },
    ]
  })
}

/** The cells of a ledger: the claims of a channel in the month of their incident, or in their own. */
export function dyadCells(claims: CaseClaim[], incidents: ReturnType<typeof incidentsOf>): DyadCell[] {
  const cells = new Map<string, CaseClaim[]>()
  for (const claim of claims) {
    const from = incidents.find(({ id }) => id === claim.incident)?.time.from ?? claim.time?.from
    const key = `${channelOf(claim.type)}|${from?.slice(0, 7) ?? 'undated'}`
    cells.set(key, [...(cells.get(key) ?? []), claim])
  }
  return [...cells].map(([key, own]) => {
    const [channel, month] = key.split('|') as [Channel, string]
    const ids = [...new Set(own.flatMap(({ incident }) => incident ?? []))]
    const loose = own.filter(({ incident }) => incident === undefined)
    return {
      ...{ channel, month, incidents: ids, claims: own.map(({ id }) => id), independence: independence(own) },
      byIncident: ids.map((incident) => ({ incident, ...bounds(own.filter((one) => one.incident === incident)) })),
      ...(loose.length > 0 && { relations: bounds(loose) }),
    }
  })
}

/** The two pairs of the fixture that have anything between them, strongest first. */
export function dyadSummaries(claims: CaseClaim[]): DyadSummary[] {
  return [
    ['harbour-front', 'highland-guard'],
    ['harbour-front', 'salim-ahmad'],
  ].flatMap(([a, b]) => {
    const own = claims.filter((claim) => partiesOf(claim).has(a!) && partiesOf(claim).has(b!))
    if (own.length === 0 || b === 'salim-ahmad') return []
    return [
      {
        a: a!,
        b: b!,
        aName: nameOf(a!),
        bName: nameOf(b!),
        incidents: new Set(own.flatMap((claim) => claim.incident ?? [])).size,
        claims: own.length,
        channels: [...new Set(own.map((claim) => channelOf(claim.type)))],
        independence: independence(own),
      },
    ]
  })
}
