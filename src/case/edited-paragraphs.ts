import { diffArrays } from 'diff'

/** A stretch of a paragraph that was edited: in both versions, or in one of them. */
export interface EditedPiece {
  text: string
  in: 'both' | 'before' | 'after'
}
/** A paragraph that is another than before, in its pieces: of one that came or went whole, one piece. */
export type EditedParagraph = EditedPiece[]

/** Paragraphs are compared as they are read: a change of spaces is none. */
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** Words of any language, as Unicode divides them (UAX #29). */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const segments = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)

/** Of two paragraphs that have less in common than this, one went and the other came. */
const SHARED = 0.5

/** What changed from one text to the next, paragraph by paragraph, in their order; the words within where one was rewritten. */
export function editedParagraphs(before: string, after: string): EditedParagraph[] {
  const parts = diffArrays(paragraphs(before), paragraphs(after))
  return parts.flatMap((part, i): EditedParagraph[] => {
    if (part.removed) {
      const came = parts[i + 1]?.added ? parts[i + 1]!.value : []
      return rewritten(part.value, came)
    }
    // What came where something went is told with that.
    return part.added && !parts[i - 1]?.removed ? part.value.map((text) => [{ text, in: 'after' }]) : []
  })
}

/** Paragraphs that went and came in one place: side by side where they are alike, else the old ones before the new ones. */
function rewritten(went: readonly string[], came: readonly string[]): EditedParagraph[] {
  const left = [...came]
  const told = went.map((text): EditedParagraph => {
    const at = left.findIndex((other) => alike(wordsOf(text, other)))
    if (at < 0) return [{ text, in: 'before' }]
    const [other] = left.splice(at, 1)
    return wordsOf(text, other!)
  })
  return [...told, ...left.map((text): EditedParagraph => [{ text, in: 'after' }])]
}

const wordsOf = (before: string, after: string): EditedParagraph =>
  diffArrays(segments(before), segments(after)).map(({ value, added, removed }) => ({
    text: value.join(''),
    in: added ? 'after' : removed ? 'before' : 'both',
  }))

function alike(pieces: EditedParagraph): boolean {
  const length = (where: EditedPiece['in']) =>
    pieces.reduce((sum, piece) => sum + (piece.in === where ? piece.text.length : 0), 0)
  return length('both') >= SHARED * (length('both') + Math.max(length('before'), length('after')))
}
