import { z } from 'zod'
import { ClaimStatus, ClaimType } from '../model/index.js'
import type { PackFolder } from './pack-files.js'
import type { Problems } from './problems.js'
import { readYaml } from './yaml-file.js'

const pieces = z.array(z.string())

/** What one claim of an example must hold; strings are pieces of a filler or of a hop's name. */
export const ExpectedClaim = z.strictObject({
  type: ClaimType,
  status: ClaimStatus.optional(),
  mode: z.string().optional(),
  agents: pieces.optional(),
  counterparts: pieces.optional(),
  objects: pieces.optional(),
  instruments: pieces.optional(),
  places: pieces.optional(),
  origin: pieces.optional(),
  destination: pieces.optional(),
  chain: pieces.optional(),
  /** The least number stated; an empty record: none may be read. */
  counts: z.record(z.string(), z.number()).optional(),
  /** A day, a range `from/to` (ISO, inclusive), or `none` where the text gives no day of the event. */
  time: z
    .string()
    .regex(/^(none|\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?)$/)
    .optional(),
})
export type ExpectedClaim = z.infer<typeof ExpectedClaim>

/** A sentence and every claim that a reader must find in it; an empty `expect` is a counter-example. */
export const ExampleEntry = z.strictObject({
  id: z.string(),
  lang: z.string(),
  date: z.string().optional(),
  text: z.string(),
  expect: z.array(ExpectedClaim),
  why: z.string().optional(),
})

/** An example with the pack and file that it stands in. */
export interface Example extends z.infer<typeof ExampleEntry> {
  pack: string
  file: string
}

/** Reads `examples/*.yml` of a language or theatre. */
export function readExamples(folder: PackFolder, pack: string, problems: Problems): Example[] {
  const seen = new Set<string>()
  return folder.takeAll(/^examples\/[^/]+\.ya?ml$/).flatMap((file) => {
    const entries = readYaml(file, z.array(ExampleEntry), problems) ?? []
    for (const { id } of entries) {
      if (seen.has(id)) problems.add('pack-value', `example '${id}' stands twice`, { file: file.file })
      seen.add(id)
    }
    return entries.map((entry) => ({ ...entry, pack, file: file.file }))
  })
}
