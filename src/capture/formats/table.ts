import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { captureError } from '../captured.js'
import type { Part } from '../draft.js'
import type { CaptureKnowledge, TableMapping } from '../knowledge.js'
import { type Limits, overLimit } from '../limits.js'
import { rowDraft } from './table-row.js'

/** Rows looked at to tell a table from prose. */
const SAMPLE = 20
const DELIMITERS = [',', '\t', ';', '|']

/** How a table of cells is written. */
export interface TableForm {
  delimiter: string
  /** Names of the columns; of an export without a head line, those of the mapping that its width fits. */
  columns: string[]
  /** Whether the first line holds the names. */
  headed: boolean
  mapping?: TableMapping
}

/** Whether a text is a table (its first lines have one number of cells, at least three), and of which kind. */
export function tableForm(decoded: string, mappings: readonly TableMapping[]): TableForm | undefined {
  const head = decoded.slice(0, 200_000)
  // Cut where a line ends, so that the last row is whole; a line break inside quotes makes at most one row odd.
  const cut = head.length < decoded.length ? head.slice(0, head.lastIndexOf('\n') + 1) : head
  for (const delimiter of DELIMITERS) {
    if (!cut.slice(0, 5_000).includes(delimiter)) continue
    const rows = sample(cut, delimiter)
    const [first] = rows
    if (!first || first.length < 3 || rows.length < 2) continue
    if (rows.some((row) => row.length !== first.length)) continue
    const headless = mappings.find(({ headers }) => headers?.some((names) => names.length === first.length))
    const names = headless?.headers?.find((one) => one.length === first.length)
    if (headless && names && /^\d+$/.test(first[0] ?? '') && !fits(headless, first))
      return { delimiter, columns: names, headed: false, mapping: headless }
    if (!looksLikeNames(first)) continue
    const columns = first.map((name) => name.trim())
    const mapping = mappings.find((one) => fits(one, columns))
    return { delimiter, columns, headed: true, ...(mapping ? { mapping } : {}) }
  }
  return undefined
}

/** The mapping that the names of a table's columns fit. */
export function fits({ recognise }: TableMapping, columns: readonly string[]): boolean {
  const have = new Set(columns.map((name) => name.toLowerCase()))
  return recognise.every((name) => have.has(name.toLowerCase()))
}

function sample(text: string, delimiter: string): string[][] {
  try {
    return parseAll(text, { delimiter, to: SAMPLE, relax_quotes: true, relax_column_count: true, bom: true })
  } catch {
    return []
  }
}

/** Heads are short, all different, and no sentences. */
function looksLikeNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  if (new Set(names).size !== names.length) return false
  return names.every(
    (name) => name !== '' && name.length <= 40 && !/[.!?؟:]$/.test(name) && !/^\d+([.,]\d+)?$/.test(name),
  )
}

/** The rows of a table as documents; a row that breaks the table's form is a part with its error. */
export async function* tableParts(
  decoded: string,
  form: TableForm,
  knowledge: CaptureKnowledge,
  limits: Limits,
): AsyncGenerator<Part> {
  const mapping = form.mapping
  if (!mapping) throw needsMapping(form.columns)
  const parser = parse({
    delimiter: form.delimiter,
    columns: form.headed ? (names: string[]) => names.map((name) => name.trim()) : form.columns,
    raw: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: Math.min(limits.reportBytes, 10_000_000),
  })
  parser.end(decoded)
  let number = 0
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: Record<string, string>; raw: string }>) {
      if (++number > limits.parts) throw overLimit('the table has too many rows', 'parts', limits.parts)
      const part = rowPart(record, `row ${number}`, Buffer.from(raw.trimEnd(), 'utf8'), mapping, knowledge)
      if (part) yield part
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'IsnadError') throw error
    throw captureError('damaged-file', `row ${number + 1} of the table cannot be read: ${(error as Error).message}`)
  }
}

/** Objects of a JSON array or of JSON lines, each one row. */
export function* recordParts(
  records: Iterable<{ record: Record<string, unknown>; raw: string }>,
  mapping: TableMapping,
  knowledge: CaptureKnowledge,
  limits: Limits,
): Generator<Part> {
  let number = 0
  for (const { record, raw } of records) {
    if (++number > limits.parts) throw overLimit('the file has too many records', 'parts', limits.parts)
    const cells = Object.entries(record).map(([name, value]) => [name, value == null ? '' : String(value)])
    const part = rowPart(Object.fromEntries(cells), `row ${number}`, Buffer.from(raw, 'utf8'), mapping, knowledge)
    if (part) yield part
  }
}

function rowPart(
  record: Record<string, string>,
  name: string,
  bytes: Uint8Array,
  mapping: TableMapping,
  knowledge: CaptureKnowledge,
): Part | undefined {
  try {
    const draft = rowDraft(record, mapping, knowledge.months)
    return draft ? { name, bytes, draft } : undefined
  } catch (error) {
    return { name, error }
  }
}

/** The error of a table whose columns nobody has explained. */
export function needsMapping(columns: readonly string[]) {
  return captureError(
    'needs-mapping',
    `it is a table with the columns ${columns.slice(0, 12).join(', ')}${columns.length > 12 ? ' …' : ''}, and no mapping says what they mean`,
    'Write one and give it with --mapping FILE; see docs/capture.md.',
  )
}
