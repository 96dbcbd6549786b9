import type { Problem } from './api.js'
import { has, t, type Word } from './words.svelte.js'

/** An option of the command line in a hint, with its value: what only the command line can do. */
const OPTION = /--(allow-host|limit|mapping|tlp)\b(?: \S+)?/
/** A command of the command line, or an option that a screen says nothing about. */
const COMMAND = /\bisnad [a-z]+|(?:^|\s)--[a-z]/

/**
 * What to do after an error, on the screen and in the reader's language. The program's own hints are written for the
 * command line: where only that can help, the words say so with the command, and elsewhere what the screen offers is said.
 */
export function nextStep({ code, hint = '' }: Pick<Problem, 'code' | 'hint'>): string {
  const [option, name] = OPTION.exec(hint) ?? []
  if (option && has(`next.option.${name}`)) return t(`next.option.${name}` as Word, { option })
  const said = has(`next.${code}`) ? t(`next.${code}` as Word) : ''
  // What a hint says of this very value is more than can be said of all.
  return COMMAND.test(hint) || hint === '' ? said : hint
}
