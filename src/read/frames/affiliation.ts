import type { NounGroup } from '../analysis.js'
import { arePeople } from '../people.js'

/** The bodies that people belong to: "members of X", «عناصر X», "X's fighters". */
export function affiliation(group: NounGroup): NounGroup[] {
  const of = group.of ?? group.apposed?.of
  // "eight of its fighters", "26 of the group's leaders and men": not they, but whose they are.
  const people = (of?.members ?? (of ? [of] : [])).find((g) => g.of && g.mention === undefined && isOfOthers(g))
  if (people) return affiliation(people)
  // «أسيرا فلسطينيا»: an adjective, too, says whose they are.
  const nation = group.nisba?.classes.includes('group') ? group.nisba : undefined
  return of ? [of] : nation ? [nation] : []
}
const isOfOthers = ({ classes }: NounGroup) => !classes.includes('group') && arePeople({ classes })
