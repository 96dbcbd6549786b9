/** Sound of each Arabic letter, with the Persian and Urdu letters that Arabic reports borrow. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: 'V',
  أ: 'V',
  إ: 'V',
  آ: 'V',
  ٱ: 'V',
  ى: 'V',
  ء: '',
  ؤ: 'W',
  ئ: 'Y',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ة: 'A',
  ث: 'T',
  ج: 'j',
  چ: 'c',
  ح: 'H',
  خ: 'x',
  د: 'd',
  ذ: 'D',
  ر: 'r',
  ز: 'z',
  ژ: 'j',
  س: 's',
  ش: 'S',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'D',
  ع: '@',
  غ: 'G',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ڭ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ہ: 'h',
  و: 'W',
  ي: 'Y',
  ی: 'Y',
  '\u064E': 'A',
  '\u064F': 'U',
  '\u0650': 'I',
}

/** Sounds of an Arabic word as its letters stand; marks without a sound of their own and foreign signs fall away. */
export function arabicPhones(word: string): string {
  let out = ''
  const letters = [...word]
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]!
    const phone = LETTERS[letter] ?? ''
    if (i === 0 && phone === 'W') out += 'w'
    else if (i === 0 && phone === 'Y') out += 'y'
    else if (phone !== out.at(-1) || 'AVWY'.includes(phone)) out += phone
  }
  return out
}
