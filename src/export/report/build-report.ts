import type { CaseClaim, CaseIncident } from '../../case/index.js'
import { CHANNELS, type Channel, type DyadCell, type Entity, type Tlp } from '../../model/index.js'
import type { Ontology, SayingsFile } from '../../packs/index.js'
import { direction } from '../../text/index.js'
import { adverseFillers } from '../adverse.js'
import { markingFor } from '../marking.js'
import { displayName, initials, isPrivatePerson } from '../say/display-name.js'
import { fillForm } from '../say/fill-form.js'
import { apart, privatePersons } from '../say/report-words.js'
import { sayClaim } from '../say/say-claim.js'
import { sayDay, sayMonth } from '../say/say-time.js'
import { sayContext } from '../say/sayer.js'
import type { Block, Inline, Report } from './blocks.js'
import type { Dossier } from './dossier.js'
import { contradictionParts, gradeLine, incidentDays, independenceLine, originCount } from './independence-words.js'
import { noteFor } from './note.js'
import { type ReportContext, reportContext } from './report-context.js'

export interface ReportOptions {
  language: string
  sayings: ReadonlyMap<string, SayingsFile>
  ontology: Ontology
  /** The entity of an outlet by any of its names. */
  outlet?: (name: string) => Entity | undefined
  /** The strictest marking that readers of this report may have; default: all but red. */
  tlp?: Tlp
}

/**
 * Builds the dossier of two actors: by channel and month, each statement one attributed sentence with its note.
 * Throws `unsourced-statement` where a sentence has no span, and `tlp-refused` where a document may not leave.
 */
export function buildReport(dossier: Dossier, options: ReportOptions): Report {
  return new ReportBuilder(dossier, options).build()
}

class ReportBuilder {
  private readonly context: ReportContext
  private readonly notes: { number: number; parts: Inline[] }[] = []
  private readonly numbers = new Map<string, number>()
  private readonly told = new Set<string>()

  constructor(
    private readonly dossier: Dossier,
    private readonly options: ReportOptions,
  ) {
    const say = sayContext(options.language, {
      sayings: options.sayings,
      ontology: options.ontology,
      entity: (id) => dossier.entities.get(id),
      ...(options.outlet ? { outlet: options.outlet } : {}),
      mentions: (id) => dossier.documents.get(id)?.reading.mentions ?? [],
    })
    this.context = reportContext(say)
  }

