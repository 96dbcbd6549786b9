import { z } from 'zod'
import { ATTACK_MODES, CLAIM_TYPES, IsnadError } from '../model/index.js'
import { Problems } from './problems.js'
import { readYaml } from './yaml-file.js'

const column = z.string().min(1)
/** How a column writes days: `iso` 2024-05-12, `compact` 20240512, `unix` seconds, `words` as a person would (12 May 2024). */
const DayColumn = z.strictObject({ column, as: z.enum(['iso', 'compact', 'unix', 'words']) })

/** `ontology/tables/<id>.yml`, or a file given with `--mapping`: what the columns of somebody's table mean. */
export const TableFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Who publishes the table: the outlet of its rows, unless a column names one. */
  outlet: z.string().optional(),
  /** Columns that together say that a table is of this kind. */
  recognise: z.array(column).min(1),
  /** Names of the columns in order, for exports that carry none; each list is one width. */
  headers: z.array(z.array(column)).optional(),
  /** Columns shown in a row's text, in this order; left out: all that are named below. */
  show: z.array(column).optional(),
  columns: z.strictObject({
    /** Prose: rows are read like reports, and only their metadata taken from columns. */
    text: column.optional(),
    title: column.optional(),
    outlet: column.optional(),
    author: column.optional(),
    address: column.optional(),
    published: DayColumn.optional(),
    agents: z.array(column).default([]),
    counterparts: z.array(column).default([]),
    places: z.array(column).default([]),
    from: DayColumn.optional(),
    to: DayColumn.optional(),
    counts: z.record(z.string(), z.union([column, z.strictObject({ min: column, max: column })])).default({}),
    sources: z.array(column).default([]),
  }),
  /** Cells that mean nothing: `XXX`, `-99`. */
  empty: z.array(z.string()).default([]),
  /** The claim type by the row's codes: the first that fits; `*` at the end of a value: anything may follow. */
  types: z
    .array(
      z.strictObject({
        when: z.record(column, z.string()),
        type: z.enum(CLAIM_TYPES),
        mode: z.enum(ATTACK_MODES).optional(),
      }),
    )
    .default([]),
})
export type TableFile = z.infer<typeof TableFile>

/** Reads a mapping that somebody wrote. Throws the first thing wrong with it, by line. */
export function readTableFile(path: string, text: string): TableFile {
  const problems = new Problems()
  const table = readYaml({ path, file: path, text }, TableFile, problems)
  problems.throwFirst()
  if (!table) throw new IsnadError('pack-value', `${path} is no mapping`, { hint: 'See docs/capture.md#tables' })
  return table
}
