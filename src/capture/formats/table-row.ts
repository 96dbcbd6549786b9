import type { CodedEvent, TextSpan } from '../../model/index.js'
import { captureError } from '../captured.js'
import type { Draft } from '../draft.js'
import { findDays, isoDay } from '../find-days.js'
import type { DayColumn as Day, TableMapping } from '../knowledge.js'

type Months = ReadonlyMap<string, number>

/**
 * A row as a document. Where the mapping names a column of prose, that is the text; else the text is one line a shown
 * column, `name: value`, and the row's codes become what the reader turns into a claim. Undefined for an empty row.
 */
export function rowDraft(record: Record<string, string>, mapping: TableMapping, months: Months): Draft | undefined {
  const { columns } = mapping
  const names = new Map(Object.keys(record).map((name) => [name.toLowerCase(), name]))
  const cell = (column: string | undefined): string => {
    const name = column === undefined ? undefined : names.get(column.toLowerCase())
    const value = (name === undefined ? '' : (record[name] ?? '')).trim()
    return mapping.empty.includes(value) ? '' : value
  }
  if (Object.values(record).every((value) => !String(value).trim())) return undefined
  const day = (from: Day | undefined) => (from ? dayIn(cell(from.column), from, months) : undefined)
  const facts = {
    title: cell(columns.title) || undefined,
    outlet: cell(columns.outlet) || mapping.outlet,
    author: cell(columns.author) || undefined,
    url: /^https?:\/\//.test(cell(columns.address)) ? cell(columns.address) : undefined,
    published: day(columns.published),
    basis: { title: 'table', outlet: 'table', author: 'table', published: 'table' },
  }
  const prose = cell(columns.text)
  if (columns.text !== undefined) {
    if (!prose) throw captureError('empty-document', `the column ${columns.text} is empty in this row`)
    return { text: prose, furniture: 'whole', ...facts }
  }
  const { text, at } = lines(mapping, names, cell)
  const coded = codedEvent(mapping, cell, at, day)
  // The address of a coded row is that of its source, not its own.
  return { text, furniture: 'whole', ...facts, url: undefined, ...(coded ? { coded } : {}) }
}

/** The text of a row, and where in it the value of each column stands. */
function lines(mapping: TableMapping, names: ReadonlyMap<string, string>, cell: (column: string) => string) {
  const { columns: c } = mapping
  const counts = Object.values(c.counts).flatMap((one) => (typeof one === 'string' ? [one] : [one.min, one.max]))
  const days = [c.from?.column, c.to?.column].filter((one) => one !== undefined)
  const shown = mapping.show ?? [...days, ...c.agents, ...c.counterparts, ...c.places, ...counts, ...c.sources]
  let text = ''
  const spans = new Map<string, TextSpan>()
  for (const column of shown) {
    const value = cell(column).replace(/\s+/g, ' ')
    if (!value) continue
    text += `${text ? '\n' : ''}${names.get(column.toLowerCase()) ?? column}: `
    spans.set(column, { start: text.length, end: text.length + value.length, text: value })
    text += value
  }
  return { text, at: (column: string) => spans.get(column) }
}

function codedEvent(
  mapping: TableMapping,
  cell: (column: string) => string,
  at: (column: string) => TextSpan | undefined,
  day: (from: Day | undefined) => string | undefined,
): CodedEvent | undefined {
  const { columns: c } = mapping
  const kind = mapping.types.find(({ when }) =>
    Object.entries(when).every(([name, value]) => isValue(cell(name), value)),
  )
  if (!kind) return undefined
  const spans = (columns: readonly string[]) => columns.flatMap((column) => at(column) ?? [])
  const from = day(c.from)
  const to = day(c.to) ?? from
  const time = c.from ? at(c.from.column) : undefined
  const counts: CodedEvent['counts'] = {}
  for (const [key, one] of Object.entries(c.counts)) {
    const [low, high] = typeof one === 'string' ? [one, one] : [one.min, one.max]
    const span = at(low) ?? at(high)
    const values = [cell(low), cell(high)].filter((value) => /^\d+(?:\.0+)?$/.test(value)).map(Number)
    if (span && values.length) counts[key] = { ...span, min: Math.min(...values), max: Math.max(...values) }
  }
  return {
    mapping: mapping.id,
    type: kind.type,
    ...(kind.mode ? { mode: kind.mode } : {}),
    // The nearest of several places is enough; the others only say where it lies.
    slots: { agents: spans(c.agents), counterparts: spans(c.counterparts), places: spans(c.places).slice(0, 1) },
    ...(time && from && to ? { time: { ...time, from, to, precision: from === to ? 'day' : 'range' } } : {}),
    counts,
    sources: spans(c.sources),
  }
}

const isValue = (cell: string, wanted: string) =>
  wanted.endsWith('*') ? cell.startsWith(wanted.slice(0, -1)) : cell.toLowerCase() === wanted.toLowerCase()

function dayIn(value: string, { as }: Day, months: Months): string | undefined {
  if (!value) return undefined
  if (as === 'unix') {
    const at = new Date(Number(value) * 1000)
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10)
  }
  if (as === 'compact') {
    const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})/.exec(value) ?? []
    return isoDay(Number(y), Number(m), Number(d))
  }
  if (as === 'iso') return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? findDays(value, months)[0]?.day
  return findDays(value, months)[0]?.day
}
