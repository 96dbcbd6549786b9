import type { CaseClaim } from '../../src/case/case.js'
import type { Claim, ClaimType, Filler, Hop, TextSpan } from '../../src/model/index.js'
import { claimId } from '../../src/model/index.js'
import { type DocumentKey, documents } from './documents.js'

type Part = string | [words: string, entity: string]

interface Draft {
  in: DocumentKey
  type: ClaimType
  evidence: string
  incident?: string
  status?: Claim['status']
  agents?: Part[]
  counterparts?: Part[]
  objects?: Part[]
  places?: Part[]
  time?: [words: string, day: string, to?: string]
  counts?: Record<string, [words: string, min: number, max: number | null]>
  chain?: (Pick<Hop, 'name' | 'kind' | 'entity'> & { cue?: string })[]
}

/** Makes a claim from quoted words: every span is found in the text, so a wrong quotation fails at once. */
function claim(draft: Draft): CaseClaim {
  const doc = documents[draft.in]
  const base = doc.text.indexOf(draft.evidence)
  if (base < 0) throw new Error(`not in ${draft.in}: ${draft.evidence}`)
  const evidence: TextSpan = { start: base, end: base + draft.evidence.length, text: draft.evidence }
  const find = (words: string): TextSpan => {
    const inside = draft.evidence.indexOf(words)
    const start = inside >= 0 ? base + inside : doc.text.indexOf(words)
    if (start < 0) throw new Error(`not in ${draft.in}: ${words}`)
    return { start, end: start + words.length, text: words }
  }
  const fill = (parts: Part[] = []): Filler[] =>
    parts.map((part) => (typeof part === 'string' ? find(part) : { ...find(part[0]), entity: part[1] }))
  const counts = Object.entries(draft.counts ?? {}).map(([key, [words, min, max]]) => [
    key,
    { ...find(words), min, max },
  ])
  const body = {
    type: draft.type,
    status: draft.status ?? 'asserted',
    agents: fill(draft.agents),
    counterparts: fill(draft.counterparts),
    objects: fill(draft.objects),
    instruments: [],
    places: fill(draft.places),
    origin: [],
    destination: [],
    time: draft.time
      ? {
          ...find(draft.time[0]),
          from: draft.time[1],
          to: draft.time[2] ?? draft.time[1],
          precision: draft.time[2] ? ('range' as const) : ('day' as const),
        }
      : null,
    counts: Object.fromEntries(counts),
    chain: (draft.chain ?? []).map(({ cue, ...hop }) => ({
      ...hop,
      ...place(doc.text, hop.name, find),
      ...(cue && { cue: find(cue) }),
    })),
    links: [],
    evidence,
    support: [],
    rule: 'fake',
    confidence: 0.8,
  }
  return {
    ...body,
    id: claimId(doc.id, body),
    document: doc.id,
    path: doc.path,
    published: doc.published,
    ...('outlet' in doc && { outlet: doc.outlet }),
    title: doc.title,
    ...(draft.incident && { incident: draft.incident }),
  } as CaseClaim
}

function place(text: string, name: string, find: (words: string) => TextSpan) {
  if (!text.includes(name)) return {}
  const { start, end } = find(name)
  return { start, end }
}

const FRONT: Part = ['Harbour Front', 'harbour-front']
const GUARD: Part = ['Highland Guard', 'highland-guard']
const FRONT_AR: Part = ['جبهة المرفأ', 'harbour-front']
const GUARD_AR: Part = ['حرس المرتفعات', 'highland-guard']
const RIMAL: Part = ['Wadi Rimal', 'wadi-rimal']
const RIMAL_AR: Part = ['وادي رمال', 'wadi-rimal']
const QANAT_SOURCE = { name: 'a security source in Qanat', kind: 'anonymous', entity: 'source-qanat' } as const
const QANAT_SOURCE_AR = { name: 'مصدر أمني في قنات', kind: 'anonymous', entity: 'source-qanat' } as const
const MONITORS = {
  name: 'the Monitoring Group on the Coast',
  kind: 'organization',
  entity: 'monitoring-group',
} as const
const MONITORS_AR = { name: 'فريق الرصد المعني بالساحل', kind: 'organization', entity: 'monitoring-group' } as const

