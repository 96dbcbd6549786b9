import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CaseClaim, CaseDocument, CaseIncident } from '../case/index.js'
import {
  type Claim,
  type Document,
  type Dyad,
  type Entity,
  type Filler,
  type Hop,
  type Independence,
  type Mention,
  sha256,
} from '../model/index.js'
import { DEFAULT_ROOT, type Ontology, SayingsFile } from '../packs/index.js'
import type { Dossier } from './report/dossier.js'
import { type SayWorld, sayContext } from './say/sayer.js'

/** An invented theatre for the tests of this room: two groups, two persons, one place, two outlets. */

const list = (name: string) =>
  new Map(Object.entries(parse(readFileSync(join(DEFAULT_ROOT, 'ontology', `${name}.yml`), 'utf8')) as object))

export const ONTOLOGY = {
  counts: list('counts'),
  modes: list('modes'),
  hopKinds: list('hop-kinds'),
  channels: list('channels'),
} as unknown as Ontology

export const SAYINGS = new Map(
  ['en', 'ar'].map((language) => [
    language,
    SayingsFile.parse(parse(readFileSync(join(DEFAULT_ROOT, 'ontology', 'sayings', `${language}.yml`), 'utf8'))),
  ]),
)

const entity = (id: string, kind: Entity['kind'], en: string, ar: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind,
  names: [
    { name: en, lang: 'en', kind: 'full' },
    { name: ar, lang: 'ar', kind: 'full' },
  ],
  from: 'pack',
  ...more,
})

export const ENTITIES = new Map(
  [
    entity('reds', 'actor', 'Red Front', 'الجبهيون الحمر'),
    entity('blues', 'actor', 'Blue League', 'رابطة الزرق', {
      names: [
        { name: 'the blue gang', lang: 'en', kind: 'hostile' },
        { name: 'Blue League', lang: 'en', kind: 'full' },
        { name: 'رابطة الزرق', lang: 'ar', kind: 'full' },
      ],
    }),
    entity('chief', 'person', 'Nadir Qasim', 'نادر قاسم', { standing: 'public-figure' }),
    entity('member', 'person', 'Salim bin Rashid', 'سالم بن راشد', { standing: 'member-as-reported', from: 'report' }),
    entity('dale', 'place', 'Dale', 'الوهدة'),
    entity('rifle', 'materiel', 'rifle', 'بنادق'),
    entity('wire', 'outlet', 'Wire Agency', 'وكالة السلك'),
  ].map((one) => [one.id, one]),
)

export const TITLES = new Set(['colonel', 'mr', 'العقيد'])
export const WORLD: SayWorld = {
  sayings: SAYINGS,
  ontology: ONTOLOGY,
  titles: TITLES,
  entity: (id) => ENTITIES.get(id),
}
export const say = (language: string, mentions: readonly Mention[] = []) =>
  sayContext(language, { ...WORLD, mentions: () => mentions })

/** A filler over the words of a text; with an entity where one is given. */
export function filler(text: string, words: string, id?: string): Filler {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length, text: words, ...(id ? { entity: id } : {}) }
}

export const hop = (name: string, kind: Hop['kind'], id?: string): Hop => ({
  name,
  kind,
  ...(id ? { entity: id } : {}),
})

export function claimOf(text: string, more: Partial<Claim> & Pick<Claim, 'type'>): Claim {
  return {
    id: `c-${more.type}`,
    status: 'asserted',
    agents: [],
    counterparts: [],
    objects: [],
    instruments: [],
    places: [],
    origin: [],
    destination: [],
    time: null,
    counts: {},
    chain: [],
    links: [],
    evidence: { start: 0, end: text.length, text },
    support: [],
    rule: 'test',
    confidence: 0.9,
    ...more,
  }
}

export const independence = (atLeast: number, atMost: number): Independence => ({
  atLeast,
  atMost,
  camps: 1,
  groups: [],
})

/** What a cell of one incident, or of one relation, has beside its claims. */
const cellBounds = (incident: string | undefined, { atLeast, atMost, camps }: Independence) =>
  incident === undefined
    ? { byIncident: [], relations: { atLeast, atMost, camps } }
    : { byIncident: [{ incident, atLeast, atMost, camps }] }

/** A dossier of the Red Front and the Blue League: claims of one document, each an incident of its own channel. */
export function dossierOf(
  text: string,
  claims: { claim: Claim; channel: Dyad['cells'][number]['channel']; month: string; happening: boolean }[],
  more: { document?: Partial<Document>; mentions?: Mention[]; independence?: Independence } = {},
): Dossier {
  const document: Document = {
    id: `sha256:${sha256(text)}`,
    path: 'reports/one.txt',
    outlet: 'Plain News',
    url: 'https://plain.example/1',
    title: 'One report',
    language: 'en',
    published: { from: '2024-05-12', to: '2024-05-12', basis: 'metadata' },
    captured: '2024-06-01T10:00:00Z',
    text,
    ...more.document,
  }
  const all = new Map<string, CaseClaim>()
  const incidents = new Map<string, CaseIncident>()
  const cells = claims.map(({ claim, channel, month, happening }) => {
    const independent = more.independence ?? independence(1, 1)
    const own: CaseClaim = { ...claim, document: document.id, path: document.path, outlet: document.outlet ?? '' }
    if (happening) own.incident = `i-${claim.id}`
    all.set(own.id, own)
    if (happening)
      incidents.set(`i-${claim.id}`, {
        id: `i-${claim.id}`,
        type: claim.type,
        statuses: [claim.status],
        time: { from: '2024-05-10', to: '2024-05-10', basis: 'stated' },
        parties: [],
        places: [],
        claims: [claim.id],
        reasons: [],
        independence: independent,
        interest: { sides: [], silent: [], reasons: [], because: [] },
        transmission: {
          first: { day: null, documents: [], by: [], origins: [], perhapsEarlier: 0 },
          passings: [],
          circles: [],
        },
        contradictions: [],
        grade: {
          source: 'F',
          information: '6',
          reasons: ['no origin is identified'],
          because: [{ code: 'grade-6-unnamed', params: {} }],
        },
        title: { en: `Incident of ${claim.type}`, ar: 'واقعة' },
        claimList: [own],
      })
    return {
      channel,
      month,
      incidents: happening ? [`i-${claim.id}`] : [],
      claims: [claim.id],
      independence: independent,
      ...cellBounds(happening ? `i-${claim.id}` : undefined, independent),
    }
  })
  const { text: _text, ...bare } = document
  return {
    caseName: 'test',
    tlp: 'clear',
    day: '2024-06-02',
    a: ENTITIES.get('reds') as Entity,
    b: ENTITIES.get('blues') as Entity,
    dyad: { a: 'reds', b: 'blues', cells },
    incidents,
    claims: all,
    documents: new Map([
      [
        document.id,
        {
          document: { ...bare, claims: claims.length } satisfies CaseDocument,
          reading: {
            document: { ...document, reader: { version: 'test', packs: 'test' } },
            claims: claims.map((one) => one.claim),
            mentions: more.mentions ?? [],
            unread: [],
          },
        },
      ],
    ]),
    entities: ENTITIES,
  }
}
