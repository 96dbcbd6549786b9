import type { Problem } from './api.js'
import { readsProgram } from './fault-text.js'
import { sayHint } from './say-hint.js'
import { has, t, type Word } from './words.svelte.js'

/** What to do after an error, on the screen and where there are words for it in the reader's language; empty where nothing is known. */
export function nextStep(problem: Pick<Problem, 'code' | 'hint'>): string {
  const hint = sayHint(problem, has, readsProgram())
  return 'text' in hint ? hint.text : t(hint.word as Word, { option: hint.option ?? '' })
}
