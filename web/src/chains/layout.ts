import type { OriginGroup } from '../../../src/model/index.js'
import type { ClaimAnswer } from '../answers.js'

/** A knot of the drawing: a document, somebody who passes on, an origin, or an outlet's own voice. */
export interface Knot {
  id: string
  kind: 'document' | 'hop' | 'origin' | 'own'
  /** The words to show; a document's are chosen by the screen. */
  label: string
  entity?: string
  hopKind?: string
  /** Steps from the documents; origins that nobody stands behind share the last column. */
  column: number
  /** Place from the top, in rows. */
  row: number
  claims: string[]
  /** The origin groups that the knot is the origin for. */
  groups: number[]
  /** How many different knots lead here; two or more: reports meet. */
  meets: number
}
export interface Thread {
  from: string
  to: string
  claims: string[]
}
export interface Drawing {
  knots: Knot[]
  threads: Thread[]
  columns: number
  rows: number
}

const same = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(the|a|an)\s+/, '')
    .trim()

/** Lays chains out from documents to origins. Nobody is drawn twice, so what two reports share shows as one knot. */
export function layout(claims: readonly ClaimAnswer[], groups: readonly OriginGroup[]): Drawing {
  const knots = new Map<string, Knot>()
  const threads = new Map<string, Thread>()
  const knot = (id: string, kind: Knot['kind'], label: string, claim: string): Knot => {
    const found = knots.get(id)
    if (found) {
      if (!found.claims.includes(claim)) found.claims.push(claim)
      return found
    }
    const made: Knot = { id, kind, label, column: 0, row: 0, claims: [claim], groups: [], meets: 0 }
    knots.set(id, made)
    return made
  }
  const thread = (from: string, to: string, claim: string) => {
    const key = `${from}\u0000${to}`
    const found = threads.get(key) ?? { from, to, claims: [] }
    if (!found.claims.includes(claim)) found.claims.push(claim)
    threads.set(key, found)
  }

  for (const claim of claims) {
    const start = knot(`d:${claim.document}`, 'document', claim.outlet ?? claim.title ?? claim.path, claim.id)
    let at = start.id
    for (const hop of claim.chain) {
      const id = `h:${hop.entity ?? same(hop.name)}`
      const next = knot(id, 'hop', hop.name, claim.id)
      if (hop.entity) next.entity = hop.entity
      next.hopKind ??= hop.kind
      if (id !== at) thread(at, id, claim.id)
      at = id
    }
    if (claim.chain.length === 0) {
      const own = knot(`o:${claim.document}`, 'own', claim.outlet ?? '', claim.id)
      thread(at, own.id, claim.id)
      at = own.id
    }
    const end = knots.get(at)!
    if (end.kind === 'hop') end.kind = 'origin'
    const group = groups.findIndex((one) => one.claims.includes(claim.id))
    if (group >= 0 && !end.groups.includes(group)) end.groups.push(group)
  }
  const list = [...knots.values()]
  const lines = [...threads.values()]
  for (const one of list) one.meets = lines.filter((line) => line.to === one.id).length
  const columns = setColumns(list, lines)
  return { knots: list, threads: lines, columns, rows: setRows(list, lines, columns) }
}

/** Column by the longest way from a document; the bound ends a loop of people who quote each other. */
function setColumns(knots: Knot[], threads: Thread[]): number {
  const byId = new Map(knots.map((one) => [one.id, one]))
  for (let turn = 0; turn < knots.length; turn++) {
    let moved = false
    for (const { from, to } of threads) {
      const [a, b] = [byId.get(from)!, byId.get(to)!]
      if (b.column <= a.column && a.column + 1 < knots.length) {
        b.column = a.column + 1
        moved = true
      }
    }
    if (!moved) break
  }
  const last = Math.max(1, ...knots.map((one) => one.column))
  for (const one of knots)
    if (one.kind !== 'document' && !threads.some((line) => line.from === one.id)) one.column = last
  return last + 1
}

/** Rows from the origins back: each knot stands as near as it can to the middle of those it leads to. */
function setRows(knots: Knot[], threads: Thread[], columns: number): number {
  const byId = new Map(knots.map((one) => [one.id, one]))
  const inColumn = (n: number) => knots.filter((one) => one.column === n)
  const last = inColumn(columns - 1).sort((a, b) => (a.groups[0] ?? 99) - (b.groups[0] ?? 99))
  last.forEach((one, i) => {
    one.row = i
  })
  for (let n = columns - 2; n >= 0; n--) {
    const wish = new Map(
      inColumn(n).map((one) => {
        const next = threads.filter((line) => line.from === one.id).map((line) => byId.get(line.to)!.row)
        return [one, next.length ? next.reduce((sum, row) => sum + row, 0) / next.length : 0]
      }),
    )
    let free = 0
    for (const [one, row] of [...wish].sort((a, b) => a[1] - b[1])) {
      one.row = Math.max(free, row)
      free = one.row + 1
    }
  }
  return Math.max(1, ...knots.map((one) => one.row + 1))
}
