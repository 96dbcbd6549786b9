/** What a kind of number is called. `releasedByHouthis` is the count of the released, and whose side freed them. */
export function countTitle(key: string, title: (key: string) => string | undefined): string | undefined {
  const side = /^releasedBy(\w+)$/.exec(key)?.[1]
  const own = title(key)
  if (own !== undefined || side === undefined) return own
  return `${title('released') ?? key} (${side.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')})`
}
