import { type Document, isMap, isNode, isScalar, LineCounter } from 'yaml'
import type { z } from 'zod'
import { builtYaml, parseYaml } from './built-yaml.js'
import { describeIssue } from './issue-message.js'
import { suggestion } from './nearest.js'
import type { PackFile } from './pack-files.js'
import type { Problems } from './problems.js'

/** Reads a YAML file against a schema; undefined, with its problems noted, where it does not fit. */
export function readYaml<S extends z.ZodType>(file: PackFile, schema: S, problems: Problems): z.infer<S> | undefined {
  const built = builtYaml(file.text)
  const known = built === undefined ? undefined : schema.safeParse(built)
  if (known?.success) return known.data
  const lines = new LineCounter()
  const document = parseYaml(file.text, { lineCounter: lines })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file: file.file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  for (const error of document.errors) problems.add('pack-value', `not YAML: ${error.message}`, at(error.pos[0]))
  if (document.errors.length > 0) return undefined
  const value: unknown = document.toJS()
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues.flatMap(innermost)) {
    const { message, hint } = describeIssue(issue, valueAt(value, issue.path))
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    const known = key === undefined ? [] : knownKeys(schema, issue.path)
    const code = key === undefined ? 'pack-value' : 'pack-column'
    problems.add(code, message, at(offsetOf(document, issue.path, key)), hint ?? suggestion(key ?? '', known))
  }
  return undefined
}

type Issue = z.core.$ZodIssue

/** Of a union that fails, the issues of the branch that got farthest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((i) => i.path.length))
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]!
  return best.map((i) => ({ ...i, path: [...issue.path, ...i.path] }) as Issue).flatMap(innermost)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

/** Where the node at a path begins, or the nearest one above it; with `key`, where that key stands. */
function offsetOf(document: Document, path: readonly PropertyKey[], key?: string): number {
  for (let n = path.length; n >= 0; n--) {
    const node = n === 0 ? document.contents : document.getIn(path.slice(0, n), true)
    if (!isNode(node) || !node.range) continue
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find((p) => isScalar(p.key) && p.key.value === key)
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
    }
    return node.range[0]
  }
  return 0
}

/** The keys that a schema knows at a path, as far as plain objects, records and arrays lead. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const key of path) at = stepInto(unwrap(at), key)
  const shape = (unwrap(at) as { shape?: object } | undefined)?.shape
  return shape ? Object.keys(shape) : []
}

interface Inner {
  shape?: Record<string, unknown>
  element?: unknown
  valueType?: unknown
  unwrap?: () => unknown
  def?: { innerType?: unknown }
}

function unwrap(schema: unknown): unknown {
  let at = schema as Inner | undefined
  while (at?.def?.innerType) at = at.def.innerType as Inner
  return at
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  const at = schema as Inner | undefined
  return at?.shape?.[String(key)] ?? at?.element ?? at?.valueType
}
