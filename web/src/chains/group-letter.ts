import type { OriginGroup } from '../../../src/model/index.js'

/** The sign of an origin group: A, B, … Z, AA. Latin in both languages, as a footnote's number is. */
export const groupLetter = (i: number): string =>
  (i >= 26 ? groupLetter(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26))

/** Origins of which nobody knows from whom they have it: they stand in one group, and are not one. */
export const isUnlinked = ({ because }: Pick<OriginGroup, 'because'>): boolean =>
  because?.some(({ code }) => code === 'no-lineage') ?? false

/** The sign of this one of the groups: a letter for what counts as one, a dash for what is only not known to. */
export const groupSign = (groups: readonly Pick<OriginGroup, 'because'>[], i: number): string =>
  groups[i] && isUnlinked(groups[i]) ? '–' : groupLetter(i)
