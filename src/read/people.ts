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
