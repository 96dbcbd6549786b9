import type { z } from 'zod'
import { suggestion } from './nearest.js'

type Issue = z.core.$ZodIssue

/** What a zod issue says, in a sentence about the value, and what to do. */
export function describeIssue(issue: Issue, value: unknown): { message: string; hint?: string } {
  const name = issue.path.map(String).join('.') || 'the file'
  const shown = typeof value === 'string' ? `'${value}'` : value === undefined ? 'nothing' : JSON.stringify(value)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.map((k) => `'${k}'`).join(', ')
      return {
        message: `unknown ${issue.keys.length > 1 ? 'keys' : 'key'} ${keys}${issue.path.length > 0 ? ` in ${name}` : ''}`,
      }
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      if (value === undefined) return { message: `'${name}' is missing`, hint: `allowed: ${allowed.join(', ')}` }
      const hint = suggestion(String(value), allowed)
      return { message: `${name} cannot be ${shown}`, ...(hint && { hint }) }
    }
    case 'invalid_type':
      if (value === undefined) return { message: `'${name}' is missing` }
      return { message: `${name} is ${shown}, which is no ${issue.expected}` }
    case 'invalid_key':
    case 'invalid_element':
      return { message: `${name}: ${issue.issues.map((i) => describeIssue(i, i.path.at(-1)).message).join('; ')}` }
    default:
      return { message: `${name} is ${shown}: ${issue.message}` }
  }
}
