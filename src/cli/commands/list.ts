import { type Command, Option } from 'commander'
import type { Case, CaseClaim, CaseSource, ClaimFilter, IncidentFilter, UndecidedPair } from '../../case/index.js'
import { displayName, initials, sayContext } from '../../export/index.js'
import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type ClaimStatus,
  type ClaimType,
  ENTITY_KINDS,
  type EntityKind,
  isPrivatePerson,
} from '../../model/index.js'
import { sayReasons } from '../../packs/index.js'
import { allPages } from '../all-pages.js'
import { type LeaveOutGiven, leaveOutOf, leaveOutOptions } from '../leave-out-options.js'
import { isolated } from '../print-error.js'
import { reasonsInLine } from '../reasons-in-line.js'
import { SayBook } from '../say-book.js'
import { caseOption, command, jsonOption, languageOption, type Session } from '../session.js'
import { daysShort, incidentJson, independenceShort } from '../show-incident.js'
import { table } from '../table.js'

interface ListOptions extends LeaveOutGiven {
  case: string
  json?: boolean
  language: string
  type?: ClaimType
  status?: ClaimStatus
  actor?: string
  place?: string
  outlet?: string
  origin?: string
  query?: string
  from?: string
  to?: string
  kind?: EntityKind
  contradicted?: boolean
  limit?: number
}

type List = (kase: Case, options: ListOptions, session: Session) => Promise<void>

/** `isnad list claims | incidents | undecided | entities | documents | republications | sources | unread | versions | judgements`. */
export function listCommand(session: Session): Command {
  const list = command('list', 'list what a case holds')
  for (const [name, [description, run]] of Object.entries(LISTS)) {
    const sub = command(name, description).addOption(caseOption()).addOption(languageOption()).addOption(jsonOption())
    if (name === 'claims' || name === 'incidents') filters(sub, name)
    if (name === 'sources') leaveOutOptions(sub)
    if (name === 'entities')
      sub
        .option('--query <words>', 'part of a name, either script')
        .addOption(new Option('--kind <kind>', 'only these').choices([...ENTITY_KINDS]))
    sub.action((options: ListOptions) => session.withCase(options.case, (kase) => run(kase, options, session)))
    list.addCommand(sub)
  }
  return list
}

function filters(sub: Command, name: string): void {
  sub
    .addOption(new Option('--type <type>', 'claim type').choices([...CLAIM_TYPES]))
    .option('--actor <id>', 'an actor, by id or name')
    .option('--place <id>', 'a place, by id or name')
    .option('--from <day>', 'not before this day')
    .option('--to <day>', 'not after this day')
    .addOption(new Option('--limit <n>', 'no more than this many').argParser(Number))
  if (name === 'incidents') leaveOutOptions(sub.option('--contradicted', 'only those that reports differ on'))
  else
    sub
      .addOption(new Option('--status <status>').choices([...CLAIM_STATUSES]))
      .option('--outlet <name>', 'printed by')
      .option('--origin <name>', 'last of the chain, by name or id')
      .option('--query <words>', 'words of the evidence, either script')
}

/** The ids of the actor and the place that the options name. */
async function namedIn(kase: Case, { actor, place }: ListOptions) {
  return {
    actor: actor === undefined ? undefined : (await kase.findActor(actor)).id,
    place: place === undefined ? undefined : (await kase.findPlace(place)).id,
  }
}

const listClaims: List = async (kase, options, session) => {
  const { type, status, outlet, origin, query, from, to, limit } = options
  const { actor, place } = await namedIn(kase, options)
  const filter = given({ type, status, place, outlet, origin, query, from, to, actor }) as ClaimFilter
  const { items, total } = await allPages((cursor) => kase.claims(given({ ...filter, cursor }) as ClaimFilter), limit)
  const book = await new SayBook(kase, session.packs).readFor(items)
  const said = (claim: CaseClaim) => book.say(claim, options.language)
  if (options.json) return session.json({ total, claims: items.map((claim) => ({ ...claim, said: said(claim) })) })
  // Sentences whole: what is cut off would be who says it or what is said.
  for (const claim of items) session.io.out(`\u2068${said(claim)}\u2069\n  ${claim.id}  ${claim.type}\n`)
  session.io.out(`${items.length} of ${total} claims\n`)
}

