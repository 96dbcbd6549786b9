import type { LanguagePack } from '../../packs/index.js'

/** Makes something of a pack once, however many steps ask for it; it goes with the pack. */
export function perPack<T>(make: (pack: LanguagePack) => T): (pack: LanguagePack) => T {
  const made = new WeakMap<LanguagePack, { value: T }>()
  return (pack) => {
    const known = made.get(pack) ?? { value: make(pack) }
    made.set(pack, known)
    return known.value
  }
}
