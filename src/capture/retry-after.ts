/**
 * Seconds that a server's `Retry-After` asks for (RFC 9110, 10.2.3): a number of them, or a date, counted from `now`
 * (epoch milliseconds). Undefined where it is absent or says neither.
 */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\s*\d+\s*$/.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}
