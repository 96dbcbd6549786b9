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

/** Where a cell stands, for an error. */
export function placeOf<T>(located: Located<T>, column: string) {
  return { file: located.file, line: located.line, column: located.columnOf(column) }
}

interface RawRecord {
  record: string[]
  raw: string
  info: { lines: number }
}

const OPTIONS = {
  bom: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
} as const

/**
 * Reads a table: a header of known columns, then one row a line, each checked against the schema. An empty cell is an
 * absent value. A byte-order mark and Windows line ends are accepted.
 */
export function readCsv<S extends z.ZodObject>(file: PackFile, schema: S, problems: Problems): Located<z.infer<S>>[] {
  const records = parseRecords(file, problems)
  if (!records) return []
  const places = new Places(file)
  const header = records[0]
  if (!header) {
    problems.add('pack-column', 'the table has no header', { file: file.file, line: 1 }, columnsHint(schema))
    return []
  }
  if (!checkHeader(header, places, schema, problems)) return []
  return records.slice(1).flatMap((record, i) => readRow(header, record, i + 1, places, schema, problems))
}

function parseRecords(file: PackFile, problems: Problems): string[][] | undefined {
  try {
    return parse(file.text, OPTIONS)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    problems.add(
      'pack-value',
      `not a table: ${error.message}`,
      { file: file.file, line },
      'quote cells that hold commas',
    )
    return undefined
  }
}

/** Where records and cells stand. Tables seldom have problems, so the text is only measured when one is to be placed. */
class Places {
  private measured: RawRecord[] | undefined

  constructor(readonly file: PackFile) {}

  at(record: number, cell?: number): { file: string; line: number; column?: number } {
    this.measured ??= parse(this.file.text, { ...OPTIONS, info: true, raw: true }) as unknown as RawRecord[]
    const { raw, info } = this.measured[record]!
    const line = info.lines - (raw.trim().match(/\n/g)?.length ?? 0)
    return { file: this.file.file, line, ...(cell !== undefined && { column: cellColumn(raw, cell) }) }
  }
}

function columnsHint(schema: z.ZodObject): string {
  return `columns: ${Object.keys(schema.shape).join(',')}`
}

function checkHeader(header: string[], places: Places, schema: z.ZodObject, problems: Problems): boolean {
  const known = Object.keys(schema.shape)
  let good = true
  const complain = (message: string, cell: number, hint?: string) => {
    good = false
    problems.add('pack-column', message, places.at(0, cell), hint)
  }
  header.forEach((name, i) => {
    if (!known.includes(name)) complain(`unknown column '${name}'`, i, suggestion(name, known))
    else if (header.indexOf(name) < i) complain(`column '${name}' stands twice`, i)
  })
  for (const [name, cell] of Object.entries(schema.shape)) {
    if (!header.includes(name) && !(cell as z.ZodType).safeParse(undefined).success) {
      complain(`column '${name}' is missing`, 0, columnsHint(schema))
    }
  }
  return good
}

function readRow<S extends z.ZodObject>(
  header: readonly string[],
  record: readonly string[],
  index: number,
  places: Places,
  schema: S,
  problems: Problems,
): Located<z.infer<S>>[] {
  const cellOf = (name: string) => Math.max(0, header.indexOf(name))
  if (record.length !== header.length) {
    const message = `the row has ${record.length} cells, the header ${header.length}`
    problems.add('pack-value', message, places.at(index), 'quote cells that hold commas')
    return []
  }
  const cells: Record<string, string> = {}
  header.forEach((name, i) => {
    if (record[i] !== '') cells[name] = record[i]!
  })
  const result = schema.safeParse(cells)
  if (!result.success) {
    for (const issue of result.error.issues) {
      const name = String(issue.path[0] ?? header[0])
      const { message, hint } = describeIssue(issue, cells[name])
      problems.add('pack-value', message, places.at(index, cellOf(name)), hint)
    }
    return []
  }
  return [
    {
      row: result.data,
      file: places.file.file,
      get line() {
        return places.at(index).line
      },
      columnOf: (name) => places.at(index, cellOf(name)).column ?? 1,
    },
  ]
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
