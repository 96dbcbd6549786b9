import { CsvError, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { describeIssue } from './issue-message.js'
import { suggestion } from './nearest.js'
import type { PackFile } from './pack-files.js'
import type { Problems } from './problems.js'

/** A validated row and where it stands, so that later checks can point at it. */
export interface Located<T> {
  row: T
  file: string
  line: number
  /** Column (from 1) at which a cell begins on its line. */
  columnOf(name: string): number
}

interface RawRecord {
  record: string[]
  raw: string
  info: { lines: number }
}

/**
 * Reads a table: a header of known columns, then one row a line, each checked against the schema. An empty cell is an
 * absent value. A byte-order mark and Windows line ends are accepted.
 */
export function readCsv<S extends z.ZodObject>(file: PackFile, schema: S, problems: Problems): Located<z.infer<S>>[] {
  const records = parseRecords(file, problems)
  const header = records[0]
  if (!header) {
    problems.add('pack-column', 'the table has no header', { file: file.file, line: 1 }, columnsHint(schema))
    return []
  }
  if (!checkHeader(file, header, schema, problems)) return []
  return records.slice(1).flatMap((record) => readRow(file, header.record, record, schema, problems))
}

function parseRecords(file: PackFile, problems: Problems): RawRecord[] {
  try {
    return parse(file.text, {
      bom: true,
      info: true,
      raw: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as RawRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    problems.add(
      'pack-value',
      `not a table: ${error.message}`,
      { file: file.file, line },
      'quote cells that hold commas',
    )
    return []
  }
}

function columnsHint(schema: z.ZodObject): string {
  return `columns: ${Object.keys(schema.shape).join(',')}`
}

function checkHeader(file: PackFile, header: RawRecord, schema: z.ZodObject, problems: Problems): boolean {
  const known = Object.keys(schema.shape)
  let good = true
  const complain = (message: string, index: number, hint?: string) => {
    good = false
    problems.add('pack-column', message, { file: file.file, line: 1, column: cellColumn(header.raw, index) }, hint)
  }
  header.record.forEach((name, i) => {
    if (!known.includes(name)) complain(`unknown column '${name}'`, i, suggestion(name, known))
    else if (header.record.indexOf(name) < i) complain(`column '${name}' stands twice`, i)
  })
  for (const [name, cell] of Object.entries(schema.shape)) {
    if (!header.record.includes(name) && !(cell as z.ZodType).safeParse(undefined).success) {
      complain(`column '${name}' is missing`, 0, columnsHint(schema))
    }
  }
  return good
}

function readRow<S extends z.ZodObject>(
  file: PackFile,
  header: readonly string[],
  { record, raw, info }: RawRecord,
  schema: S,
  problems: Problems,
): Located<z.infer<S>>[] {
  const line = info.lines - (raw.trim().match(/\n/g)?.length ?? 0)
  const columnOf = (name: string) => cellColumn(raw, Math.max(0, header.indexOf(name)))
  const at = (name: string) => ({ file: file.file, line, column: columnOf(name) })
  if (record.length !== header.length) {
    const message = `the row has ${record.length} cells, the header ${header.length}`
    problems.add('pack-value', message, { file: file.file, line }, 'quote cells that hold commas')
    return []
  }
  const cells = Object.fromEntries(header.flatMap((name, i) => (record[i] === '' ? [] : [[name, record[i]]])))
  const result = schema.safeParse(cells)
  if (result.success) return [{ row: result.data, file: file.file, line, columnOf }]
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? header[0])
    const { message, hint } = describeIssue(issue, cells[name])
    problems.add('pack-value', message, at(name), hint)
  }
  return []
}

/** Column at which the cell with this index begins in the text of a row. */
function cellColumn(raw: string, index: number): number {
  const line = raw.replace(/^[\r\n]+/, '')
  let quoted = false
  let cell = 0
  for (let i = 0; i < line.length; i++) {
    if (cell === index) return i + 1
    if (line[i] === '"') quoted = !quoted
    else if (line[i] === ',' && !quoted) cell++
  }
  return 1
}