const listIncidents: List = async (kase, options, session) => {
  const { type, from, to, contradicted, limit } = options
  const { actor, place } = await namedIn(kase, options)
  const filter = given({ type, place, from, to, contradicted, actor, leaveOut: leaveOutOf(options) })
  const { items, total } = await allPages(
    (cursor) => kase.incidents(given({ ...filter, cursor }) as IncidentFilter),
    limit,
  )
  if (options.json) return session.json({ incidents: items.map(incidentJson) })
  const rows = items.map((one) => [
    one.id,
    daysShort(one.time),
    (one.title as Record<string, string>)[options.language] ?? one.type,
    String(one.claims.length),
    independenceShort(one.independence),
    one.contradictions.map((c) => (c.kind === 'value' ? c.field : c.kind)).join(', '),
  ])
  session.io.out(table(['id', 'when', 'what', 'claims', 'independent origins', 'differ on'], rows, session.io.width))
  session.io.out(`${items.length} of ${total} incidents\n`)
}

const listEntities: List = async (kase, { json, query, kind, language }, session) => {
  const { titles } = session.packs
  const entities = await kase.entities(given({ query, kind }) as { query?: string; kind?: EntityKind })
  // A list shows persons who are not public figures by initials only, in either form.
  const shown = entities.map((one) => ({ one, name: displayName(one, language, titles) }))
  if (json)
    return session.json({
      entities: shown.map(({ one, name }) => (isPrivatePerson(one) ? bare(one, name) : { ...one, name })),
    })
  const rows = shown.map(({ one, name }) => [one.id, one.kind, name, String(one.documents), String(one.claims)])
  session.io.out(table(['id', 'kind', 'name', 'documents', 'claims'], rows, session.io.width))
}

/** A person who is not a public figure: what is counted, and the initials. */
function bare(
  { id, kind, standing, from, documents, claims, incidents }: Awaited<ReturnType<Case['entity']>>,
  name: string,
) {
  return { id, kind, standing, from, name, documents, claims, incidents }
}

const listDocuments: List = async (kase, { json }, session) => {
  const documents = await kase.documents()
  if (json) return session.json({ documents })
  const rows = documents.map((one) => [
    one.id.slice(7, 19),
    one.published?.from ?? '–',
    one.language,
    one.outlet ?? (one.restatedOutlet ? `restated from ${one.restatedOutlet}` : '–'),
    one.forgotten ? 'forgotten' : (one.title ?? one.path),
    String(one.claims),
  ])
  session.io.out(table(['sha-256', 'published', '', 'outlet', 'title', 'claims'], rows, session.io.width))
}

const listRepublications: List = async (kase, { json }, session) => {
  const all = await kase.republications()
  if (json) return session.json(all)
  if (all.length === 0) return session.io.out('No document repeats another.\n')
  const rows = all.map((one) => [one.kind, one.documents.map((d) => d.path).join(' ← '), one.evidence])
  session.io.out(table(['kind', 'documents', 'evidence'], rows, session.io.width))
}

const listSources: List = async (kase, { json, language, ...options }, session) => {
  const { sources, passings, circles } = await kase.sources(leaveOutOf(options))
  const printed = (one: CaseSource) => {
    const name = language === 'ar' ? one.name.ar : one.name.en
    return one.private ? initials(name, session.packs.titles) : name
  }
  if (json) {
    const shown = sources.map((one) => (one.private ? { ...one, name: { en: printed(one), ar: printed(one) } } : one))
    return session.json({ sources: shown, passings, circles })
  }
  const names = new Map(sources.map((one) => [one.id, printed(one)]))
  const rows = sources.map((one) => [
    printed(one),
    one.camp ?? '',
    ...[one.documents, one.claims, one.ownVoice, one.originOf, one.first].map(String),
  ])
  const head = ['who', 'camp', 'documents', 'claims', 'no source given', 'origin of', 'first with']
  session.io.out(table(head, rows, session.io.width))
  const taken = passings.map((one) => [
    names.get(one.by) ?? one.by,
    one.credited ? one.how : `${one.how}, not credited`,
    names.get(one.from) ?? one.from,
    String(one.claims),
    one.day ?? '–',
  ])
  if (taken.length > 0)
    session.io.out(`\n${table(['takes over', 'how', 'from', 'claims', 'since'], taken, session.io.width)}`)
  for (const { incident, title, circle } of circles) {
    const lang = language === 'ar' ? 'ar' : 'en'
    const named = { name: (word: string) => names.get(word) ?? word }
    const said = sayReasons(circle.because, session.packs.ontology, lang, named)
    session.io.out(`\n${incident} \u2068${title[lang]}\u2069\n      ${said}\n`)
  }
  session.io.out(`${sources.length} sources; ${circles.length} go round in a circle\n`)
}

