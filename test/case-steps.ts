import { readFile } from 'node:fs/promises'
import type { CapturedInput, CaseWorld, Steps } from '../src/case/index.js'
import {
  type Claim,
  type ClaimType,
  claimId,
  type Entity,
  type Filler,
  type Reading,
  sha256,
  type TextSpan,
} from '../src/model/index.js'

/** A made-up world and a reader of one sentence pattern, so that a case can be tested without packs. */

function entity(id: string, kind: Entity['kind'], en: string, ar: string, parent?: string): Entity {
  const names: Entity['names'] = [
    { name: en, lang: 'en', kind: 'full' },
    { name: ar, lang: 'ar', kind: 'full' },
  ]
  return { id, kind, names, from: 'pack', ...(parent && { parent }) }
}

const ENTITIES = [
  entity('harbour-front', 'actor', 'Harbour Front', 'جبهة المرفأ'),
  entity('coast-army', 'actor', 'Coast Army', 'جيش الساحل'),
  entity('coast-guard', 'actor', 'Coast Guard', 'حرس الساحل', 'coast-army'),
  entity('valley-union', 'actor', 'Valley Union', 'اتحاد الوادي'),
  entity('north', 'place', 'North', 'الشمال'),
  entity('rimal', 'place', 'Rimal', 'رمال', 'north'),
  entity('sidra', 'place', 'Sidra', 'سدرة', 'north'),
]
const BY_NAME = new Map(ENTITIES.map((one) => [one.names[0]!.name, one.id]))
const TYPES: Record<string, { type: ClaimType; happening: boolean; channel: 'violence' | 'talks' | 'other' }> = {
  attacked: { type: 'attack', happening: true, channel: 'violence' },
  met: { type: 'meeting', happening: true, channel: 'talks' },
  backs: { type: 'support', happening: false, channel: 'other' },
}

/** The world of these tests. */
export const world: CaseWorld = {
  entities: new Map(ENTITIES.map((one) => [one.id, one])),
  ontology: {
    types: new Map(
      Object.values(TYPES).map(({ type, happening, channel }) => [
        type,
        {
          happening,
          channel,
          family: type,
          mutual: type === 'meeting',
          title: { en: `${type} (en)`, ar: `${type} (ar)` },
        },
      ]),
    ),
  },
  roles: new Map(),
  ancestors(id) {
    const parent = this.entities.get(id)?.parent
    return parent === undefined ? [] : [parent, ...this.ancestors(parent)]
  },
  outlet: (name) => (name === 'Rimal Post' || name === 'rimal-post' ? { id: 'rimal-post' } : undefined),
}

const SENTENCE =
  /(?<agent>[A-Z]\w+ [A-Z]\w+) (?<verb>attacked|met|backs) (?<other>[A-Z]\w+ [A-Z]\w+)(?: in (?<place>[A-Z]\w+))?(?: on (?<day>\d{4}-\d{2}-\d{2}))?(?:, killing (?<killed>\d+))?(?:, (?<origin>[A-Z]\w+(?: \w+)*) said)?\./dg

/**
 * Reads sentences like "Harbour Front attacked Coast Army in Rimal on 2024-02-03, killing 4, Salim Sami said."
 * Version `2` gives narrower evidence, so that ids change; version `3` finds no meetings.
 */
export function reader(version = '1'): Steps['reader'] {
  return {
    version: { version, packs: 'test' },
    read(document): Reading {
      const claims = [...document.text.matchAll(SENTENCE)].flatMap((match) => claimOf(document.id, match, version))
      const reading = {
        document: { ...document, reader: { version, packs: 'test' } },
        claims,
        mentions: [],
        unread: [],
      }
      return {
        ...reading,
        mentions: claims.flatMap((claim, i) =>
          [...claim.agents, ...claim.counterparts, ...claim.places].map(({ start, end, text, entity }) => ({
            ...{ start, end, text, id: `m${i}-${start}` },
            kind: entity && world.entities.get(entity)?.kind === 'place' ? ('place' as const) : ('actor' as const),
            entities: entity ? [entity] : [],
          })),
        ),
      }
    },
  }
}

function claimOf(document: string, match: RegExpExecArray, version: string): Claim[] {
  const at = match.indices!.groups!
  const groups = match.groups!
  const kind = TYPES[groups.verb!]!
  if (version === '3' && kind.type === 'meeting') return []
  const part = (name: string): TextSpan[] =>
    at[name] ? [{ start: at[name][0], end: at[name][1], text: groups[name]! }] : []
  const named = (name: string): Filler[] =>
    part(name).map((span) => {
      const id = BY_NAME.get(span.text)
      return id === undefined ? span : { ...span, entity: id }
    })
  const both = kind.type === 'meeting'
  const text = version === '2' ? match[0].slice(0, -1) : match[0]
  const claim = {
    type: kind.type,
    status: 'asserted' as const,
    agents: both ? [...named('agent'), ...named('other')] : named('agent'),
    counterparts: both ? [] : named('other'),
    ...{ objects: [], instruments: [], places: named('place'), origin: [], destination: [] },
    time: groups.day ? { ...part('day')[0]!, from: groups.day, to: groups.day, precision: 'day' as const } : null,
    counts: groups.killed ? { killed: { ...part('killed')[0]!, min: +groups.killed, max: +groups.killed } } : {},
    chain: groups.origin ? [{ name: groups.origin, kind: 'official' as const }] : [],
    ...{ links: [], support: [], rule: 'test', confidence: 0.9 },
    evidence: { start: match.index, end: match.index + text.length, text },
  }
  return [{ id: claimId(document, claim), ...claim }]
}

/** Captures files as they are: first line the outlet, second the day of publication, the rest the text. */
async function* captureFiles(paths: readonly string[]): AsyncGenerator<CapturedInput> {
  for (const path of paths) {
    try {
      yield captured(path, await readFile(path))
    } catch (error) {
      yield { ok: false, path, code: 'not-found', message: (error as Error).message }
    }
  }
}

function captured(path: string, bytes: Uint8Array): CapturedInput {
  const [outlet, day, ...rest] = new TextDecoder().decode(bytes).split('\n')
  const published = { from: day!, to: day!, basis: 'metadata' as const }
  const id = `sha256:${sha256(bytes)}`
  const document = {
    id,
    path,
    outlet: outlet!,
    title: `Title ${path}`,
    language: 'en',
    published,
    text: rest.join('\n'),
  }
  return { ok: true, path, bytes, document }
}

/** Steps over files of the form above. */
export function testSteps(version = '1'): Steps {
  return { world, reader: reader(version), capture: captureFiles }
}

/** Steps that capture texts by name instead of files; a text that is missing cannot be read. */
export function stepsOver(texts: Record<string, string>, version = '1'): Steps {
  return {
    ...testSteps(version),
    async *capture(paths) {
      for (const path of paths) {
        const text = texts[path]
        if (text === undefined) yield { ok: false, path, code: 'not-found', message: 'there is no such file' }
        else yield captured(path, new TextEncoder().encode(text))
      }
    },
  }
}
