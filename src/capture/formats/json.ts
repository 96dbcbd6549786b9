import { captureError } from '../captured.js'
import type { Part } from '../draft.js'
import type { CaptureKnowledge, TableMapping } from '../knowledge.js'
import type { Limits } from '../limits.js'
import { refuseDeepJson } from '../nesting.js'
import { fits, needsMapping, recordParts } from './table.js'
import { isTelegram, telegramParts } from './telegram.js'

type Row = Record<string, unknown>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A Telegram export, or a list of records whose names a mapping knows (at the top, or as `data`). */
export function jsonParts(
  decoded: string,
  knowledge: CaptureKnowledge,
  limits: Limits,
): { format: string; parts: Iterable<Part>; notes?: string[] } {
  refuseDeepJson(decoded, limits)
  const value = parsed(decoded, 'the file')
  if (isTelegram(value)) {
    const { parts, silent } = telegramParts(value, limits)
    if (parts.length === 0) throw captureError('empty-document', 'no message of the export holds words')
    const notes = silent ? [`${silent} messages without words (pictures, calls, joins) were left out`] : []
    return { format: 'a Telegram export', parts, notes }
  }
  const list = Array.isArray(value) ? value : isRow(value) ? Object.values(value).find(isList) : undefined
  const rows = (Array.isArray(list) ? list : []).filter(isRow)
  const [first] = rows
  if (!first)
    throw captureError(
      'unsupported-format',
      'it is JSON, but no Telegram export, feed or list of records',
      'See docs/capture.md for what is read.',
    )
  const mapping = mappingOf(first, knowledge.tables)
  const records = rows.map((record) => ({ record, raw: JSON.stringify(record) }))
  return { format: 'a list of records', parts: recordParts(records, mapping, knowledge, limits) }
}

/** One record a line; a line that is no JSON is a part with its error. */
export function* jsonLineParts(decoded: string, knowledge: CaptureKnowledge, limits: Limits): Generator<Part> {
  let mapping: TableMapping | undefined
  let number = 0
  for (const line of decoded.split('\n')) {
    number += 1
    if (!line.trim()) continue
    const name = `row ${number}`
    try {
      refuseDeepJson(line, limits)
      const record = parsed(line, name)
      if (!isRow(record)) throw captureError('damaged-file', `${name} is no record`)
      mapping ??= mappingOf(record, knowledge.tables)
      for (const part of recordParts([{ record, raw: line }], mapping, knowledge, limits)) yield { ...part, name }
    } catch (error) {
      if (!mapping) throw error
      yield { name, error }
    }
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value) && isRow(value[0])

function mappingOf(record: Row, tables: readonly TableMapping[]): TableMapping {
  const columns = Object.keys(record)
  const mapping = tables.find((one) => fits(one, columns))
  if (!mapping) throw needsMapping(columns)
  return mapping
}

function parsed(json: string, what: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw captureError('damaged-file', `${what} is no JSON: ${(error as Error).message}`, 'Export it again.')
  }
}
