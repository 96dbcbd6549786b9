import type { ClaimAnswer } from '../answers.js'

/** A marked stretch of a document's text: UTF-16 offsets, half-open. */
export interface Layer {
  start: number
  end: number
  kind: string
  /** What the mark belongs to: a claim's id. */
  of: string
}

/** A run of text in which the same layers hold; `begins` are those whose first character this is. */
export interface Segment {
  text: string
  start: number
  layers: Layer[]
  begins: Layer[]
}

/** Cuts a text into paragraphs and these at every edge of a layer, so that marks may overlap and nest. */
export function segments(text: string, layers: readonly Layer[]): Segment[][] {
  return paragraphs(text).map(({ start, end }) => {
    const here = layers.filter((layer) => layer.start < end && layer.end > start && layer.end > layer.start)
    const cuts = new Set([start, end])
    for (const layer of here) {
      cuts.add(Math.max(start, layer.start))
      cuts.add(Math.min(end, layer.end))
    }
    const edges = [...cuts].sort((a, b) => a - b)
    return edges.slice(0, -1).map((from, i) => {
      const holding = here.filter((layer) => layer.start <= from && layer.end > from)
      return {
        text: text.slice(from, edges[i + 1]),
        start: from,
        layers: holding,
        begins: holding.filter((layer) => layer.start === from),
      }
    })
  })
}

function paragraphs(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter((match) => match[0].trim() !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const SLOTS = ['agents', 'counterparts', 'objects', 'instruments', 'places', 'origin', 'destination'] as const

/** The parts of a claim as they stand in the text, in reading order; the same words under one label appear once. */
export function parts(claim: ClaimAnswer): Layer[] {
  const out: Layer[] = []
  const add = (kind: string, span: { start?: number | undefined; end?: number | undefined } | null | undefined) => {
    if (span?.start === undefined || span.end === undefined) return
    if (out.some((one) => one.kind === kind && one.start === span.start && one.end === span.end)) return
    out.push({ kind, start: span.start, end: span.end, of: claim.id })
  }
  for (const slot of SLOTS) for (const filler of claim[slot]) add(slot, filler.via ?? filler)
  add('time', claim.time)
  for (const count of Object.values(claim.counts)) add('counts', count)
  for (const hop of claim.chain) {
    add('hop', hop)
    add('cue', hop.cue)
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end)
}
