import { fold } from './fold.js'
import { ARABIC_CLASSES, LATIN_CLASSES } from './skeleton-letters.js'

/** Most readings of one name that `skeletons` returns. */
const MOST_READINGS = 24

/**
 * The consonant skeleton of a name, under which its Arabic and Latin spellings meet: «الوحيشي», "al-Wuhayshi" and
 * "Wuhaishi" are all `whs`. Vowels, articles, doubling and a final h are dropped; words stay apart. For finding candidates,
 * not for deciding: different names can share a skeleton.
 */
export function skeleton(name: string): string {
  return skeletons(name)[0] ?? ''
}

/**
 * All skeletons that the spelling allows, the usual one first: Latin letters are ambiguous ("g" is ق or ج, "z" is ز or
 * ظ), Arabic ones are not. Two spellings can be one name where these sets meet.
 */
export function skeletons(name: string): string[] {
  // Folding would level a hamza with the alef of the article: «إلياس» has none.
  const folded = fold(name.replace(/[أإ]/g, 'ع'))
  const words = joinServant(articles(folded.split(/[\s_/.,()"'«»–—-]+/u)).filter(Boolean))
  let readings = ['']
  words.forEach((word, i) => {
    const options = isArabic(word) ? [arabic(word)] : latin(word, i < words.length - 1)
    readings = readings.flatMap((r) => options.filter(Boolean).map((o) => (r ? `${r} ${o}` : o)))
    readings = readings.slice(0, MOST_READINGS)
  })
  return [...new Set(readings)].filter(Boolean)
}

function isArabic(word: string): boolean {
  return /\p{scx=Arabic}/u.test(word)
}

/** The words without articles that stand by themselves, also where they take the sound that follows: "ash Shihri". */
function articles(words: string[]): string[] {
  return words.filter((word, i) => {
    if (/^a?[aeiu]l$/.test(word) || word === 'ال') return false
    const assimilated = /^[aeiu][bcdfghjklmnpqrstvwxyz]{1,2}$/.test(word)
    return !(assimilated && words[i + 1]?.startsWith(word.slice(1)))
  })
}

function bare(word: string): string {
  if (isArabic(word)) return word.length > 3 && word.startsWith('ال') ? word.slice(2) : word
  return word.replace(/^[ae]l(?=[bcdfghjkmnpqrstvwxyz][a-z]{3,})/, '')
}

function arabic(word: string): string {
  const letters = bare(word)
  const classes = Array.from(letters, (c, i) => ARABIC_CLASSES[c] ?? (i === 0 ? onset(c) : ''))
  if (/[هح]$/u.test(letters)) classes.pop()
  return dropArticle(classes.join(''))
}

/** All readings of a Latin word; the t of a construct ("Jazirat Kamaran") is not written in Arabic. */
function latin(word: string, construct: boolean): string[] {
  const letters = bare(word)
    .replace(/([bcdfghjkmnpqrstvwxyz])\1+/g, '$1')
    .replace(/(?<![cdgkpst])h$/, '')
  let out = [onset(letters.charAt(0))]
  for (let i = 0; i < letters.length; ) {
    const hit = LATIN_CLASSES.find(([spelling]) => letters.startsWith(spelling, i))
    if (hit) out = out.flatMap((r) => hit[1].map((c) => r + c)).slice(0, MOST_READINGS)
    i += hit ? hit[0].length : 1
  }
  if (construct && /[^aeiou].*t$/.test(letters)) out = out.flatMap((r) => [r, r.slice(0, -1)])
  return [...new Set(out.map(dropArticle))]
}

/** A word-initial vowel is `a` whatever its colour; w and y count only there, where they are consonants. */
function onset(letter: string): string {
  if (/[aeiouاعء]/u.test(letter)) return 'a'
  if (letter === 'w' || letter === 'و') return 'w'
  return letter === 'y' || letter === 'ي' ? 'y' : ''
}

/** "Abdulrahman" and «عبدالرحمن» carry the article inside; doubled l is one. */
function dropArticle(classes: string): string {
  return classes.replace(/^abdl(?=[^a]{2})/, 'abd').replace(/ll/g, 'l')
}

/** "Abd al-Rahman" is one name in two words: what serves («عبد», "abdul") is joined with what follows. */
function joinServant(words: string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const next = words[i + 1]
    if (next !== undefined && /^abd[aeiu]?[l]?$/.test(word) && !isArabic(next)) {
      out.push(`abd'${next.replace(/^[ae]l(?=l)/, '')}`)
      i++
    } else if (next !== undefined && word === 'عبد') {
      out.push(`عبد${bare(next)}`)
      i++
    } else out.push(word)
  }
  return out
}
