/** Letter groups that write one sound in transliterated names, longest first. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['tch', 'c'],
  ['sch', 'S'],
  ['tsch', 'c'],
  ['sh', 'S'],
  ['kh', 'x'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['ch', 'c'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['ou', 'U'],
  ['oo', 'U'],
  ['ee', 'I'],
  ['ea', 'I'],
  ['ei', 'AI'],
  ['ai', 'AI'],
  ['ay', 'Ay'],
  ['au', 'AU'],
  ['aw', 'Aw'],
  ['x', 'ks'],
]
const LETTERS: Readonly<Record<string, string>> = {
  '^': '^',
  a: 'A',
  b: 'b',
  c: 'k',
  d: 'd',
  e: 'I',
  f: 'f',
  g: 'g',
  h: 'h',
  i: 'I',
  j: 'j',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  o: 'U',
  p: 'p',
  q: 'q',
  r: 'r',
  s: 's',
  t: 't',
  u: 'U',
  v: 'v',
  w: 'w',
  y: 'y',
  z: 'z',
  ʿ: '@',
  ʻ: '@',
  '‘': '@',
  '`': '@',
  "'": '',
  '’': '',
  ʾ: '',
  ı: 'I',
  ə: 'A',
  ø: 'U',
  œ: 'U',
  æ: 'A',
  ł: 'l',
  ß: 's',
  þ: 'T',
  ð: 'D',
  đ: 'd',
}
/** The h of "Mudiyah" only writes the vowel before it. */
const SILENT_END = /([aeiou])h$/
const SOFTENING = new Set(['e', 'i', 'y'])

/** Sounds of a word in Latin letters; expects lower case without diacritics. Doubled consonants count once. */
export function latinPhones(text: string): string {
  const word = text.replace(SILENT_END, '$1^')
  let out = ''
  let i = 0
  while (i < word.length) {
    const group = GROUPS.find(([letters]) => word.startsWith(letters, i))
    let phones: string
    let step = 1
    if (group) {
      phones = group[1]
      step = group[0].length
    } else {
      const letter = word[i]!
      phones = LETTERS[letter] ?? ''
      if (letter === 'c' && SOFTENING.has(word[i + 1] ?? '')) phones = 's'
      if (letter === 'y' && i > 0 && !'aeiou'.includes(word[i + 1] ?? ' ')) phones = 'I'
    }
    if (phones.length > 1 || phones !== out.at(-1) || phones === 'A') out += phones
    i += step
  }
  return out
}
