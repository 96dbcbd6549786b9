import { createRequire } from 'node:module'
import { z } from 'zod'
import * as model from '../model/index.js'
import * as caseAnswers from './contract/case.js'
import * as claimAnswers from './contract/claims.js'
import * as decidedAnswers from './contract/decided.js'
import { type RouteSpec, roleOf } from './contract/define.js'
import * as documentAnswers from './contract/documents.js'
import * as dyadAnswers from './contract/dyads.js'
import * as entityAnswers from './contract/entities.js'
import * as incidentAnswers from './contract/incidents.js'
import * as judgementAnswers from './contract/judgements.js'
import * as lists from './contract/lists.js'
import * as maps from './contract/map.js'
import * as network from './contract/network.js'
import * as people from './contract/people.js'
import * as reports from './contract/reports.js'
import * as sessionAnswers from './contract/session.js'
import { Problem } from './problem.js'

type Json = Record<string, unknown>

/** Modules whose exported schemas appear under their own name. */
const NAMED = [
  ...[model, lists, claimAnswers, documentAnswers, incidentAnswers],
  ...[
    dyadAnswers,
    entityAnswers,
    caseAnswers,
    judgementAnswers,
    decidedAnswers,
    maps,
    sessionAnswers,
    network,
    people,
    reports,
  ],
]
const REF = '#/components/schemas/'
const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** The description of the API in OpenAPI 3.1, made from the schemas that the server checks by. */
export function openapi(contract: Record<string, RouteSpec>): Json {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of NAMED.flatMap((of) => Object.entries(of)))
    if (schema instanceof z.ZodType && !name.endsWith('Query') && !registry.has(schema))
      registry.add(schema, { id: name })
  registry.add(Problem, { id: 'Problem' })
  const named = (schema: z.ZodType, id: string): Json => {
    if (!registry.has(schema)) registry.add(schema, { id })
    return { $ref: REF + registry.get(schema)!.id }
  }
  const paths: Record<string, Json> = {}
  for (const [address, spec] of Object.entries(contract)) {
    const [method, path] = address.split(' ') as [string, string]
    const id = operationId(method, path)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(address, path, id, spec, named) }
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => REF + id,
    override: ({ jsonSchema }) => open(jsonSchema),
  })
  for (const schema of Object.values(schemas)) {
    delete schema.$schema
    delete schema.$id
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Isnad',
      version,
      description: 'A case over HTTP. See docs/api.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    paths,
    components: { schemas: sorted(schemas) },
  }
}

function operation(
  address: string,
  path: string,
  operationId: string,
  spec: RouteSpec,
  named: (schema: z.ZodType, id: string) => Json,
): Json {
  const { answer, body } = spec
  const json = (schema: Json) => ({ 'application/json': { schema } })
  const Name = operationId[0]!.toUpperCase() + operationId.slice(1)
  const content =
    answer === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } }
      : json(named(answer, `${Name}Answer`))
  const parameters = [...pathParameters(path), ...queryParameters(spec.query)]
  return {
    operationId,
    summary: spec.about,
    tags: [path.split('/')[1]],
    'x-role': roleOf(address, spec),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content:
          body === 'form'
            ? { 'multipart/form-data': { schema: { type: 'object' } } }
            : json(named(body, `${Name}Body`)),
      },
    }),
    responses: {
      [spec.status ?? 200]: { description: spec.about, content },
      ...(address.startsWith('GET ') && spec.etag !== false && answer !== 'file'
        ? { 304: { description: 'The case has not changed since the answer with this ETag' } }
        : {}),
      default: {
        description: 'What is wrong, where, and the next step (RFC 9457)',
        content: {
          'application/problem+json': { schema: named(Problem, 'Problem') },
        },
      },
    },
  }
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { $schema: _, description, ...json } = z.toJSONSchema(schema as z.ZodType)
    return {
      ...{ name, in: 'query', required: !(schema instanceof z.ZodOptional) },
      ...(description && { description }),
      schema: json,
    }
  })
}

/** `GET /dyad/{a}/{b}/cell` is `getDyadCell`. */
function operationId(method: string, path: string): string {
  const words = path.split('/').filter((part) => part !== '' && part !== '{a}' && part !== '{b}')
  const word = (part: string) =>
    part.replace(/[{}]/g, '').replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
  return method.toLowerCase() + words.map((part) => (part === '{id}' ? 'One' : word(part))).join('')
}

/** Fields may be added to an answer without a new version, so that a client must not refuse one that it does not know. */
function open(schema: Json): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties
}

const sorted = (of: object) => Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
