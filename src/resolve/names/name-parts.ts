import anyAscii from 'any-ascii'
import { arabicPhones } from './arabic-phones.js'
import { latinPhones } from './latin-phones.js'
import { encode, mass, type Phones } from './phones.js'

/** One word of a name: as written, its sounds, and how much of it there is. */
export interface NamePart {
  text: string
  phones: Phones
  mass: number
  /** Sounds by letter of `PHONES`. */
  sound: string
}

const ARABIC = /\p{Script=Arabic}/u
/** Letters of neither script: other scripts are brought to Latin letters first. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u
const MARKS = /[\u064B-\u065F\u0670\u0640]/g
/** The article and the words that stand before a name's core in either script: "al-", «ال», "bin", «بن», "abu". */
const LATIN_ARTICLE = /^(?:al|el|as|ash|ar|an|ad|at|az|ul|ud|ur)-+/
/** "Alsharabi": the article written together with a name that begins with a consonant. */
const LATIN_JOINED_ARTICLE = /^al(?=[^aeiouyl]\p{L}{3})/u
const ARABIC_ARTICLE = /^(?:ال|لل)(?=\p{L}{2})/u
const LATIN_SMALL = new Set(['al', 'el', 'bin', 'ibn', 'ben', 'bint', 'of', 'the', 'and', 'de', 'la'])
const ARABIC_SMALL = new Set(['ال', 'بن', 'ابن', 'بنت'])

/** Lower case, without diacritics; signs for ع and ء are kept as ʿ and ' where the name writes them. */
function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function part(text: string): NamePart | undefined {
  const sound = ARABIC.test(text) ? arabicPhones(text) : latinPhones(text)
  if (sound === '') return undefined
  const phones = encode(sound)
  return { text, phones, mass: mass(phones), sound }
}

function arabicWords(name: string): string[] {
  const words = name.replace(MARKS, '').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((w) => w.replace(ARABIC_ARTICLE, '')).filter((w) => !ARABIC_SMALL.has(w))
}

function latinWords(name: string): string[] {
  const words = plain(name).match(/[\p{L}\p{N}ʿʻ‘`'’ʾ-]+/gu) ?? []
  return words
    .map((w) => w.replace(LATIN_ARTICLE, '').replace(LATIN_JOINED_ARTICLE, ''))
    .flatMap((w) => w.split('-'))
    .filter((w) => w !== '' && !LATIN_SMALL.has(w))
}

/** Splits a name into the words that are compared; articles and "bin" fall away unless nothing else is left. */
export function nameParts(written: string): NamePart[] {
  const name = OTHER_SCRIPT.test(written) ? anyAscii(written) : written
  const arabic = ARABIC.test(name)
  let words = arabic ? arabicWords(name) : latinWords(name)
  if (words.length === 0) words = arabic ? [name.replace(MARKS, '')] : [plain(name)]
  return words.flatMap((w) => part(w) ?? [])
}

/** The words of a name that are compared, without articles and "bin", as they are spelt. */
export function nameWords(name: string): string[] {
  return nameParts(name).map(({ text }) => text)
}
