import { madeOnce } from '../../model/index.js'
import type { LanguagePack } from '../../packs/index.js'

/** Makes something of a pack once, however many steps ask for it; it goes with the pack. */
export const perPack = <T>(make: (pack: LanguagePack) => T): ((pack: LanguagePack) => T) => madeOnce(make)
