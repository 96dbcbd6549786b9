import { skeletons } from '../text/index.js'

const HOST = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/:?#]+)/i
/** Fewer consonants than this are alike by chance. */
const FEWEST = 3

/** The host of an address, without what all sites share. */
export const hostOf = (url: string | undefined): string | undefined => url && HOST.exec(url)?.[1]?.toLowerCase()

/** Whether a name is that of the site itself, as its address spells it: «وادي برس» at wadi-press.example. */
export function namesAddress(name: string, url: string | undefined): boolean {
  const labels = hostOf(url)?.split('.').slice(0, -1) ?? []
  // «الوادي 24»: a number has no consonants.
  const [number = ''] = /\d+$/.exec(name) ?? []
  const keys = new Set(skeletons(name.slice(0, name.length - number.length)).map(joined))
  const spells = (label: string) =>
    label.endsWith(number) && skeletons(label).some((s) => joined(s).length >= FEWEST && keys.has(joined(s)))
  return labels.some(spells)
}

/** As many lines stand above a report at most. */
const HEAD_LINES = 4
/** Neither a headline nor a paragraph. */
const LONGEST = 60

/** «الجنوب 24 | عتق», "Valley Post – Aden": the part of a short line above the report that is the site's own name. */
export function siteInHead(text: string, url: string | undefined): string | undefined {
  if (!hostOf(url)) return undefined
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines
    .slice(0, HEAD_LINES)
    .filter((line) => line.length <= LONGEST && SIGN.test(line))
    .flatMap((line) => line.split(SIGN).map((part) => part.trim()))
    .find((part) => part && namesAddress(part, url))
}
const SIGN = /\s[–—-]\s|\s*[|/]\s*/

const joined = (key: string) => key.replaceAll(' ', '')
