import { type FirstReport, type Incident, isPrivatePerson, type Participant } from '../model/index.js'
import { neutralName } from './neutral-name.js'
import type { CaseWorld } from './steps.js'

/** Names in a title, a side: the rest is on the page. */
const MOST_PARTIES = 3
/** Whoever acts is not named in any report, or not by a name that a title may give. */
const NOBODY_NAMED = { en: '?', ar: '؟' }
/** Points from who acts to whom it is done: the way of reading. */
const ARROW = { en: ' → ', ar: ' ← ' }

/** Where a language has no sayings. */
const BARE = { by: '{day}', told: '{outlet}' }

/** What a heading is made of: an incident, and where it was weighed who told it first. */
export type Headed = Incident & { transmission?: { first: Pick<FirstReport, 'by'> } | undefined }

/**
 * A heading made by rule: type, who acts → to whom, narrowest place, day. It names what reports say and asserts nothing.
 * Parties that no pack knows and persons who are not public figures are not named in it; of a side that has nobody else, who
 * is only described stands as he is described. Of two who do something with each other, a `?` stands for one that is not named. Where neither whom it was done to nor a place tells it from others, the outlet
 * that told it first does.
 */
export function incidentTitle(incident: Headed, world: CaseWorld): { en: string; ar: string } {
  const title = kindOf(incident, world)
  const agents = named(incident.parties, 'agent', world)
  const others = named(incident.parties, 'counterpart', world)
  const place = narrowest(incident.places, world)
  const tellers = others.length > 0 || agents.length > 1 || place ? [] : outletsOf(incident, world)
  // Nobody meets or fights by himself: that the other is not named is told, lest one side be taken for all.
  const mutual = world.ontology.types.get(incident.type)?.mutual === true
  const known = incident.parties.filter(({ id, role }) => role === 'agent' && world.entities.has(id))
  // "The two sides" are both.
  const alone = mutual && agents.length === 1 && known.length > 0 && others.length === 0
  const { from, to } = incident.time
  const day = from === null ? undefined : from === to ? from : `${from} – ${to ?? ''}`
  const line = (lang: 'en' | 'ar', comma: string) => {
    const { by, told } = world.ontology.sayings?.get(lang)?.title ?? BARE
    const outlets = tellers.map((name) => name[lang]).join(comma)
    return [
      title[lang],
      sides(agents, others, lang, comma) + (alone ? comma + NOBODY_NAMED[lang] : ''),
      place?.[lang],
      outlets && told.replace('{outlet}', () => outlets),
      day ?? (to === null ? undefined : by.replace('{day}', () => to)),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return { en: line('en', ', '), ar: line('ar', '، ') }
}

/** What it is called by: its type, or a mode of it that has a name of its own. */
function kindOf({ type, mode }: Headed, { ontology }: CaseWorld): { en: string; ar: string } {
  const own = mode && ontology.modes?.get(mode)
  const named = own?.of === type ? own : ontology.types.get(type)
  return named?.title ?? { en: type, ar: type }
}

/** Outlets in a title. */
const MOST_TELLERS = 2

/** The outlets that told it first; a document of no known outlet is none. */
function outletsOf({ transmission }: Headed, world: CaseWorld): Names {
  const tellers = transmission?.first.by.filter(({ id }) => !id.startsWith('sha256:')) ?? []
  return tellers.slice(0, MOST_TELLERS).map(({ id, name }) => {
    const entity = world.entities.get(id)
    return entity ? neutralName(entity) : { en: name, ar: name }
  })
}

type Names = { en: string; ar: string }[]

/** `A → B`; two who act together `A, B`; where only the other side is named, so that it is not taken for the one that acts, `? → B`. */
function sides(agents: Names, others: Names, lang: 'en' | 'ar', comma: string): string {
  const list = (names: Names) => names.map((name) => name[lang]).join(comma)
  // A group that frees, helps or shelters people of its own stands once: nothing points from it to itself.
  if (others.length === 0 || list(others) === list(agents)) return list(agents)
  return `${list(agents) || NOBODY_NAMED[lang]}${ARROW[lang]}${list(others)}`
}

/** Names of those in a role; who is on both sides, as tellings differ, is on both. Where none is named, one description. */
function named(participants: readonly Participant[], wanted: string, world: CaseWorld): Names {
  const own = new Map(participants.flatMap(({ role, id, name }) => (role === wanted ? [[id, name] as const] : [])))
  const names = [...own.keys()].slice(0, MOST_PARTIES).flatMap((id) => {
    const entity = world.entities.get(id)
    if (!entity || isPrivatePerson(entity)) return []
    const isParty = entity.kind === 'actor' || entity.kind === 'person'
    // A ship or a depot that was hit tells one attack from another; nothing of the kind acts.
    return isParty || (entity.kind === 'materiel' && wanted === 'counterpart') ? [neutralName(entity)] : []
  })
  if (names.length > 0) return names
  const described = [...own].flatMap(([id, name]) => (world.entities.has(id) ? [] : (world.describe?.(name) ?? [])))
  return described.slice(0, 1)
}

/** The place that lies in most others; a body in whose house something happened is no place. */
function narrowest(participants: readonly Participant[], world: CaseWorld) {
  const depth = (id: string) => world.ancestors(id).length
  const known = participants.filter(({ id, role }) => role === 'place' && world.entities.get(id)?.kind === 'place')
  const [first] = known.sort((a, b) => depth(b.id) - depth(a.id))
  return first && neutralName(world.entities.get(first.id)!)
}
