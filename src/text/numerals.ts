import { asciiDigits } from './normalise.js'

const GROUPED = /^\d{1,3}(?:([,\u066c\u060c' \u00a0\u202f])\d{3}(?:\1\d{3})*)(?:[.\u066b]\d+)?$/
const DOT_GROUPED = /^\d{1,3}(?:\.\d{3}){2,}$/
const PLAIN = /^\d+(?:[.,\u066b\u060c]\d+)?$/

/**
 * The number that digits spell: ASCII, Arabic-Indic or Persian, with separators of thousands and a decimal sign of
 * either custom ("1,200", «١٬٢٠٠», "1.200.000", «٧٫٦٢»). A comma before exactly three digits groups; one dot is a
 * decimal sign. Null where the text is anything else.
 */
export function parseNumeral(text: string): number | null {
  const t = asciiDigits(text.trim())
  if (GROUPED.test(t)) return Number(t.replace(/[,\u066c\u060c' \u00a0\u202f]/g, '').replace('\u066b', '.'))
  if (DOT_GROUPED.test(t)) return Number(t.replaceAll('.', ''))
  if (PLAIN.test(t)) return Number(t.replace(/[,\u066b\u060c]/, '.'))
  return null
}
