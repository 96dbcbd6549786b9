import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { parseDocument } from 'yaml'
import { sha256 } from '../model/index.js'

/** Where the build leaves the content of the packs' YAML; the same from `src` and from `dist`. */
export const BUILT_YAML = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'packs.yaml.json')

/** Content as JSON, by the hash of the YAML text that it was parsed from. */
type Built = Readonly<Record<string, string>>

let built: Built | undefined

/**
 * The content of a YAML text as the build parsed it; `undefined` where the build has not seen this very text (a pack from
 * elsewhere, a file edited since), which is then to be parsed. Parsing all packs takes most of a start.
 */
export function builtYaml(text: string): unknown {
  built ??= existsSync(BUILT_YAML) ? (JSON.parse(readFileSync(BUILT_YAML, 'utf8')) as Built) : {}
  const json = built[sha256(text)]
  return json === undefined ? undefined : JSON.parse(json)
}

/** What the build keeps of YAML texts: those that have no error and that JSON gives back unchanged. */
export function buildYaml(texts: readonly string[]): Built {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const document = parseYaml(text)
      if (document.errors.length > 0) return []
      const content: unknown = document.toJS()
      const json = JSON.stringify(content)
      return json !== undefined && isDeepStrictEqual(JSON.parse(json), content) ? [[sha256(text), json]] : []
    }),
  )
}

/** A YAML text parsed, with or without its byte-order mark. */
export function parseYaml(text: string, options: Parameters<typeof parseDocument>[1] = {}) {
  return parseDocument(text.replace(/^\ufeff/, ''), { ...options, prettyErrors: false })
}
