// The mapping file and what a claim is mapped with.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Reading } from '../../src/model/index.js'
import type { Packs } from '../../src/packs/index.js'

/** Each part is explained in mapping.yml. */
export interface Mapping {
  incidents: Record<string, string>
  modes: Record<string, string>
  statuses: string[]
  hedged: string[]
  intended: string[]
  recent: number
  organizations: string[]
  bodies: string[]
  sided: string[]
  individuals: string[]
  bands: string[]
  military: string[]
  ofWar: string[]
  targets: string[]
  weapons: string[]
  unsaid: string[]
  numbers: string[]
}

export interface Context {
  packs: Packs
  mapping: Mapping
  classes: (name: string) => ReadonlySet<string>
  reading: Reading
}

/** Reads mapping.yml. */
export const readMapping = (): Mapping =>
  parse(readFileSync(join(import.meta.dirname, 'mapping.yml'), 'utf8')) as Mapping
