import type { NounGroup } from './analysis.js'

/** Classes of nouns for people and for those who act as one. */
export const PEOPLE: readonly string[] = [
  'person',
  'group',
  'fighter',
  'soldier',
  'leader',
  'official',
  'detainee',
  'civilian',
  'victim',
  'worker',
]

/** Whether a group's noun is one for people. */
export const arePeople = ({ classes }: Pick<NounGroup, 'classes'>): boolean => classes.some((k) => PEOPLE.includes(k))
