import type { Command } from 'commander'
import { type Case, type CaseDocument, printable } from '../../case/index.js'
import { displayName, hopNames, sayContext } from '../../export/index.js'
import { type FirstReport, IsnadError, isPrivatePerson, type OriginGroup } from '../../model/index.js'
import { direction, isolate } from '../../text/index.js'
import { type LeaveOutGiven, leaveOutOf, leaveOutOptions } from '../leave-out-options.js'
import { isolated } from '../print-error.js'
import { reasonsInLine } from '../reasons-in-line.js'
import { SayBook } from '../say-book.js'
import { caseOption, command, jsonOption, languageOption, type Session } from '../session.js'
import { daysShort, incidentJson, independenceShort } from '../show-incident.js'
import { wholeFingerprint } from '../whole-fingerprint.js'

interface ShowOptions extends LeaveOutGiven {
  case: string
  language: string
  json?: boolean
}

/** `isnad show ID`: a claim, an incident, a document or an entity, whichever has that id. */
export function showCommand(session: Session): Command {
  return leaveOutOptions(command('show', 'show one claim, incident, document or entity'))
    .argument('<id>', 'an id, or the beginning of a document’s fingerprint')
    .addOption(caseOption())
    .addOption(languageOption())
    .addOption(jsonOption())
    .action((id: string, options: ShowOptions) =>
      session.withCase(options.case, async (kase) => {
        const found = await find(kase, id, options, session)
        if (options.json) return session.json(found.value)
        session.io.out(`${found.lines.map(isolated).join('\n')}\n`)
      }),
    )
}

interface Found {
  value: object
  lines: string[]
}

async function find(kase: Case, id: string, options: ShowOptions, session: Session): Promise<Found> {
  for (const look of [showClaim, showIncident, showDocument, showEntity]) {
    try {
      return await look(kase, id, options, session)
    } catch (error) {
      if (!(error instanceof IsnadError && error.code === 'not-found')) throw error
    }
  }
  throw new IsnadError('not-found', `nothing in this case has the id "${id}"`, {
    where: { what: printable(kase.location) },
    hint: 'isnad list claims, incidents, documents or entities shows the ids.',
  })
}

async function showClaim(kase: Case, id: string, { language }: ShowOptions, session: Session): Promise<Found> {
  const claim = await kase.claim(id)
  const book = await new SayBook(kase, session.packs).readFor([claim])
  const said = book.say(claim, language)
  const lines = [
    isolate(said),
    `  “${claim.evidence.text}”`,
    `  ${claim.path} ${claim.evidence.start}–${claim.evidence.end}`,
    `  chain: ${claim.chain.map((hop) => hop.name).join(' → ') || 'own voice, no source given'}`,
    `  rule ${claim.rule}, certainty of reading ${claim.confidence.toFixed(2)}${claim.decision ? `, ${claim.decision}` : ''}`,
    ...(claim.version ? [`  rests on version ${claim.version.number} of ${claim.version.of} of its address`] : []),
    ...(claim.incident ? [`  incident ${claim.incident}`] : []),
  ]
  return { value: { ...claim, said }, lines }
}

