/** Order of texts by code unit: the same on every machine, whatever its language. For `sort`. */
export const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
