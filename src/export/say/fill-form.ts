/** What may stand in a form; an empty string counts as nothing. */
export type Values = Readonly<Record<string, string | undefined>>

const SLOT = /\{([\w-]+)\}/g
const OPTIONAL = /\[([^[\]]*)\]/g

/** Fills the {slots} of a form; a part in [brackets] is left out where one of its slots is empty. */
export function fillForm(form: string, values: Values): string {
  const filled = form.replace(OPTIONAL, (_, part: string) => (isFilled(part, values) ? part : ''))
  // All slots at once, so that braces in a report's words are never taken for slots.
  return filled.replace(SLOT, (_, slot: string) => values[slot] ?? '')
}

/** Fills the first form whose slots outside brackets are all filled, else the last. */
export function fillFirst(forms: readonly string[], values: Values): string {
  const fits = forms.find((form) => isFilled(form.replace(OPTIONAL, ''), values))
  return fillForm(fits ?? forms.at(-1) ?? '', values)
}

function isFilled(part: string, values: Values): boolean {
  return [...part.matchAll(SLOT)].every((match) => values[match[1] ?? ''])
}