async function showIncident(kase: Case, id: string, options: ShowOptions, session: Session): Promise<Found> {
  const { language } = options
  const incident = await kase.incident(id, leaveOutOf(options))
  const book = await new SayBook(kase, session.packs).readFor(incident.claimList)
  const { independence, grade } = incident
  const context = sayContext(language, book.world)
  const shown = hopNames(incident.claimList, context)
  const name = (word: string) => (direction(shown(word)) === 'rtl' ? isolate(shown(word)) : shown(word))
  const said = reasonsInLine(incident.claimList, context)
  const reasons = ({ because, reason }: OriginGroup) => (because ? said(because) : reason)
  const title = (incident.title as Record<string, string>)[language] ?? incident.type
  const days = daysShort(incident.time)
  const lines = [
    title.includes(days) ? title : `${title} (${days})`,
    `independent origins: ${independenceShort(independence)}; sides that say it: ${independence.camps}`,
    ...independence.groups.map((group) => `  ${group.origins.map(name).join(', ')}: ${reasons(group)}`),
    firstReported(incident.transmission.first, name),
    ...incident.transmission.circles.map((circle) => said(circle.because)),
    ...(incident.interest.because.length > 0 ? [`interest: ${said(incident.interest.because)}`] : []),
    `proposed grade ${grade.source}${grade.information}: ${grade.because ? said(grade.because) : grade.reasons.join('; ')}`,
    ...incident.contradictions.map(
      (c) => `differ (${c.kind}) on ${c.field}: ${c.values.map((v) => v.value).join(' / ')}`,
    ),
    ...incident.claimList.map((claim) => `- ${isolate(book.say(claim, language))}  [${claim.id}]`),
  ]
  return { value: incidentJson(incident), lines }
}

/** Who told it first, as far as the case goes, and whom he names. */
function firstReported({ day, by, origins, perhapsEarlier }: FirstReport, name: (word: string) => string): string {
  const who = by.map((teller) => name(teller.id === name(teller.id) ? teller.name : teller.id)).join(', ')
  const from = origins.length > 0 ? `, from ${origins.map(name).join(', ')}` : ''
  const others = perhapsEarlier > 0 ? `; ${perhapsEarlier} more may be earlier` : ''
  return `first reported ${day ?? 'on no known day'} by ${who}${from}${others}`
}

async function showDocument(kase: Case, given: string, { language }: ShowOptions, session: Session): Promise<Found> {
  const id = await wholeFingerprint(kase, given)
  const { document, claims, reading } = await kase.document(id)
  const book = await new SayBook(kase, session.packs).readFor(claims)
  const about = [document.title, document.outlet, document.published?.from, document.url].filter(Boolean).join(', ')
  const lines = [
    about || document.path,
    ...dayLines(document),
    `${document.id}${document.restatedFrom ? `  restated from ${document.restatedFrom}` : ''}`,
    ...claims.map((claim) => `- ${isolate(book.say(claim, language))}  [${claim.id}]`),
  ]
  return { value: { document: reading.document, claims }, lines }
}

async function showEntity(kase: Case, id: string, { language }: ShowOptions, session: Session): Promise<Found> {
  const entity = await kase.entity(id)
  const name = displayName(entity, language, session.packs.titles)
  if (isPrivatePerson(entity)) {
    const { kind, standing, documents, claims, incidents } = entity
    return {
      value: { id, kind, standing, name, documents, claims, incidents },
      lines: [`${name} (${kind}), ${claims} claims`],
    }
  }
  // What an enemy calls somebody is looked for in texts and never printed by us.
  const names = entity.names.filter((one) => one.kind !== 'hostile')
  const lines = [
    `${name} (${entity.sort ?? entity.kind}), ${entity.claims} claims in ${entity.documents} documents`,
    ...names.map((one) => `  ${one.lang} ${one.kind}: ${one.name}`),
  ]
  return { value: { ...entity, names, name }, lines }
}

/** The days of a document, each apart and with what it rests on; which version it is; what it was taken out of. */
function dayLines({ published, modified, captured, version, within, basis, credit }: CaseDocument): string[] {
  const day = (one: CaseDocument['published']) => (one?.from === one?.to ? one?.from : `${one?.from} – ${one?.to}`)
  return [
    ...(published ? [`  published ${day(published)} (${published.basis})`] : []),
    ...(modified ? [`  changed ${day(modified)} (${modified.basis})`] : []),
    ...(captured ? [`  captured ${captured}`] : []),
    ...(version ? [`  version ${version.number} of its address; before it ${version.previous}`] : []),
    ...(within ? [`  part ${isolated(within.part)} of ${within.sha256}`] : []),
    ...(credit ? [`  credits ${isolated(credit)}`] : []),
    ...(basis?.text ? [`  ${basis.text}`] : []),
  ]
}
