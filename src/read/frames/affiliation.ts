import type { NounGroup } from '../analysis.js'
import { arePeople } from '../people.js'

/** The bodies that people belong to: "members of X", «عناصر X», "X's fighters". */
export function affiliation(group: NounGroup): NounGroup[] {
  // «نجل قيادي في الحركة», "the emir's brother": a relative of somebody's is none of his men.
  if (group.classes.includes(KIN)) return []
  const of = group.of ?? group.apposed?.of
  // "eight of its fighters", "26 of the group's leaders and men": not they, but whose they are.
  const people = (of?.members ?? (of ? [of] : [])).find((g) => g.of && g.mention === undefined && isOfOthers(g))
  if (people) return affiliation(people)
  // «أسيرا فلسطينيا»: an adjective, too, says whose they are.
  const nation = group.nisba?.classes.includes('group') ? group.nisba : undefined
  // «عناصر إرهابية»: what people they are is no body.
  const body =
    of &&
    (of.definite || of.mention !== undefined || of.pronoun || of.classes.includes('group') || of.classes.length === 0)
  return of ? (body ? [of] : []) : nation ? [nation] : []
}
const KIN = 'kin'
const isOfOthers = ({ classes }: NounGroup) => !classes.includes('group') && arePeople({ classes })
