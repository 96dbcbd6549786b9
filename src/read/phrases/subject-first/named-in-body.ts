import type { Chunk, GroupChunk } from './chunk.js'
import { type Group, kindOf } from './group.js'

/**
 * "the leader in the Reed Brigade Captain Adam Tal", "a member in the organization Adam Tal": where no comma parts whose
 * man somebody is from his name, the two stand as one group, and the person is named.
 */
export function namedInBody(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const [role, within, named] = chunks.slice(i, i + 3)
    const body = named?.kind === 'group' ? bodyBefore(named.group) : undefined
    const one =
      body && role?.kind === 'group' && isRole(role.group) && within?.kind === 'preposition' && within.role === 'place'
    if (!one) {
      out.push(chunks[i]!)
      continue
    }
    out.push(asOne(role, named as GroupChunk, body))
    i += 2
  }
  return out
}

/** The body that is named or called so right before a person's name, which is the head of its group. */
function bodyBefore({ mention, classes, head, start, apposed, premodifiers, unknown }: Group): Group | undefined {
  if (mention === undefined || unknown || start === head.start || !classes.includes('person')) return undefined
  const isBody = (g: Group | undefined) =>
    g !== undefined && g.classes.includes('group') && !g.classes.includes('person')
  return [apposed as Group | undefined, apposed?.of as Group | undefined, ...premodifiers].find(isBody)
}

const isRole = (g: Group) =>
  g.mention === undefined &&
  !g.unknown &&
  !g.pronoun &&
  !g.plural &&
  !g.quantity &&
  !g.members &&
  !g.of &&
  kindOf(g) === 'actor' &&
  !g.classes.includes('group') &&
  g.classes.some((k) => ROLES.has(k))
const ROLES = new Set(['person', 'leader', 'official', 'fighter', 'soldier'])

function asOne(role: GroupChunk, named: GroupChunk, body: Group): GroupChunk {
  const own: Group = { ...role.group, of: body }
  const classes = named.group.classes.filter((k) => k !== 'group' && k !== 'body')
  const group: Group = {
    ...named.group,
    start: role.start,
    apposed: own,
    premodifiers: [],
    classes: [...new Set([...classes, ...role.group.classes])],
  }
  return { kind: 'group', group, start: role.start, end: named.end }
}
