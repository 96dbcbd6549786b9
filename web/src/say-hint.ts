/** What is said after an error: a word of the catalogue with an option of the command line, or the program's own hint. */
export type Hint = { word: string; option?: string } | { text: string }

/** An option of the command line in a hint, with its value: what only the command line can do. */
const OPTION = /--(allow-host|limit|mapping|tlp)\b(?: \S+)?/
/** A command of the command line, or an option that a screen says nothing about. */
const COMMAND = /\bisnad [a-z]+|(?:^|\s)--[a-z]/

/**
 * What to do after an error. The program's own hints are written for the command line: where only that can help, words say
 * so with the command, and elsewhere words say what the screen offers; `has`: whether the catalogue has a word; `reads`:
 * whether the reader reads the language of the program's own hints.
 */
export function sayHint(
  { code, hint = '' }: { code: string; hint?: string | undefined },
  has: (word: string) => boolean,
  reads = true,
): Hint {
  const [option, name] = OPTION.exec(hint) ?? []
  if (option && has(`next.option.${name}`)) return { word: `next.option.${name}`, option }
  // What a hint says of this very value is more than can be said of all.
  if (reads && hint !== '' && !COMMAND.test(hint)) return { text: hint }
  return has(`next.${code}`) ? { word: `next.${code}` } : { text: '' }
}
