import type { z } from 'zod'
import { IsnadError } from '../model/index.js'
import { readCsv } from './csv-file.js'
import { type Example, readExamples } from './example-file.js'
import { LANGUAGE_FILES, LanguageManifest } from './language-files.js'
import type { PackFolder } from './pack-files.js'
import type { Problems } from './problems.js'
import { readYaml } from './yaml-file.js'

/** What is known of one language. Its files are read with `table` (CSV), `tree` (one YAML) and `trees` (many). */
export interface LanguagePack extends LanguageManifest {
  /** Path in the pack → validated content: rows of a table, the value of a tree. */
  files: ReadonlyMap<string, unknown>
  examples: readonly Example[]
}

/** Reads the folder of one language; undefined where its manifest does not fit. */
export function readLanguage(folder: PackFolder, problems: Problems): LanguagePack | undefined {
  const manifest = folder.take('language.yml')
  if (!manifest) {
    problems.add('pack-missing', "a language needs a 'language.yml'", { file: folder.dir })
    return undefined
  }
  const head = readYaml(manifest, LanguageManifest, problems)
  const files = new Map<string, unknown>()
  for (const known of LANGUAGE_FILES) {
    const found = typeof known.path === 'string' ? [folder.take(known.path)] : folder.takeAll(known.path)
    for (const file of found) {
      if (!file) continue
      const content =
        known.format === 'csv'
          ? readCsv(file, known.schema, problems).map((r) => r.row)
          : readYaml(file, known.schema, problems)
      if (content !== undefined) files.set(file.path, content)
    }
  }
  const examples = readExamples(folder, `languages/${folder.dir.split(/[\\/]/).at(-1)}`, problems)
  const paths = LANGUAGE_FILES.map((f) =>
    typeof f.path === 'string' ? f.path : f.format === 'csv' ? 'glosses/*.csv' : 'frames/*.yml',
  ).join(', ')
  folder.reportUnread(problems, `a language has language.yml, examples/*.yml, ${paths}`)
  return head && { ...head, files, examples }
}

/** The rows of a table; none where the language does not have it. `schema` must be the one in `LANGUAGE_FILES`. */
export function table<S extends z.ZodObject>(pack: LanguagePack, path: string, schema: S): z.infer<S>[] {
  return (lookUp(pack, path, schema) ?? []) as z.infer<S>[]
}

/** The value of a YAML file; undefined where the language does not have it. */
export function tree<S extends z.ZodType>(pack: LanguagePack, path: string, schema: S): z.infer<S> | undefined {
  return lookUp(pack, path, schema) as z.infer<S> | undefined
}

/** The YAML files under a folder (`frames/`), by path. */
export function trees<S extends z.ZodType>(pack: LanguagePack, under: string, schema: S): Map<string, z.infer<S>> {
  const paths = [...pack.files.keys()].filter((p) => p.startsWith(under))
  return new Map(paths.map((path) => [path, lookUp(pack, path, schema) as z.infer<S>]))
}

function lookUp(pack: LanguagePack, path: string, schema: z.ZodType): unknown {
  const entry = LANGUAGE_FILES.find((f) => (typeof f.path === 'string' ? f.path === path : f.path.test(path)))
  if (entry?.schema !== schema) {
    throw new IsnadError('internal', `'${path}' is not registered with this schema`, {
      where: { what: 'LANGUAGE_FILES' },
      hint: 'use the schema that LANGUAGE_FILES gives the path',
    })
  }
  return pack.files.get(path)
}
