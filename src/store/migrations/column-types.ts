import { type ColumnDataType, type Kysely, type RawBuilder, sql } from 'kysely'

/** The two engines that hold cases. */
export type Engine = 'sqlite' | 'postgres'

/** A schema change: numbered by its file's name, forward only. It never changes after a release. */
export interface Migration {
  number: number
  name: string
  up(db: Kysely<never>, types: ColumnTypes): Promise<void>
}

type DataType = ColumnDataType | RawBuilder<unknown>

/** What each kind of column is called in an engine. */
export interface ColumnTypes {
  text: DataType
  integer: DataType
  /** Numbers with a fraction, as JavaScript has them. */
  real: DataType
  json: DataType
  bytes: DataType
  /** What ends the statement that makes a table which is nothing but its key. */
  keyOnly: RawBuilder<unknown>
}

/** Text compares byte by byte in both engines, so that lists have one order. */
export function columnTypes(engine: Engine): ColumnTypes {
  if (engine === 'sqlite')
    return { text: 'text', integer: 'integer', real: 'real', json: 'text', bytes: 'blob', keyOnly: sql`without rowid` }
  return {
    ...{ text: sql`text collate "C"`, integer: 'integer', real: 'double precision' as const },
    ...{ json: 'jsonb' as const, bytes: 'bytea' as const, keyOnly: sql`` },
  }
}
