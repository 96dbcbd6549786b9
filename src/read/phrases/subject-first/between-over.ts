import type { NounGroup } from '../../analysis.js'
import { type Group, kindOf } from './group.js'
import type { Node } from './node.js'

/**
 * "fighting between the army, backed by the coalition, and the clan": where "between" has one party only, the last of
 * those who are said to stand behind it is the other one.
 */
export function settleBetween(nodes: readonly Node[], between: string): void {
  overRelative(nodes, between)
  for (const described of nodes) {
    const list = described.form === 'participle' && described.passive ? described.functions.S : []
    const backers = list.length === 1 ? list[0]!.members : undefined
    const [host] = described.functions.O
    // "between clans backed by Iran and Oman": several may be all the parties that there are.
    const several = host?.plural === true && !host.definite && host.mention === undefined
    if (!backers || !host || host.members || several) continue
    const over = nodes.filter(({ functions: { P } }) => P[between]?.length === 1 && P[between][0] === host)
    if (over.length === 0) continue
    const other = backers.at(-1)!
    const rest = backers.slice(0, -1)
    const own = rest.length === 1 ? rest[0]! : { ...list[0]!, members: rest, end: rest.at(-1)!.end }
    described.functions.S = [own]
    for (const [preposition, groups] of Object.entries(described.functions.P))
      described.functions.P[preposition] = groups.map((g: NounGroup) => (g === list[0] ? own : g))
    for (const { functions } of over) functions.P[between]!.push(other)
  }
}

/** "a tie between the Front, which is listed as a terrorist body, and the clan": what the relative clause ends in is no list. */
function overRelative(nodes: readonly Node[], between: string): void {
  for (const { relativeAt, functions } of nodes) {
    if (relativeAt === undefined) continue
    const [host] = [...functions.S, ...functions.O]
    const over = nodes.filter(({ functions: { P } }) => P[between]?.length === 1 && P[between][0] === host)
    const lists = [functions.O, ...Object.values(functions.P)]
    const one = over.length > 0 && host && !host.members && !host.plural
    const list = one ? lists.find((l) => l.at(-1)?.members) : undefined
    const members = list?.at(-1)?.members
    if (!list || members?.length !== 2 || kindOf(members[1] as Group) !== 'actor') continue
    list.splice(list.length - 1, 1, members[0]!)
    for (const o of over) o.functions.P[between]!.push(members[1]!)
  }
}
