import { skeletons } from '../text/index.js'

const HOST = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/:?#]+)/i
/** Fewer consonants than this are alike by chance. */
const FEWEST = 3

/** The host of an address, without what all sites share. */
export const hostOf = (url: string | undefined): string | undefined => url && HOST.exec(url)?.[1]?.toLowerCase()

/** Whether a name is that of the site itself, as its address spells it: «وادي برس» at wadi-press.example. */
export function namesAddress(name: string, url: string | undefined): boolean {
  const labels = hostOf(url)?.split('.').slice(0, -1) ?? []
  const keys = new Set(skeletons(name).map(joined))
  return labels.some((label) => skeletons(label).some((s) => joined(s).length >= FEWEST && keys.has(joined(s))))
}

const joined = (key: string) => key.replaceAll(' ', '')
