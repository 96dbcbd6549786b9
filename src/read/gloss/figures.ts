/** How a gloss writes figures: a year is no number with a mark at its thousands, "12,000" is. */
export const FIGURES = { useGrouping: 'min2' } as const satisfies Intl.NumberFormatOptions
