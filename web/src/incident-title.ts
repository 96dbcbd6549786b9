import type { Both, IncidentAnswer } from './answers.js'
import { dayText, rangeText } from './days.js'
import { withoutDays } from './incidents/marks.js'
import { both, capital } from './words.svelte.js'

const DAY = String.raw`\d{4}-\d{2}-\d{2}`
const DAYS = new RegExp(`(${DAY})(?: – (${DAY}))?`, 'g')

/**
 * A title with its days as a reader writes them: a whole month by its name; and in an ISO day, Arabic would turn the parts
 * round.
 */
export const datedTitle = (title: Both): string =>
  capital(both(title).replace(DAYS, (_, from: string, to?: string) => (to ? rangeText(from, to) : dayText(from))))

/** What an incident is called where its days stand beside it. */
export const untimedTitle = (incident: IncidentAnswer): string => capital(withoutDays(both(incident.title)))

/** The heading of an incident. */
export const titleText = (incident: IncidentAnswer): string => datedTitle(incident.title)
