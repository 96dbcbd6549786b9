import type { Entity, Name } from '../../src/model/index.js'

function entity(id: string, kind: Entity['kind'], en: string, ar: string, rest: Partial<Entity> = {}): Entity {
  const { names = [], ...others } = rest
  const own: Name[] = [
    { name: en, lang: 'en', kind: 'full' },
    { name: ar, lang: 'ar', kind: 'full' },
  ]
  return { id, kind, from: 'pack', ...others, names: [...own, ...names] }
}

export const entities: Entity[] = [
  entity('harbour-front', 'actor', 'Harbour Front', 'جبهة المرفأ', {
    sort: 'armed-group',
    names: [{ name: 'dock rats', lang: 'en', kind: 'hostile', outlet: 'Hill Herald' }],
  }),
  entity('highland-guard', 'actor', 'Highland Guard', 'حرس المرتفعات', {
    sort: 'armed-group',
    names: [
      { name: 'عصابات التلال', lang: 'ar', kind: 'hostile', outlet: 'الضفة برس' },
      { name: 'HG', lang: 'en', kind: 'acronym' },
    ],
  }),
  entity('coast-army', 'actor', 'Coast Army', 'جيش الساحل', { sort: 'state-body' }),
  entity('monitoring-group', 'actor', 'Monitoring Group on the Coast', 'فريق الرصد المعني بالساحل'),
  entity('nabil-sarhan', 'person', 'Nabil Sarhan', 'نبيل سرحان', { standing: 'public-figure' }),
  entity('salim-ahmad', 'person', 'Salim Ahmad', 'سالم أحمد', { from: 'report' }),
  entity('wadi-rimal', 'place', 'Wadi Rimal', 'وادي رمال', { sort: 'valley', parent: 'sahil', lat: 14.6, lon: 44.9 }),
  entity('qanat', 'place', 'Qanat', 'قنات', { sort: 'city', parent: 'sahil', lat: 14.1, lon: 45.4 }),
  entity('sahil', 'place', 'Sahil', 'الساحل', { sort: 'governorate', lat: 14.3, lon: 45.1 }),
  entity('meridian', 'outlet', 'Meridian', 'ميريديان', { sort: 'agency' }),
  entity('source-qanat', 'unnamed-source', 'a security source in Qanat', 'مصدر أمني في قنات', { from: 'report' }),
  entity('source-diffa', 'unnamed-source', 'informed sources', 'مصادر مطلعة', { from: 'report' }),
  entity('source-fighter', 'unnamed-source', 'a former fighter', 'مقاتل سابق', { from: 'report' }),
  entity('drone', 'materiel', 'drone', 'طائرة مسيّرة'),
]

/** Whether a place is this one or lies in it. */
export const liesIn = (id: string | undefined, place: string): boolean =>
  id !== undefined && (id === place || liesIn(entities.find((one) => one.id === id)?.parent, place))
