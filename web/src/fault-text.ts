import type { Problem } from './api.js'
import { screen } from './screen.svelte.js'
import { has, t, type Word } from './words.svelte.js'

/** Whether the reader reads the language in which the program itself speaks of errors. */
export const readsProgram = () => screen.lang === 'en'

/** What went wrong: in the program's own words where the reader reads them, else in those of the screen for its code. */
export function faultText({ code, detail }: Pick<Problem, 'code' | 'detail'>): string {
  if (code === 'unreachable') return t('state.unreachable')
  return !readsProgram() && has(`error.${code}`) ? t(`error.${code}` as Word) : detail
}
