import type { Incident, Participant } from '../model/index.js'
import { neutralName } from './neutral-name.js'
import type { CaseWorld } from './steps.js'

/** Names in a title, per kind: the rest is on the page. */
const MOST_PARTIES = 3

/**
 * A heading made by rule: type, parties, narrowest place, day. It asserts nothing. Parties that no pack knows and persons
 * who are not public figures are not named in it.
 */
export function incidentTitle(incident: Incident, world: CaseWorld): { en: string; ar: string } {
  const title = world.ontology.types.get(incident.type)?.title ?? { en: incident.type, ar: incident.type }
  const parties = named(incident.parties, world).slice(0, MOST_PARTIES)
  const place = narrowest(incident.places, world)
  const { from, to } = incident.time
  const day = from === null ? undefined : from === to ? from : `${from} – ${to ?? ''}`
  const line = (lang: 'en' | 'ar', comma: string) =>
    [
      title[lang],
      parties.map((name) => name[lang]).join(comma),
      place?.[lang],
      day ?? (to === null ? undefined : lang === 'en' ? `by ${to}` : `حتى ${to}`),
    ]
      .filter(Boolean)
      .join(' · ')
  return { en: line('en', ', '), ar: line('ar', '، ') }
}

function named(participants: readonly Participant[], world: CaseWorld) {
  const ids = [...new Set(participants.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const entity = world.entities.get(id)
    if (!entity || (entity.kind === 'person' && entity.standing !== 'public-figure')) return []
    return entity.kind === 'actor' || entity.kind === 'person' ? [neutralName(entity)] : []
  })
}

/** The place that lies in most others. */
function narrowest(participants: readonly Participant[], world: CaseWorld) {
  const depth = (id: string) => world.ancestors(id).length
  const known = participants.filter(({ id, role }) => role === 'place' && world.entities.has(id))
  const [first] = known.sort((a, b) => depth(b.id) - depth(a.id))
  return first && neutralName(world.entities.get(first.id)!)
}
