import type { KyselyPlugin, OperationNode, PluginTransformQueryArgs, RootOperationNode } from 'kysely'
import { IsnadError } from '../model/index.js'

/** Tables that belong to the database, not to a case. */
const OUTSIDE_CASES = new Set(['migrations'])

type Node = OperationNode & Record<string, unknown>

/**
 * Refuses, with `internal`, any query that does not bind the `case_id` of every table it touches: to a value, or to
 * another table's `case_id` that is. Cases share tables in PostgreSQL, and a query without the key would mix them; it
 * would also be the one query that a cluster sharded by case cannot route.
 */
export class CaseGuard implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (node.kind === 'RawNode') throw refuse('a query written as raw SQL')
    if (/^(Create|Alter|Drop)/.test(node.kind)) return node
    walk(node as unknown as Node, new Set())
    return node
  }

  async transformResult<T>({ result }: { result: T }): Promise<T> {
    return result
  }
}

/** Visits a node and all below it; `outer` holds the tables already bound by the queries around it. */
function walk(node: Node, outer: ReadonlySet<string>): void {
  let bound = outer
  if (node.kind === 'InsertQueryNode') checkInsert(node)
  if (['SelectQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'].includes(node.kind)) bound = checkTables(node, outer)
  for (const value of Object.values(node)) visit(value, bound)
}

function visit(value: unknown, bound: ReadonlySet<string>): void {
  if (Array.isArray(value)) for (const item of value) visit(item, bound)
  else if (isNode(value)) walk(value, bound)
}

function checkInsert(node: Node): void {
  const table = tableName(node.into as Node)
  if (OUTSIDE_CASES.has(table)) return
  const columns = ((node.columns ?? []) as Node[]).map(columnName)
  if (!columns.includes('case_id')) throw refuse(`an insert into "${table}"`)
}

function checkTables(node: Node, outer: ReadonlySet<string>): Set<string> {
  const joins = (node.joins ?? []) as Node[]
  const sources = [...fromNodes(node), ...joins.map((join) => join.table as Node)].flatMap(named)
  const bound = new Set(outer)
  const links: [string, string][] = []
  const only = sources.length === 1 ? sources[0]! : ''
  for (const condition of [node.where, ...joins.map((join) => join.on)]) collect(condition, only, bound, links)
  // An equality of two tables' keys binds one by the other, in whatever order they were written.
  for (let grew = true; grew; ) {
    grew = false
    for (const [a, b] of links) {
      if (bound.has(a) === bound.has(b)) continue
      bound.add(a).add(b)
      grew = true
    }
  }
  const free = sources.find((name) => !bound.has(name) && !OUTSIDE_CASES.has(name))
  if (free !== undefined) throw refuse(`a query on "${free}"`)
  return bound
}

function fromNodes(node: Node): Node[] {
  const from = node.from as Node | undefined
  const table = node.table as Node | undefined
  return [...((from?.froms ?? []) as Node[]), ...(table ? [table] : [])]
}

/** The name a table goes by in its query; a subquery has none, because it is checked by itself. */
function named(node: Node): string[] {
  if (node.kind === 'AliasNode') {
    const inner = node.node as Node
    return inner.kind === 'TableNode' ? [identifier(node.alias as Node)] : []
  }
  return node.kind === 'TableNode' ? [tableName(node)] : []
}

/** Gathers `case_id = …` from what must hold; what stands under OR or NOT binds nothing. */
function collect(value: unknown, only: string, bound: Set<string>, links: [string, string][]): void {
  if (!isNode(value)) return
  if (value.kind === 'BinaryOperationNode') collectEquality(value, only, bound, links)
  for (const key of ['where', 'on', 'node', 'left', 'right'])
    if (['WhereNode', 'OnNode', 'AndNode', 'ParensNode'].includes(value.kind)) collect(value[key], only, bound, links)
}

function collectEquality(node: Node, only: string, bound: Set<string>, links: [string, string][]): void {
  if ((node.operator as Node).operator !== '=') return
  const left = keyOwner(node.leftOperand as Node, only)
  if (left === undefined) return
  const right = node.rightOperand as Node
  if (right.kind === 'ValueNode') bound.add(left)
  const other = keyOwner(right, only)
  if (other !== undefined) links.push([left, other])
}

/** The table whose `case_id` a reference names. */
function keyOwner(node: Node, only: string): string | undefined {
  if (node.kind !== 'ReferenceNode' || columnName(node.column as Node) !== 'case_id') return undefined
  return node.table ? tableName(node.table as Node) : only
}

function columnName(node: Node): string {
  return node.kind === 'ColumnNode' ? identifier(node.column as Node) : ''
}

function tableName(node: Node): string {
  return identifier((node.table as Node).identifier as Node)
}

function identifier(node: Node): string {
  return String(node.name)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string'
}

function refuse(what: string): IsnadError {
  return new IsnadError('internal', `${what} does not name its case`, {
    hint: 'Add a condition on case_id for every table of the query.',
  })
}
