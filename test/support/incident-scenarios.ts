import type { LinkClaim } from '../../src/resolve/index.js'
import { doc, told } from './linking.js'

const release = { by: ['houthis'], to: ['aqap'] }
export const exchange = { by: ['houthis', 'aqap'] }
const strike = { by: ['aqap'], to: ['stc'] }

/** Each row: what the reports are, and the claims of each happening that they tell of. */
const DRONES = { at: ['ye-seiyun-city'], when: '2023-05-11', counts: { items: 7 } }
const FREED = { at: ['ye-seiyun-city'], when: '2023-05-11', counts: { released: 7 } }

/** Claims by the happening that they tell of; `unsure` where the link may abstain. */
export const SCENARIOS: { name: string; happenings: LinkClaim[][]; unsure?: boolean }[] = [
  {
    name: 'one bombing of 2012 in an English and an Arabic report, tolls of 86 and 96',
    happenings: [
      [
        told(doc('a.en', { day: '2012-05-22' }), 'attack', {
          by: ['aqap'],
          at: ['ye-sanaa-city'],
          when: '2012-05-21',
          counts: { killed: 86 },
        }),
        told(doc('a.ar', { day: '2022-03-01', language: 'ar' }), 'attack', {
          by: ['aqap'],
          at: ['ye-sanaa-city'],
          when: '2012-05',
          counts: { killed: 96 },
        }),
      ],
    ],
  },
  {
    name: 'releases of 12 and of 13 in one week: one happening with two numbers',
    happenings: [
      [
        told(doc('b1', { day: '2023-02-10' }), 'prisoner-release', { ...release, counts: { released: 12 } }),
        told(doc('b2.ar', { day: '2023-02-13', language: 'ar' }), 'prisoner-release', {
          ...release,
          counts: { released: 13 },
        }),
      ],
    ],
  },
  {
    name: 'releases of 12 and of 20 in one week: left to the analyst',
    happenings: [
      [told(doc('c1', { day: '2023-02-10' }), 'prisoner-release', { ...release, counts: { released: 12 } })],
      [told(doc('c2', { day: '2023-02-13' }), 'prisoner-release', { ...release, counts: { released: 20 } })],
    ],
    unsure: true,
  },
  {
    name: 'releases of 12 and of 13 in different months',
    happenings: [
      [told(doc('d1'), 'prisoner-release', { ...release, when: '2023-02-10', counts: { released: 12 } })],
      [told(doc('d2'), 'prisoner-release', { ...release, when: '2023-03-20', counts: { released: 13 } })],
    ],
  },
  {
    name: 'exchanges of January and of February, told by month',
    happenings: [
      [told(doc('e1'), 'prisoner-exchange', { ...exchange, when: '2021-01' })],
      [told(doc('e2.ar', { language: 'ar' }), 'prisoner-exchange', { ...exchange, when: '2021-02' })],
    ],
  },
  {
    name: 'ten who escaped and ten who were released from one prison',
    happenings: [
      [
        told(doc('f1.ar', { day: '2022-04-16', language: 'ar' }), 'escape', {
          by: ['aqap'],
          at: ['ye-seiyun-city'],
          when: '2022-04-14',
          counts: { escaped: 10 },
        }),
        told(doc('f2.ar', { day: '2022-04-29', language: 'ar' }), 'prisoner-release', {
          by: ['yemen-army'],
          to: ['aqap'],
          at: ['ye-seiyun-city'],
          counts: { released: 10 },
        }),
      ],
    ],
  },
  {
    name: 'an exchange planned for a week, then carried out',
    happenings: [
      [
        told(doc('g1', { day: '2021-01-12' }), 'prisoner-exchange', {
          ...exchange,
          status: 'planned',
          counts: { exchanged: 6 },
        }),
        told(doc('g2', { day: '2021-01-20' }), 'prisoner-exchange', {
          ...exchange,
          when: '2021-01-19',
          counts: { exchanged: 6 },
        }),
      ],
    ],
  },
  {
    name: 'a denial joins what it denies',
    happenings: [
      [
        told(doc('h1', { day: '2023-05-02' }), 'prisoner-release', {
          ...release,
          counts: { released: 4 },
          chain: ['un-poe'],
        }),
        told(doc('h2.ar', { day: '2023-05-05', language: 'ar' }), 'prisoner-release', {
          ...release,
          status: 'denied',
          chain: ['party: houthis'],
        }),
      ],
    ],
  },
  {
    name: 'an undated report recalls the abduction of five UN staff of the year before',
    happenings: [
      [
        told(doc('i1', { day: '2022-02-13' }), 'kidnapping', {
          by: ['aqap'],
          to: ['un'],
          at: ['ye-abyan'],
          when: '2022-02-11',
          counts: { abducted: 5 },
        }),
        told(doc('i2', { day: '2023-08-12' }), 'kidnapping', {
          by: ['aqap'],
          to: ['un'],
          at: ['ye-mudiyah-district'],
          when: '2022-02',
          counts: { abducted: 5 },
        }),
      ],
    ],
  },
  {
    name: 'two attacks on one day in two districts stay apart',
    happenings: [
      [told(doc('j1'), 'attack', { ...strike, at: ['ye-mudiyah-district'], when: '2024-08-16' })],
      [told(doc('j2'), 'attack', { ...strike, at: ['ye-lawdar-district'], when: '2024-08-16' })],
    ],
    unsure: true,
  },
  {
    name: 'an attack in a district and in its governorate on one day',
    happenings: [
      [
        told(doc('k1', { day: '2024-08-16' }), 'attack', {
          ...strike,
          at: ['ye-mudiyah-district', 'ye-abyan'],
          when: '2024-08-16',
          counts: { killed: [14, null] },
        }),
        told(doc('k2.ar', { day: '2024-08-16', language: 'ar' }), 'attack', {
          by: ['aqap'],
          to: ['giants'],
          at: ['ye-abyan'],
          when: '2024-08-16',
          counts: { killed: 12 },
        }),
      ],
    ],
  },
  {
    name: 'undated attacks in one governorate, reported a week apart, are not taken for one',
    happenings: [
      [told(doc('l1', { day: '2024-08-01' }), 'attack', { ...strike, at: ['ye-abyan'] })],
      [told(doc('l2', { day: '2024-08-08' }), 'attack', { ...strike, at: ['ye-abyan'] })],
    ],
    unsure: true,
  },
  {
    name: 'a bombing on a square that the packs do not know, by day and by year, in two scripts',
    happenings: [
      [
        told(doc('u1', { day: '2024-10-02' }), 'attack', {
          by: ['aqap'],
          at: ['Tawila Square', 'ye-sanaa-city'],
          when: '2012-05-21',
          counts: { killed: 86 },
          mode: 'suicide-bombing',
        }),
        told(doc('u2.ar', { language: 'ar' }), 'attack', {
          at: ['ميدان الطويلة', 'ye-sanaa-city'],
          when: '2012',
          mode: 'bombing',
        }),
      ],
    ],
  },
  {
    name: 'two bombings in one city, by day and by year, of which nothing more is told',
    happenings: [
      [told(doc('v1'), 'attack', { by: ['aqap'], at: ['ye-sanaa-city'], when: '2012-05-21', counts: { killed: 86 } })],
      [told(doc('v2'), 'attack', { by: ['aqap'], at: ['ye-sanaa-city'], when: '2012' })],
    ],
    unsure: true,
  },
  {
    name: 'a report tells of two meetings, with the words of one teller',
    happenings: [
      [told(doc('y'), 'meeting', { ...exchange, at: ['ye-sanaa-city'], chain: ['anonymous: security sources'] })],
      [told(doc('y'), 'meeting', { ...exchange, chain: ['anonymous: security sources'] })],
    ],
    unsure: true,
  },
  {
    name: 'a report tells of an exchange in the words of an official and of one of the sides',
    happenings: [
      [
        told(doc('y3'), 'prisoner-exchange', {
          ...exchange,
          at: ['ye-al-bayda'],
          counts: { exchanged: 12 },
          chain: ['official: a local official'],
        }),
        told(doc('y3'), 'prisoner-exchange', { ...exchange, at: ['ye-al-bayda'], chain: ['party: aqap'] }),
      ],
    ],
  },
  {
    name: 'a report tells of two agreements in the words of two tellers, and nothing more',
    happenings: [
      [told(doc('y4'), 'agreement', { ...exchange, chain: ['anonymous: security sources'] })],
      [told(doc('y4'), 'agreement', { ...exchange, chain: ['un-poe'] })],
    ],
    unsure: true,
  },
  {
    name: 'a report gives two tellers of one release, with two numbers',
    happenings: [
      [
        told(doc('z'), 'prisoner-release', {
          ...release,
          at: ['ye-sanaa-city'],
          counts: { released: 12 },
          chain: ['un'],
        }),
        told(doc('z'), 'prisoner-release', {
          ...release,
          at: ['ye-sanaa-city'],
          counts: { released: 13 },
          chain: ['stc'],
        }),
      ],
    ],
  },
  {
    name: 'undated releases of two years, the numbers unlike',
    happenings: [
      [told(doc('w1', { day: '2018-11-14' }), 'prisoner-release', { ...release, counts: { released: 20 } })],
      [told(doc('w2', { day: '2020-06-14' }), 'prisoner-release', { ...release, counts: { released: 3 } })],
    ],
  },
  {
    name: 'undated releases of two years, no number given',
    happenings: [
      [told(doc('x1', { day: '2018-11-14' }), 'prisoner-release', release)],
      [told(doc('x2', { day: '2020-06-14' }), 'prisoner-release', release)],
    ],
  },
  {
    name: 'two bombings in one city, one told by day and one by month',
    happenings: [
      [told(doc('t1'), 'attack', { ...strike, at: ['ye-sanaa-city'], when: '2013-12-05' })],
      [told(doc('t2'), 'attack', { ...strike, at: ['ye-sanaa-city'], when: '2013-12' })],
    ],
    unsure: true,
  },
  {
    name: 'who attacked whom is turned round',
    happenings: [
      [told(doc('m1'), 'attack', { by: ['houthis'], to: ['aqap'], at: ['ye-al-bayda'], when: '2020-08-14' })],
      [told(doc('m2'), 'attack', { by: ['aqap'], to: ['houthis'], at: ['ye-al-bayda'], when: '2020-08-14' })],
    ],
    unsure: true,
  },
  {
    name: 'who gave to whom is turned round, and day, town and number agree',
    happenings: [
      [
        told(doc('m3'), 'arms-transfer', { ...DRONES, by: ['houthis'], to: ['aqap'] }),
        told(doc('m4'), 'arms-transfer', { ...DRONES, by: ['aqap'], to: ['houthis'] }),
      ],
    ],
  },
  {
    name: 'a number of one side freed, and as many of the other, are an exchange and not one release',
    happenings: [
      [told(doc('m5'), 'prisoner-release', { ...FREED, by: ['houthis'], to: ['aqap'] })],
      [told(doc('m6'), 'prisoner-release', { ...FREED, by: ['aqap'], to: ['houthis'] })],
    ],
  },
  {
    name: 'forty-nine attacks in two years are not one of them',
    happenings: [
      [
        told(doc('n1'), 'attack', {
          ...strike,
          at: ['ye-abyan'],
          when: ['2023-01-01', '2024-10-11'],
          counts: { attacks: 49 },
        }),
      ],
      [told(doc('n2'), 'attack', { ...strike, at: ['ye-abyan'], when: '2024-08-16' })],
    ],
  },
  {
    name: 'two reports of one panel finding, a week apart, no day given',
    happenings: [
      [
        told(doc('o1', { day: '2024-11-04' }), 'arms-transfer', {
          ...release,
          counts: { items: 4 },
          chain: ['un-poe'],
        }),
        told(doc('o2.ar', { day: '2024-11-14', language: 'ar' }), 'arms-transfer', {
          ...release,
          chain: ['outlet: gulf-wire', 'un-poe'],
        }),
      ],
    ],
  },
  {
    name: 'two killings of different named men',
    happenings: [
      [
        told(doc('p1'), 'assassination', {
          by: ['houthis'],
          to: ['salim-named'],
          at: ['ye-al-bayda'],
          when: '2021-06-01',
        }),
      ],
      [
        told(doc('p2'), 'assassination', {
          by: ['houthis'],
          to: ['hadi-named'],
          at: ['ye-al-bayda'],
          when: '2021-06-01',
        }),
      ],
    ],
  },
  {
    name: 'two releases in return for each other are two happenings',
    happenings: [
      [told(doc('q'), 'prisoner-release', { ...release, when: '2021-01-19', id: 'q1' })],
      [
        told(doc('q'), 'prisoner-release', {
          by: ['aqap'],
          to: ['houthis'],
          when: '2021-01-19',
          links: [{ kind: 'in-return-for', claim: 'q1' }],
        }),
      ],
    ],
  },
]
