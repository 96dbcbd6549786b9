import { fold } from './fold.js'

/** Affixes of the light10 stemmer, in the letters that `fold` leaves. */
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل']
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']

/**
 * A light stem for search and comparison, not for reading: the light10 algorithm of Larkey, Ballesteros and Connell
 * (2007) on folded letters. Words in other scripts come back folded.
 */
export function lightStem(word: string): string {
  let w = fold(word)
  if (!/^\p{scx=Arabic}+$/u.test(w)) return w
  if (w.startsWith('و') && w.length > 3) w = w.slice(1)
  const article = ARTICLES.find((a) => w.startsWith(a) && w.length >= a.length + 2)
  if (article) w = w.slice(article.length)
  for (const suffix of SUFFIXES) if (w.endsWith(suffix) && w.length >= suffix.length + 2) w = w.slice(0, -suffix.length)
  return w
}
