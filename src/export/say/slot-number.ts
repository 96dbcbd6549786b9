import type { Claim, Filler } from '../../model/index.js'
import { direction, fold } from '../../text/index.js'
import { displayName } from './display-name.js'
import type { SayContext } from './say-context.js'

/** The verb "to be" as what fills a slot asks for it ("was", "were"); empty where nothing does, or a language needs none. */
export function beOf(claim: Claim, fillers: readonly Filler[], context: SayContext): string {
  const { number } = context.sayings
  const [first, ...rest] = fillers
  if (!number || !first) return ''
  return number.be[rest.length > 0 || isPlural(claim, first, context) ? 1 : 0]
}

function isPlural(claim: Claim, filler: Filler, context: SayContext): boolean {
  const { number } = context.sayings
  if (!number) return false
  const entity = filler.entity === undefined ? undefined : context.entity(filler.entity)
  if (entity && entity.kind !== 'materiel') {
    const isOne = entity.kind !== 'actor' || number.never.includes(entity.sort ?? '')
    return !isOne && endsInPlural(displayName(entity, context.language, context.titles), number)
  }
  const counted = Object.values(claim.counts).find((one) => one && one.start >= filler.start && one.end <= filler.end)
  if (counted) return counted.min !== 1 || counted.max !== 1
  const isForeign = direction(filler.text) !== direction(context.sayings['single-origin'])
  const meant = isForeign ? context.gloss?.(filler.text) : filler.text
  // Nobody knows how many are meant: as of things in general.
  if (meant === undefined || meant === null) return true
  const single = number.single.includes(fold(meant).split(' ')[0] ?? '')
  return !single && (/^\p{N}/u.test(meant) || endsInPlural(meant, number))
}

/** Of the words before the first preposition, the last tells: "forces of the region", "the gunmen". */
function endsInPlural(
  words: string,
  { plural, plurals, behind }: NonNullable<SayContext['sayings']['number']>,
): boolean {
  const all = fold(words)
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter(Boolean)
  const to = all.findIndex((word, i) => i > 0 && behind.includes(word))
  const head = all.slice(0, to < 0 ? undefined : to).at(-1) ?? ''
  return plurals.some((word) => head.endsWith(word)) || (head.endsWith(plural) && head.length > 2)
}