export const claims: CaseClaim[] = [
  claim({
    in: 'freed',
    type: 'prisoner-release',
    incident: 'i-freed',
    evidence: 'The Harbour Front let nine fighters of the Highland Guard go on Friday night',
    agents: [FRONT],
    counterparts: [GUARD],
    objects: ['nine fighters of the Highland Guard'],
    time: ['Friday night', '2023-03-10'],
    counts: { released: ['nine', 9, 9] },
    chain: [{ name: 'Meridian', kind: 'agency', entity: 'meridian', cue: 'told' }, QANAT_SOURCE],
  }),
  claim({
    in: 'freed',
    type: 'safe-passage',
    evidence: 'the Guard opened the road through Wadi Rimal to the lorries of the Front',
    agents: [['the Guard', 'highland-guard']],
    counterparts: [['the Front', 'harbour-front']],
    objects: ['the lorries'],
    places: [RIMAL],
    chain: [
      { name: 'Meridian', kind: 'agency', entity: 'meridian' },
      { ...QANAT_SOURCE, cue: 'the source said' },
    ],
  }),
  claim({
    in: 'freed',
    type: 'agreement',
    status: 'denied',
    evidence: 'denied that the two sides had reached any agreement',
    agents: [FRONT, GUARD],
    chain: [{ name: 'Nabil Sarhan', kind: 'party', entity: 'nabil-sarhan', cue: 'denied' }],
  }),
  claim({
    in: 'freedArabic',
    type: 'prisoner-release',
    incident: 'i-freed',
    evidence: 'أفرجت جبهة المرفأ مساء الجمعة عن تسعة من مقاتلي حرس المرتفعات',
    agents: [FRONT_AR],
    counterparts: [GUARD_AR],
    objects: ['تسعة من مقاتلي حرس المرتفعات'],
    time: ['مساء الجمعة', '2023-03-10'],
    counts: { released: ['تسعة', 9, 9] },
    chain: [{ name: 'Meridian', kind: 'agency', entity: 'meridian', cue: 'بحسب ما نقلته' }, QANAT_SOURCE_AR],
  }),
  claim({
    in: 'freedArabic',
    type: 'prisoner-release',
    incident: 'i-freed',
    evidence: 'إن عدد المفرج عنهم سبعة فقط',
    agents: [FRONT_AR],
    counterparts: [GUARD_AR],
    counts: { released: ['سبعة', 7, 7] },
    chain: [{ name: 'شيخاً قبلياً', kind: 'witness', cue: 'قال للصحيفة' }],
  }),
  claim({
    in: 'escaped',
    type: 'escape',
    incident: 'i-freed',
    evidence: 'فرّ تسعة سجناء من حرس المرتفعات من سجن المرفأ في مدينة قنات ليل الجمعة',
    agents: [['تسعة سجناء من حرس المرتفعات', 'highland-guard']],
    counterparts: [['المرفأ', 'harbour-front']],
    places: [['قنات', 'qanat']],
    time: ['ليل الجمعة', '2023-03-10'],
    counts: { escaped: ['تسعة', 9, 9] },
  }),
  claim({
    in: 'clash',
    type: 'armed-clash',
    incident: 'i-clash',
    evidence:
      'Fighters of the Harbour Front and the Highland Guard clashed for six hours in Wadi Rimal on Friday, and at least 14 people were killed',
    agents: [FRONT, GUARD],
    places: [RIMAL],
    time: ['Friday', '2023-06-02'],
    counts: { killed: ['at least 14', 14, null] },
    chain: [{ name: 'a health official in Sahil province', kind: 'official', cue: 'said' }],
  }),
  claim({
    in: 'clash',
    type: 'armed-clash',
    incident: 'i-clash',
    evidence: '22 had died on both sides',
    agents: [FRONT, GUARD],
    counts: { killed: ['22', 22, 22] },
    chain: [{ name: 'The Coast Army', kind: 'party', entity: 'coast-army', cue: 'said in a statement' }],
  }),
  claim({
    in: 'clashArabic',
    type: 'armed-clash',
    incident: 'i-clash',
    evidence: 'اندلعت اشتباكات بين جبهة المرفأ وحرس المرتفعات في وادي رمال يوم الجمعة، وأسفرت عن مقتل 22 من الطرفين',
    agents: [FRONT_AR, GUARD_AR],
    places: [RIMAL_AR],
    time: ['يوم الجمعة', '2023-06-02'],
    counts: { killed: ['22', 22, 22] },
    chain: [{ name: 'جيش الساحل', kind: 'party', entity: 'coast-army', cue: 'وفق بيان' }],
  }),
  claim({
    in: 'meeting',
    type: 'meeting',
    incident: 'i-meeting',
    evidence: 'قيادات من جبهة المرفأ وحرس المرتفعات عقدت لقاءً سرياً في وادي رمال منتصف أكتوبر الجاري',
    agents: [FRONT_AR, GUARD_AR],
    places: [RIMAL_AR],
    time: ['منتصف أكتوبر الجاري', '2023-10-01', '2023-10-31'],
    chain: [{ name: 'مصادر مطلعة', kind: 'anonymous', entity: 'source-diffa', cue: 'كشفت' }],
  }),
  claim({
    in: 'meeting',
    type: 'non-aggression',
    status: 'planned',
    evidence: 'اتفق الطرفان على وقف القتال بينهما حتى نهاية العام',
    agents: [FRONT_AR, GUARD_AR],
    chain: [{ name: 'مصادر مطلعة', kind: 'anonymous', entity: 'source-diffa', cue: 'وبحسب المصادر' }],
  }),
  claim({
    in: 'panel',
    type: 'arms-transfer',
    incident: 'i-drones',
    evidence: 'The Harbour Front gave the Highland Guard four drones in November',
    agents: [FRONT],
    counterparts: [GUARD],
    objects: [['four drones', 'drone']],
    time: ['in November', '2023-11-01', '2023-11-30'],
    counts: { items: ['four', 4, 4] },
    chain: [{ ...MONITORS, cue: 'says in its new report' }],
  }),
  claim({
    in: 'panel',
    type: 'training',
    evidence: 'trained some of its men to fly them',
    agents: [FRONT],
    counterparts: [GUARD],
    objects: ['some of its men'],
    chain: [MONITORS, { name: 'A former fighter', kind: 'anonymous', entity: 'source-fighter', cue: 'told' }],
  }),
  claim({
    in: 'panelArabic',
    type: 'arms-transfer',
    incident: 'i-drones',
    evidence: 'جبهة المرفأ سلّمت حرس المرتفعات أربع طائرات مسيّرة في نوفمبر الماضي',
    agents: [FRONT_AR],
    counterparts: [GUARD_AR],
    objects: [['أربع طائرات مسيّرة', 'drone']],
    time: ['نوفمبر الماضي', '2023-11-01', '2023-11-30'],
    counts: { items: ['أربع', 4, 4] },
    chain: [{ ...MONITORS_AR, cue: 'قال' }],
  }),
  claim({
    in: 'panelArabic',
    type: 'arms-transfer',
    status: 'denied',
    incident: 'i-drones',
    evidence: 'الجبهة لم تسلّم أحداً أي سلاح',
    agents: [['الجبهة', 'harbour-front']],
    counterparts: [GUARD_AR],
    chain: [{ name: 'متحدث باسم الجبهة', kind: 'party', entity: 'harbour-front', cue: 'ونفى' }],
  }),
  claim({
    in: 'raid',
    type: 'attack',
    incident: 'i-raid',
    evidence: 'The Highland Guard shelled a post of the Harbour Front north of Qanat on Thursday and injured two men',
    agents: [GUARD],
    counterparts: [FRONT],
    objects: ['a post'],
    places: [['Qanat', 'qanat']],
    time: ['Thursday', '2024-02-08'],
    counts: { injured: ['two', 2, 2] },
    chain: [{ name: 'the Front', kind: 'party', entity: 'harbour-front', cue: 'said' }],
  }),
  claim({
    in: 'raid',
    type: 'arrest',
    evidence: 'Salim Ahmad, 31, a driver, was held at a checkpoint of the Front the next day',
    agents: [['the Front', 'harbour-front']],
    counterparts: [['Salim Ahmad', 'salim-ahmad']],
    time: ['the next day', '2024-02-09'],
    chain: [{ name: 'his brother', kind: 'witness', cue: 'told the Gazette' }],
  }),
]
