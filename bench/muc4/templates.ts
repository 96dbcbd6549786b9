// Makes MUC-4 templates of a reading, by mapping.yml.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Claim, Filler, Mention, Reading } from '../../src/model/index.js'
import { ClassRow, type Packs, table } from '../../src/packs/index.js'
import { type Fillers, normal, ROLES, type Role } from './ceaf-ree.js'

interface Mapping {
  incidents: Record<string, string>
  modes: Record<string, string>
  statuses: string[]
  organizations: string[]
  bodies: string[]
  sided: string[]
  individuals: string[]
  military: string[]
  targets: string[]
  weapons: string[]
  unsaid: string[]
}

export type Template = { incident_type: string } & Fillers

/** Compiles the mapping over these packs. */
export function templateMaker(packs: Packs): (reading: Reading) => Template[] {
  const mapping = parse(readFileSync(join(import.meta.dirname, 'mapping.yml'), 'utf8')) as Mapping
  const classes = classesOfNouns(packs)
  return (reading) =>
    reading.claims.flatMap((claim) => {
      const type = (claim.mode && mapping.modes[claim.mode]) ?? mapping.incidents[claim.type]
      if (!type || !mapping.incidents[claim.type] || !mapping.statuses.includes(claim.status)) return []
      if (isWarfare(claim, { packs, mapping, classes, reading })) return []
      const template = templateOf(claim, type, { packs, mapping, classes, reading })
      return ROLES.some((role) => template[role].length > 0) ? [template] : []
    })
}

interface Context {
  packs: Packs
  mapping: Mapping
  classes: (name: string) => ReadonlySet<string>
  reading: Reading
}

function templateOf(claim: Claim, type: string, context: Context): Template {
  const template: Template = { incident_type: type, PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [] }
  const add = (role: Role | null, name: string) => {
    if (role && name !== '' && !template[role].some(([known]) => normal(known!) === normal(name)))
      template[role].push([name])
  }
  for (const filler of claim.agents) for (const [role, name] of perpetrators(filler, context)) add(role, name)
  for (const filler of [...claim.counterparts, ...claim.objects]) add(...suffered(filler, context))
  for (const filler of claim.instruments)
    add(isA(filler.text, context.mapping.weapons, context) ? 'Weapon' : null, thing(filler.text, context))
  return template
}

/** Whether only soldiers and fighters suffered. */
function isWarfare(claim: Claim, context: Context): boolean {
  const { counterparts } = claim
  return counterparts.length > 0 && counterparts.every((f) => isA(bare(f.text), context.mapping.military, context))
}

/** A body is an organization, anybody else an individual; "guerrillas of the Front" are both. */
function perpetrators(filler: Filler, context: Context): [Role, string][] {
  const named = mentionsIn(filler, context)
  const bodies = named.filter((m) => isOrganization(m, context))
  const out: [Role, string][] = bodies.map((m) => ['PerpOrg', fullest(m, context)])
  const person = named.find((m) => m.kind === 'person')
  // A rank stays with the name of who acts; of those who suffer the bare name is wanted.
  if (person)
    return [...out, ['PerpInd', named.length === 1 && !filler.via ? bare(filler.text) : fullest(person, context)]]
  const described = bare(filler.text)
  const whole = named.some((m) => normal(m.text) === normal(filler.text))
  if (whole) return out
  if (context.mapping.bodies.some((body) => normal(described).endsWith(body))) return [...out, ['PerpOrg', described]]
  if (isA(described, context.mapping.individuals, context)) out.push(['PerpInd', described])
  if (bodies.length === 0 && context.mapping.sided.some((word) => normal(described).split(' ').includes(word)))
    out.push(...onlyArmedGroup(context).map((m): [Role, string] => ['PerpOrg', fullest(m, context)]))
  return out
}

/** The annotators of 1992 took "guerrillas" for those of the armed group that the text names, where it names but one. */
function onlyArmedGroup({ reading, packs }: Context): Mention[] {
  const groups = reading.mentions.filter((m) => packs.entities.get(m.entities[0] ?? '')?.sort === 'armed-group')
  const once = new Map(groups.map((m) => [m.id, m]))
  return once.size === 1 ? [...once.values()] : []
}

/** Victims are wanted by name only; of those who are merely described the annotations give no filler. */
function suffered(filler: Filler, context: Context): [Role | null, string] {
  const person = mentionsIn(filler, context).find((m) => m.kind === 'person')
  if (person) return ['Victim', fullest(person, context)]
  const name = thing(filler.text, context)
  const target = !isA(name, context.mapping.military, context) && isA(name, context.mapping.targets, context)
  return [target ? 'Target' : null, name]
}

/** Of all names that the text gives somebody, the longest. */
function fullest(mention: Mention, { reading }: Context): string {
  const same = reading.mentions.filter((m) => m.id === mention.id)
  return same.reduce((best, m) => (m.text.length > best.length ? m.text : best), mention.text)
}

const mentionsIn = (filler: Filler, { reading }: Context): Mention[] =>
  reading.mentions.filter((m) => m.start >= filler.start && m.end <= filler.end)

function isOrganization(mention: Mention, { packs, mapping }: Context): boolean {
  if (mention.kind !== 'actor') return false
  const sort = packs.entities.get(mention.entities[0] ?? '')?.sort
  return sort === undefined || mapping.organizations.includes(sort)
}

/** Without its article. */
const bare = (name: string) => name.replace(/^(?:the|a|an)\s+/i, '').trim()

/** A thing without number and owner, as the annotators of 1992 copied it: "his two cars" are "cars". */
function thing(name: string, { mapping }: Context): string {
  const words = bare(name).split(/\s+/)
  while (words.length > 1 && (/^\d/.test(words[0]!) || mapping.unsaid.includes(words[0]!.toLowerCase()))) words.shift()
  return words.join(' ')
}

const isA = (name: string, wanted: readonly string[], { classes }: Context) => {
  const all = classes(name)
  return wanted.some((c) => all.has(c))
}

/** The classes of a name by its head: the last word before any phrase that hangs on it. */
function classesOfNouns(packs: Packs): Context['classes'] {
  const parent = new Map(packs.ontology.classes.map((c) => [c.id, c.parent]))
  const byForm = new Map<string, Set<string>>()
  for (const row of table(packs.languages.get('en')!, 'words/classes.csv', ClassRow)) {
    const plural = row.plural && row.plural !== '-' ? row.plural : `${row.lemma}s`
    for (const form of [row.lemma, plural, row.lemma.replace(/y$/, 'ies'), `${row.lemma}es`]) {
      const set = byForm.get(form) ?? new Set()
      for (let c: string | undefined = row.class; c !== undefined; c = parent.get(c)) set.add(c)
      byForm.set(form, set)
    }
  }
  return (name) => {
    const words = name
      .toLowerCase()
      .split(/\s+(?:of|in|from|who|that|with|at|on|near)\s/)[0]!
      .replace(/[^a-z' -]/g, '')
      .trim()
      .split(/\s+/)
    for (let i = 0; i < words.length; i++) {
      const known = byForm.get(words.slice(i).join(' '))
      if (known) return known
    }
    return new Set()
  }
}
