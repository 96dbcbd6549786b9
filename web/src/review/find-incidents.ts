import { at, get } from '../api.js'
import { datedTitle } from '../incident-title.js'
import { intervalText } from '../interval.js'
import { both, t } from '../words.svelte.js'
import type { Choice } from './PairPanel.svelte'

/** Incidents to choose from: by words of their claims, or of no words those that are near to this one. */
export async function findIncidents(q: string, near: string): Promise<Choice[]> {
  const { items } = await get(at('/search/incidents', { query: { q, near } }))
  return items.map(({ id, title, claims, independence, said }) => ({
    ...{ id, title: datedTitle(title), detail: both(said) },
    about: `${t('count.claims', { n: claims })} · ${t('independence.title')}: ${intervalText(independence)}`,
  }))
}
