import type { CaseClaim, CaseIncident } from '../../case/index.js'
import { CHANNELS, type Channel, type DyadCell, type Entity, type Tlp } from '../../model/index.js'
import type { Ontology, SayingsFile } from '../../packs/index.js'
import { direction } from '../../text/index.js'
import { markingFor } from '../marking.js'
import type { IsPlaceNoun } from '../say/called-after.js'
import type { Titles } from '../say/display-name.js'
import { fillForm } from '../say/fill-form.js'
import type { Gloss } from '../say/glosses.js'
import { apart } from '../say/report-words.js'
import { sayDay, sayMonth } from '../say/say-time.js'
import { sayContext } from '../say/sayer.js'
import type { Block, Report } from './blocks.js'
import type { Dossier } from './dossier.js'
import { cellOrigins, independenceLine } from './independence-words.js'
import { type ReportContext, reportContext } from './report-context.js'
import { headline, isKept, Teller } from './teller.js'

export interface ReportOptions {
  language: string
  sayings: ReadonlyMap<string, SayingsFile>
  ontology: Ontology
  titles: Titles
  /** The entity of an outlet by any of its names. */
  outlet?: (name: string) => Entity | undefined
  /** What descriptions in another script mean. */
  gloss?: Gloss
  /** Which words are nouns for places that people call after others. */
  isPlaceNoun?: IsPlaceNoun
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
  private readonly teller: Teller
  private readonly told = new Set<string>()

  constructor(
    private readonly dossier: Dossier,
    private readonly options: ReportOptions,
  ) {
    const say = sayContext(options.language, {
      sayings: options.sayings,
      ontology: options.ontology,
      titles: options.titles,
      entity: (id) => dossier.entities.get(id),
      ...(options.outlet ? { outlet: options.outlet } : {}),
      ...(options.gloss ? { gloss: options.gloss } : {}),
      ...(options.isPlaceNoun ? { isPlaceNoun: options.isPlaceNoun } : {}),
      mentions: (id) => dossier.documents.get(id)?.reading.mentions ?? [],
    })
    this.context = reportContext(say)
    this.teller = new Teller(dossier, this.context)
  }

  build(): Report {
    const { dossier, context } = this
    const words = context.words
    const documents = [...dossier.documents.values()].map((one) => one.document)
    const marking = markingFor(documents, dossier.tlp, this.options.tlp).toUpperCase()
    const title = fillForm(words.title, { a: this.teller.name(dossier.a), b: this.teller.name(dossier.b) })
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
    blocks.push(...this.teller.ending())
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
      const origins = cellOrigins(cells, this.context)
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
      { kind: 'paragraph', parts: [independenceLine(cell.relations ?? cell.independence, this.context)] },
      { kind: 'list', items: loose.map((claim) => this.teller.statement(claim, this.isSingle(claim, loose))) },
    ]
  }

  private incident(incident: CaseIncident, inCell: ReadonlySet<string>): Block[] {
    const claims = incident.claimList.filter((claim) => inCell.has(claim.id) && isKept(claim))
    if (claims.length === 0 || this.told.has(incident.id)) return []
    this.told.add(incident.id)
    const items = claims.map((claim) => this.teller.statement(claim, incident.independence.atLeast <= 1))
    return [...this.teller.head(incident), { kind: 'list', items: [...items, ...this.teller.against(incident)] }]
  }

  /** Of relations there is no incident to weigh: one origin, if all that says it of these persons has the same. */
  private isSingle(claim: CaseClaim, all: readonly CaseClaim[]): boolean {
    const persons = this.teller.personsIn(claim)
    const alike = all.filter(
      (one) => one.type === claim.type && this.teller.personsIn(one).some((p) => persons.includes(p)),
    )
    const origin = (one: CaseClaim) => one.chain.at(-1)?.entity ?? one.chain.at(-1)?.name ?? one.outlet ?? one.document
    return new Set(alike.map(origin)).size <= 1
  }

  private reply(): Block[] {
    const words = this.context.words
    const claims = [...this.dossier.claims.values()].filter(isKept)
    const parties = [
      this.teller.name(this.dossier.a),
      this.teller.name(this.dossier.b),
      ...claims.flatMap((c) => this.teller.personsIn(c)),
    ]
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
}

const banner = (text: string): Block => ({ kind: 'paragraph', role: 'banner', parts: [text] })
