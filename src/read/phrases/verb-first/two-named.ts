import type { Chunk } from './chunks.js'
import type { Group } from './noun-group.js'

/**
 * «اتفق الطرفان، الفصيل والحكومة، على …», «بين الجانبين (الجيش والقبائل)»: behind a word for two, between commas or brackets, those
 * two by their names. They stand in its place, and the clause goes on as if nothing had been put in.
 */
export function nameTheTwo(chunks: Chunk[]): void {
  for (let i = 0; i + 2 < chunks.length; i++) {
    const [both, mark, named, close] = chunks.slice(i, i + 4)
    const opens = mark!.kind === 'comma' || mark!.kind === 'open'
    if (!both?.group || !opens || !isTwo(both.group) || !areTheirNames(named?.group)) continue
    const ends = !close || close.kind === (mark!.kind === 'open' ? 'close' : 'comma') || close.kind === 'stop'
    if (!ends) continue
    const { quantity, case: shown } = both.group
    const group: Group = { ...named!.group!, ...(quantity && { quantity }), ...(shown && { case: shown }) }
    chunks[i] = { ...both, start: named!.start, end: named!.end, group }
    chunks.splice(i + 1, close && close.kind !== 'stop' ? 3 : 2)
  }
}

/** «الطرفان», «الفصيلين»: two bodies spoken of by a word in the dual that says nothing more of them. */
const isTwo = ({ definite, agreement, mention, of, members, pronoun, classes }: Group) =>
  definite &&
  agreement.number === 'dual' &&
  mention === undefined &&
  !of &&
  !members &&
  !pronoun &&
  classes.some((c) => c === 'group' || c === 'side' || c === 'person')

const areTheirNames = (group: Group | undefined) =>
  group?.members?.length === 2 && group.members.every((m) => !m.pronoun && (m.definite || m.mention !== undefined))
