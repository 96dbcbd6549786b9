import type { Claim, Document, Incident, Reading } from '../model/index.js'
import { sha256 } from '../model/index.js'
import type * as store from './index.js'

/** Documents, readings, claims and incidents for the suites of this room. */

export const AT = '2024-06-01T10:00:00.000Z'
const READER = { version: '1.0.0', packs: 'p1' }
const TEXT = 'The ministry said the convoy was stopped near Ataq on Monday. قال شهود إن القافلة مرّت ليلاً.'

export function document(n: number, text = `${TEXT} ${n}`): Document {
  return {
    id: `sha256:${sha256(`raw ${n}`)}`,
    path: `report-${n}.txt`,
    outlet: 'Ataq Post',
    language: 'en',
    published: { from: '2024-05-09', to: '2024-05-09', basis: 'metadata' },
    text,
  }
}

export function claim(id: string, over: Partial<Claim> = {}): Claim {
  return {
    id,
    type: 'seizure',
    status: 'asserted',
    agents: [{ start: 0, end: 12, text: 'The ministry', entity: 'ministry' }],
    counterparts: [],
    objects: [],
    instruments: [],
    places: [{ start: 47, end: 51, text: 'Ataq', entity: 'ataq' }],
    origin: [],
    destination: [],
    time: { from: '2024-05-06', to: '2024-05-06', precision: 'day', start: 55, end: 61, text: 'Monday' },
    counts: {
      vehicles: { min: 3, max: null, start: 1, end: 2, text: 'h' },
      killed: { min: 0, max: 0, start: 1, end: 2, text: 'h' },
    },
    chain: [{ name: 'Ministry', kind: 'official' }],
    links: [],
    evidence: { start: 0, end: 20, text: TEXT.slice(0, 20) },
    support: [],
    rule: 'test',
    confidence: 0.75,
    ...over,
  }
}

export function reading(doc: Document, claims: Claim[], reader = READER): Reading {
  return {
    document: { ...doc, reader },
    claims,
    mentions: [{ id: 'm1', start: 47, end: 51, text: 'Ataq', kind: 'place', entities: ['ataq'] }],
    unread: [{ start: 0, end: 4, text: 'The ', reason: 'none' }],
  }
}

export function shown(doc: Document, value: Claim, over: Partial<store.ShownClaim> = {}): store.ShownClaim {
  return {
    claim: value,
    document: doc.id,
    decision: null,
    orderKey: `${value.time?.from ?? '9999'}/${doc.path}/${value.id}`,
    originKey: 'ministry',
    outletKey: 'ataq post',
    search: 'ministry convoy ataq القافله',
    from: value.time?.from ?? null,
    to: value.time?.to ?? '2024-05-09',
    actors: [{ id: 'ministry', role: 'agents' }],
    places: [{ id: 'ataq', role: 'places' }],
    blocks: [`seizure ministry ${value.time?.from ?? ''}`],
    brief: '[]',
    ...over,
  }
}

export function incident(id: string, claims: string[]): Incident {
  return {
    id,
    type: 'seizure',
    statuses: ['asserted'],
    time: { from: '2024-05-06', to: '2024-05-06', basis: 'stated' },
    parties: [{ id: 'ministry', name: 'Ministry', role: 'agents' }],
    places: [],
    claims,
    reasons: [],
  }
}

export const capture = (doc: Document): store.Capture => ({ sha256: doc.id.slice(7), size: 9, path: doc.path, at: AT })
