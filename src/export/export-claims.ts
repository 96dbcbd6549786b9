import type { CaseClaim } from '../case/index.js'
import { SLOTS, type Tlp } from '../model/index.js'
import { namesCut } from './say/report-words.js'
import { sayHop } from './say/say-claim.js'
import type { SayContext } from './say/say-context.js'

/** What an exported claim is told with: its document's marking, and the sentence that says it. */
export interface ExportContext {
  say: SayContext
  /** The sentence of a claim in the context's language. */
  sentence(claim: CaseClaim): string
  /** The document's marking and address. */
  document(
    id: string,
  ): { tlp?: Tlp | undefined; url?: string | undefined; restatedFrom?: string | undefined } | undefined
  marking: Tlp
}

/** One JSON a line and claim: the claim as lists give it, its sentence, its marking; private persons by initials. */
export function claimsToJsonl(claims: readonly CaseClaim[], context: ExportContext): string {
  return claims.map((claim) => `${JSON.stringify(exported(claim, context))}\n`).join('')
}

function exported(claim: CaseClaim, context: ExportContext): object {
  const cut = <T extends { text: string; start: number; end: number }>(span: T): T => ({
    ...span,
    text: namesCut(span.text, span, claim.document, context.say),
  })
  const slots = Object.fromEntries(SLOTS.map((slot) => [slot, claim[slot].map(cut)]))
  return {
    ...claim,
    ...slots,
    chain: claim.chain.map((hop) => ({ ...hop, name: namesCut(hop.name, hop, claim.document, context.say) })),
    evidence: cut(claim.evidence),
    said: context.sentence(claim),
    tlp: context.document(claim.document)?.tlp ?? context.marking,
  }
}

const COLUMNS = [
  ...['id', 'type', 'mode', 'status', 'said', 'agents', 'agent_ids', 'counterparts', 'counterpart_ids', 'objects'],
  ...['instruments', 'places', 'place_ids', 'origin', 'destination', 'time_from', 'time_to', 'time_precision'],
  ...['time_text', 'counts', 'chain', 'origin_of_report', 'evidence', 'evidence_start', 'evidence_end', 'outlet'],
  ...['title', 'published_from', 'published_to', 'published_basis', 'address', 'restated_from', 'path', 'document'],
  ...['incident', 'decision', 'rule', 'confidence', 'tlp'],
]

/** Claims as a table a spreadsheet opens: UTF-8 with a byte order mark, one claim a row, lists joined by " | ". */
export function claimsToCsv(claims: readonly CaseClaim[], context: ExportContext): string {
  const rows = claims.map((claim) => COLUMNS.map((column) => row(claim, context)[column] ?? ''))
  return `\ufeff${[COLUMNS, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function row(claim: CaseClaim, context: ExportContext): Record<string, string | undefined> {
  const words = (slot: (typeof SLOTS)[number]) =>
    claim[slot].map((filler) => namesCut(filler.text, filler, claim.document, context.say)).join(' | ')
  const ids = (slot: (typeof SLOTS)[number]) => claim[slot].flatMap((filler) => filler.entity ?? []).join(' | ')
  const hops = claim.chain.map((hop) => sayHop(hop, claim.document, context.say))
  const document = context.document(claim.document)
  return {
    id: claim.id,
    type: claim.type,
    mode: claim.mode,
    status: claim.status,
    said: context.sentence(claim),
    agents: words('agents'),
    agent_ids: ids('agents'),
    counterparts: words('counterparts'),
    counterpart_ids: ids('counterparts'),
    objects: words('objects'),
    instruments: words('instruments'),
    places: words('places'),
    place_ids: ids('places'),
    origin: words('origin'),
    destination: words('destination'),
    time_from: claim.time?.from ?? '',
    time_to: claim.time?.to ?? '',
    time_precision: claim.time?.precision,
    time_text: claim.time?.text,
    counts: Object.entries(claim.counts)
      .map(([key, count]) => `${key}: ${count?.text}`)
      .join(' | '),
    chain: hops.join(' > '),
    origin_of_report: hops.at(-1),
    evidence: namesCut(claim.evidence.text, claim.evidence, claim.document, context.say),
    evidence_start: String(claim.evidence.start),
    evidence_end: String(claim.evidence.end),
    outlet: claim.outlet,
    title: claim.title,
    published_from: claim.published?.from,
    published_to: claim.published?.to,
    published_basis: claim.published?.basis,
    address: document?.url,
    restated_from: document?.restatedFrom,
    path: claim.path,
    document: claim.document,
    incident: claim.incident,
    decision: claim.decision,
    rule: claim.rule,
    confidence: claim.confidence.toFixed(2),
    tlp: document?.tlp ?? context.marking,
  }
}

/** Quoted where needed; a cell that a spreadsheet would run as a formula is made plain text. */
function cell(value: string): string {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}
