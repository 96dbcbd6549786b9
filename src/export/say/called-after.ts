import { madeOnce, type Span, type TextSpan } from '../../model/index.js'
import { AdjectiveRow, ClassRow, type Packs, table } from '../../packs/index.js'
import { fold } from '../../text/index.js'

/**
 * Whether a word, adjectives before it or none, is a noun for a place that people call after others: a quarter, a valley, a camp, an
 * international airport; no house or farm, which are somebody's.
 */
export type IsPlaceNoun = (words: string) => boolean

/** The nouns for places of all languages, made once for the packs. */
export const placeNounsOf: (packs: Pick<Packs, 'ontology' | 'languages'>) => IsPlaceNoun = madeOnce((packs) => {
  const parents = new Map(packs.ontology.classes.map(({ id, parent }) => [id, parent]))
  const isA = (id: string | undefined, wanted: string): boolean =>
    id !== undefined && (id === wanted || isA(parents.get(id), wanted))
  const packsOfWords = [...packs.languages.values()]
  const rows = packsOfWords.flatMap((pack) => table(pack, 'words/classes.csv', ClassRow))
  const adjectives = new Set(
    packsOfWords.flatMap((pack) => table(pack, 'words/adjectives.csv', AdjectiveRow)).map(({ form }) => fold(form)),
  )
  const lemmas = (wanted: string) =>
    new Set(rows.filter((row) => isA(row.class, wanted)).map(({ lemma }) => fold(lemma)))
  const [places, buildings, landmarks] = [lemmas('place'), lemmas('building'), lemmas('landmark')]
  const isNoun = (word: string) => landmarks.has(word) || (places.has(word) && !buildings.has(word))
  return (words) => {
    const folded = words.split(' ').map((word) => fold(word))
    return isNoun(folded.at(-1)!) && folded.slice(0, -1).every((word) => adjectives.has(word))
  }
})

/** Whether words are those of a place that is called after the person in them: its noun stands beside the name. */
export function isCalledAfter(words: TextSpan, person: Span, isPlaceNoun: IsPlaceNoun): boolean {
  if (person.start < words.start || words.end < person.end) return false
  const before = words.text.slice(0, person.start - words.start).match(/([\p{L}\p{M}]+) $/u)
  const after = words.text.slice(person.end - words.start).match(/^ (([\p{L}\p{M}]+)(?: [\p{L}\p{M}]+)?)/u)
  return [before?.[1], after?.[2], after?.[1]].some((beside) => beside !== undefined && isPlaceNoun(beside))
}