  build(): Report {
    const { dossier, context } = this
    const words = context.words
    const documents = [...dossier.documents.values()].map((one) => one.document)
    const marking = markingFor(documents, dossier.tlp, this.options.tlp).toUpperCase()
    const title = fillForm(words.title, { a: this.name(dossier.a), b: this.name(dossier.b) })
    const restated = documents.filter((one) => one.restatedFrom ?? one.restatedOutlet).length
    const body = CHANNELS.flatMap((channel) => this.channel(channel))
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', role: 'marking', parts: [fillForm(words.marking, { tlp: marking })] },
      { kind: 'paragraph', parts: [this.made()] },
      { kind: 'paragraph', role: 'aside', parts: [words.reading] },
    ]
    if (restated > 0) blocks.push(banner(fillForm(words['restated-banner'], { n: String(restated) })))
    if (body.length === 0) blocks.push({ kind: 'paragraph', parts: [words.nothing] })
    else blocks.push({ kind: 'heading', level: 2, text: words.overview }, this.overview(), ...body, ...this.reply())
    if (this.notes.length)
      blocks.push({ kind: 'heading', level: 2, text: words.notes }, { kind: 'notes', items: this.notes })
    return { title, language: context.language, direction: direction(words.reading), marking, blocks }
  }

  private made(): string {
    const { dossier, context } = this
    const incidents = new Set(dossier.dyad.cells.flatMap((cell) => cell.incidents))
    return fillForm(context.words.made, {
      day: sayDay(dossier.day, context),
      case: apart(dossier.caseName, context),
      documents: String(dossier.documents.size),
      claims: String([...dossier.claims.values()].filter(isKept).length),
      incidents: String(incidents.size),
    })
  }

  private overview(): Block {
    const { words, terms } = this.context
    const rows = CHANNELS.flatMap((channel) => {
      const cells = this.cells(channel)
      if (cells.length === 0) return []
      const months = cells.map((cell) => cell.month).filter((month) => /^\d/.test(month))
      const span = [...new Set([months[0], months.at(-1)])].filter((m) => m !== undefined)
      const said = span.map((month) => sayMonth(month, this.context)).join(' – ') || words.undated
      const incidents = new Set(cells.flatMap((cell) => cell.incidents)).size
      const best = cells
        .map((cell) => cell.independence)
        .sort((x, y) => y.atLeast - x.atLeast || y.atMost - x.atMost)[0]
      const origins = best ? originCount(best, this.context) : words['not-established']
      return [[[headline(terms.channels[channel] ?? channel)], [said], [String(incidents)], [origins]]]
    })
    return { kind: 'table', head: [words.channel, words.months, words.incidents, words.origins], rows }
  }

  /** A channel's cells, by month, undated last. */
  private cells(channel: Channel): DyadCell[] {
    const cells = this.dossier.dyad.cells.filter((cell) => cell.channel === channel)
    const dated = (cell: DyadCell) => /^\d/.test(cell.month)
    return cells.sort((x, y) => Number(dated(y)) - Number(dated(x)) || (x.month < y.month ? -1 : 1))
  }

  private channel(channel: Channel): Block[] {
    const blocks = this.cells(channel).flatMap((cell) => this.cell(cell))
    if (blocks.length === 0) return []
    return [{ kind: 'heading', level: 2, text: headline(this.context.terms.channels[channel] ?? channel) }, ...blocks]
  }

  private cell(cell: DyadCell): Block[] {
    const inCell = new Set(cell.claims)
    const blocks = cell.incidents.flatMap((id) => {
      const incident = this.dossier.incidents.get(id)
      return incident ? this.incident(incident, inCell) : []
    })
    const loose = cell.claims
      .map((id) => this.dossier.claims.get(id))
      .filter((claim) => claim !== undefined)
      .filter((claim) => isKept(claim) && !(claim.incident && cell.incidents.includes(claim.incident)))
    if (loose.length === 0) return blocks
    const words = this.context.words
    const month = /^\d/.test(cell.month) ? sayMonth(cell.month, this.context) : words.undated
    return [
      ...blocks,
      { kind: 'heading', level: 3, text: `${words['not-incident']} – ${month}` },
      { kind: 'paragraph', parts: [independenceLine(cell.independence, this.context)] },
      { kind: 'list', items: loose.map((claim) => this.statement(claim, this.isSingle(claim, loose))) },
    ]
  }

  private incident(incident: CaseIncident, inCell: ReadonlySet<string>): Block[] {
    const { context } = this
    const claims = incident.claimList.filter((claim) => inCell.has(claim.id) && isKept(claim))
    if (claims.length === 0 || this.told.has(incident.id)) return []
    this.told.add(incident.id)
    const title = (incident.title as Record<string, string>)[context.language] ?? incident.type
    const items = claims.map((claim) => this.statement(claim, incident.independence.atLeast <= 1))
    const against = incident.contradictions.map((one) => contradictionParts(one, (ids) => this.marks(ids), context))
    const line = [incidentDays(incident, context), independenceLine(incident.independence, context)]
    return [
      { kind: 'heading', level: 3, text: headline(this.withDays(title)) },
      { kind: 'paragraph', parts: [`${line.join('. ')} ${gradeLine(incident.grade, context)}`] },
      { kind: 'list', items: [...items, ...against] },
    ]
  }

  /** One sentence with the mark of its note; the note is made here, so that no sentence can stand without one. */
  private statement(claim: CaseClaim, single: boolean): Inline[] {
    const source = this.dossier.documents.get(claim.document)
    if (!this.numbers.has(claim.id)) {
      const number = this.notes.length + 1
      this.notes.push({ number, parts: noteFor(claim, source, this.context) })
      this.numbers.set(claim.id, number)
    }
    const singleOrigin = single && this.personsIn(claim).length > 0
    const document = { ...source?.document, outlet: source?.document.outlet ?? claim.outlet, id: claim.document }
    return [sayClaim(claim, document, this.context, { singleOrigin }), ...this.marks([claim.id])]
  }

  /** Of relations there is no incident to weigh: one origin, if all that says it of these persons has the same. */
  private isSingle(claim: CaseClaim, all: readonly CaseClaim[]): boolean {
    const persons = this.personsIn(claim)
    const alike = all.filter((one) => one.type === claim.type && this.personsIn(one).some((p) => persons.includes(p)))
    const origin = (one: CaseClaim) => one.chain.at(-1)?.entity ?? one.chain.at(-1)?.name ?? one.outlet ?? one.document
    return new Set(alike.map(origin)).size <= 1
  }

  /** A title with its ISO days and months as the language writes them; bare, Arabic lines would turn them round. */
  private withDays(title: string): string {
    return title
      .replace(/\d{4}-\d{2}-\d{2}/g, (day) => sayDay(day, this.context))
      .replace(/(?<![\d-])\d{4}-\d{2}(?![\d-])/g, (month) => sayMonth(month, this.context))
  }

  private marks(claims: readonly string[]): { note: number }[] {
    return claims.flatMap((id) => {
      const note = this.numbers.get(id)
      return note === undefined ? [] : [{ note }]
    })
  }

  /** The named persons that a claim could harm, as they may be printed. */
  private personsIn(claim: CaseClaim): string[] {
    return adverseFillers(claim).flatMap((filler) => {
      const entity = filler.entity === undefined ? undefined : this.dossier.entities.get(filler.entity)
      if (entity?.kind === 'person') return [this.name(entity)]
      return privatePersons(filler, claim.document, this.context).map((mention) => initials(mention.text))
    })
  }

  private reply(): Block[] {
    const words = this.context.words
    const claims = [...this.dossier.claims.values()].filter(isKept)
    const parties = [this.name(this.dossier.a), this.name(this.dossier.b), ...claims.flatMap((c) => this.personsIn(c))]
    return [
      { kind: 'heading', level: 2, text: words.reply },
      { kind: 'paragraph', parts: [words['reply-intro']] },
      {
        kind: 'table',
        head: [...words['reply-columns']],
        rows: [...new Set(parties)].map((party) => [[party], [], []]),
      },
    ]
  }

  private name(entity: Entity): string {
    const name = displayName(entity, this.context.language)
    return isPrivatePerson(entity) && name === '' ? entity.id : name
  }
}

const headline = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
const isKept = (claim: CaseClaim) => claim.decision !== 'rejected'
const banner = (text: string): Block => ({ kind: 'paragraph', role: 'banner', parts: [text] })
