import { isPrivatePerson, type Mention, type Span, type TextSpan } from '../../model/index.js'
import { direction, isolate } from '../../text/index.js'
import { initials } from './display-name.js'
import type { SayContext } from './say-context.js'

/**
 * Words of a report inside our own sentence: in quotation marks, isolated where they run the other way and then with what
 * they mean behind them, where the packs know all of them; the names of persons who are not public figures cut to initials.
 * Initials that stand in a text are never expanded. `otherwise`: what stands behind them where the packs do not know them all.
 */
export function reportWords(
  words: string,
  span: Partial<Span>,
  document: string | undefined,
  context: SayContext,
  otherwise?: string,
): string {
  const [open, close] = context.sayings.quote
  const told = namesCut(words, span, document, context).replace(/^["“”«»'‘’]+|["“”«»'‘’]+$/g, '')
  // The marks are our sentence's own, so they stay outside, and square brackets are for what we add.
  const meant = (isForeign(told, context) ? context.gloss?.(told) : null) ?? otherwise
  return `${open}${apart(told, context)}${close}${meant ? ` [${meant}]` : ''}`
}

/** Words that run the other way than our sentence, kept from disturbing it. */
export function apart(text: string, context: SayContext): string {
  return isForeign(text, context) ? isolate(text) : text
}

function isForeign(text: string, { sayings }: SayContext): boolean {
  return direction(text) !== direction(sayings['single-origin'])
}

/** Words of a document as a report quotes them: with the names of private persons cut to [initials]. */
export function quotedWords(span: TextSpan, document: string, context: SayContext): string {
  return namesCut(span.text, span, document, context)
}

/** The person mentions that a span is, or holds. */
export function privatePersons(span: Partial<Span>, document: string | undefined, context: SayContext): Mention[] {
  const { start, end } = span
  if (document === undefined || start === undefined || end === undefined) return []
  const all = context.mentions?.(document) ?? []
  return all.filter((m) => m.kind === 'person' && start <= m.start && m.end <= end && !isPublic(m, context))
}

function isPublic(mention: Mention, context: SayContext): boolean {
  const known = mention.entities.map((id) => context.entity(id)).filter((one) => one !== undefined)
  return known.length > 0 && known.every((one) => !isPrivatePerson(one))
}

/** Words of a report with the names of private persons replaced by [initials]. */
export function namesCut(
  words: string,
  span: Partial<Span>,
  document: string | undefined,
  context: SayContext,
): string {
  let told = words
  const persons = privatePersons(span, document, context).sort((a, b) => b.start - a.start)
  for (const person of persons) {
    const at = person.start - (span.start ?? 0)
    const to = person.end - (span.start ?? 0)
    if (told.slice(at, to) === person.text)
      told = `${told.slice(0, at)}[${initials(person.text, context.titles)}]${told.slice(to)}`
  }
  return told
}