const listUndecided: List = async (kase, { json, language }, session) => {
  const pairs = await kase.undecided()
  const claims = await kase.claimsWithIds([...new Set(pairs.flatMap(({ a, b }) => [a.claim, b.claim]))])
  const book = await new SayBook(kase, session.packs).readFor(claims)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const say = ({ a, b, because }: UndecidedPair, into: string) => {
    const both = [a, b].flatMap(({ claim }) => byId.get(claim) ?? [])
    return reasonsInLine(both, sayContext(into, book.world))(because)
  }
  if (json) return session.json({ undecided: pairs.map((pair) => ({ ...pair, reason: say(pair, 'en') })) })
  const title = ({ title: { en, ar } }: (typeof pairs)[number]['a']) => (language === 'ar' ? ar : en)
  for (const pair of pairs) {
    const { a, b, score } = pair
    session.io.out(
      `${score.toFixed(2)}  ${a.incident} \u2068${title(a)}\u2069\n      ${b.incident} \u2068${title(b)}\u2069\n      ${say(pair, language)}\n`,
    )
  }
  session.io.out(`${pairs.length} pairs may be one event; decide: isnad judge same | different INCIDENT INCIDENT\n`)
}

const listUnread: List = async (kase, { json }, session) => {
  const unread = await kase.unread()
  if (json) return session.json({ unread })
  for (const one of unread) session.io.out(`${one.path}:${one.start} ${one.reason}\n  \u2068${one.text}\u2069\n`)
  session.io.out(`${unread.length} sentences gave no claim\n`)
}

const listJudgements: List = async (kase, { json }, session) => {
  const judgements = await kase.judgements()
  if (json) return session.json({ judgements })
  const rows = judgements.map((one) => [
    one.id,
    one.at.slice(0, 10),
    one.by,
    one.reverses ? `takes back ${one.reverses}` : one.kind,
    one.why ?? '',
  ])
  session.io.out(table(['id', 'day', 'by', 'what', 'why'], rows, session.io.width))
}

const listVersions: List = async (kase, { json, language }, session) => {
  const lists = await kase.versions()
  if (json) return session.json({ versions: lists })
  const book = new SayBook(kase, session.packs)
  const said = async (id: string) => {
    const claim = await kase.claim(id)
    return isolated((await book.readFor([claim])).say(claim, language))
  }
  for (const { address, versions, changes } of lists) {
    session.io.out(`${isolated(address)}\n`)
    for (const [i, { number, document, captured }] of versions.entries()) {
      session.io.out(`  version ${number}  ${document.slice(7, 19)}  captured ${captured.join(', ')}\n`)
      const change = changes[i - 1]
      for (const pieces of change?.paragraphs ?? [])
        for (const [sign, where] of [
          ['-', 'before'],
          ['+', 'after'],
        ] as const) {
          const own = pieces.filter((piece) => piece.in === 'both' || piece.in === where)
          if (own.length > 0) session.io.out(`    ${sign} ${isolated(own.map(({ text }) => text).join(''))}\n`)
        }
      for (const id of change?.claims.removed ?? []) session.io.out(`    no longer claims: ${await said(id)}\n`)
      for (const id of change?.claims.added ?? []) session.io.out(`    now claims: ${await said(id)}\n`)
      for (const { before, after, fields } of change?.claims.changed ?? [])
        session.io.out(`    changed (${fields.join(', ')}): ${await said(before)}\n      now: ${await said(after)}\n`)
    }
  }
  session.io.out(`${lists.length} addresses gave more than one text\n`)
}

const LISTS: Record<string, [string, List]> = {
  claims: ['what each document says, one sentence a claim', listClaims],
  incidents: ['happenings, with their independent origins and contradictions', listIncidents],
  sources: ['who prints, passes on and says it, who copies whom, what goes round in a circle', listSources],
  undecided: ['pairs of incidents that may be one, for an analyst to decide', listUndecided],
  entities: ['actors, persons, places, outlets', listEntities],
  documents: ['documents and what is known of them', listDocuments],
  republications: ['documents that repeat one another', listRepublications],
  unread: ['sentences with two actors or a trigger that gave no claim', listUnread],
  versions: ['addresses that gave more than one text, and what changed', listVersions],
  judgements: ['what analysts decided', listJudgements],
}

/** Without the keys that nothing was given for. */
function given<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>
}
