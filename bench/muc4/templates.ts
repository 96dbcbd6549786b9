// Makes MUC-4 templates of a reading, by mapping.yml.
import type { Claim, Reading } from '../../src/model/index.js'
import type { Packs } from '../../src/packs/index.js'
import { type Fillers, normal, ROLES, type Role } from './ceaf-ree.js'
import { classesOfNouns } from './classes.js'
import { isA, perpetrators, suffered, thing } from './fillers.js'
import { type Context, readMapping } from './mapping.js'
import { isIncident } from './relevance.js'

export type Template = { incident_type: string } & Fillers

/** Compiles the mapping over these packs. */
export function templateMaker(packs: Packs): (reading: Reading) => Template[] {
  const mapping = readMapping()
  const classes = classesOfNouns(packs)
  return (reading) => {
    const context: Context = { packs, mapping, classes, reading }
    return reading.claims.flatMap((claim) => {
      if (!isIncident(claim, context)) return []
      const template = templateOf(claim, context)
      return ROLES.some((role) => template[role].length > 0) ? [template] : []
    })
  }
}

function templateOf(claim: Claim, context: Context): Template {
  const { modes, incidents, weapons, hedged, intended } = context.mapping
  const isMeant = intended.includes(claim.status)
  const type = (claim.mode && modes[claim.mode]) ?? incidents[claim.type]!
  const template: Template = { incident_type: type, PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [] }
  const add = (role: Role | null, name: string) => {
    if (isMeant && role !== 'Victim') return
    if (role && name !== '' && !template[role].some(([known]) => normal(known!) === normal(name)))
      template[role].push([name])
  }
  for (const filler of claim.agents)
    for (const [role, name] of perpetrators(filler, context))
      if (role !== 'PerpInd' || !hedged.includes(claim.status)) add(role, name)
  for (const filler of [...claim.counterparts, ...claim.objects]) add(...suffered(filler, context))
  for (const filler of claim.instruments)
    add(isA(filler.text, weapons, context) ? 'Weapon' : null, thing(filler.text, context))
  return template
}
