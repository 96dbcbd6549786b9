import type { IncidentAnswer } from './answers.js'
import { dayText } from './days.js'
import { both, capital } from './words.svelte.js'

/** The heading of an incident, with its days as a reader writes them: in an ISO day, Arabic turns the parts round. */
export const titleText = (incident: IncidentAnswer): string =>
  capital(both(incident.title).replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayText(day)))
