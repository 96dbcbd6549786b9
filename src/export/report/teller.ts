import type { CaseClaim, CaseIncident } from '../../case/index.js'
import { type Entity, isPrivatePerson } from '../../model/index.js'
import { adverseFillers } from '../adverse.js'
import { displayName, initials } from '../say/display-name.js'
import { privatePersons } from '../say/report-words.js'
import { sayClaim } from '../say/say-claim.js'
import { sayDaysIn } from '../say/say-time.js'
import type { Block, Inline } from './blocks.js'
import type { DossierDocument } from './dossier.js'
import { contradictionParts, gradeLine, incidentDays, independenceLine } from './independence-words.js'
import { noteFor } from './note.js'
import type { ReportContext } from './report-context.js'

/** What a report is told from. */
export interface Material {
  documents: ReadonlyMap<string, DossierDocument>
  entities: ReadonlyMap<string, Entity>
}

/** Whether a claim is told at all: not where an analyst rejected it. */
export const isKept = (claim: CaseClaim) => claim.decision !== 'rejected'
/** A line with its first letter as lines begin. */
export const headline = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

/**
 * Tells claims one sentence at a time, and keeps the notes: every report is written through it, so that no sentence can
 * stand without its note. Throws `unsourced-statement` where a claim has no span that holds.
 */
export class Teller {
  readonly notes: { number: number; parts: Inline[] }[] = []
  private readonly numbers = new Map<string, number>()

  constructor(
    private readonly material: Material,
    readonly context: ReportContext,
  ) {}

  /** A claim as one sentence with the mark of its note. */
  statement(claim: CaseClaim, single: boolean): Inline[] {
    const source = this.material.documents.get(claim.document)
    const marks = this.note(claim)
    const singleOrigin = single && this.personsIn(claim).length > 0
    const document = { ...source?.document, outlet: source?.document.outlet ?? claim.outlet, id: claim.document }
    return [sayClaim(claim, document, this.context, { singleOrigin }), ...marks]
  }

  /** The mark of a claim's note; the note is made where there is none yet. */
  note(claim: CaseClaim): { note: number }[] {
    if (!this.numbers.has(claim.id)) {
      const parts = noteFor(claim, this.material.documents.get(claim.document), this.context)
      const number = this.notes.length + 1
      this.notes.push({ number, parts })
      this.numbers.set(claim.id, number)
    }
    return this.marks([claim.id])
  }

  /** The marks of the notes of claims that were told. */
  marks(claims: readonly string[]): { note: number }[] {
    return claims.flatMap((id) => {
      const note = this.numbers.get(id)
      return note === undefined ? [] : [{ note }]
    })
  }

  /** The heading of an incident, and the line of when, how many origins and what grade. */
  head(incident: CaseIncident): Block[] {
    const { context } = this
    const title = (incident.title as Record<string, string>)[context.language] ?? incident.type
    const line = [incidentDays(incident, context), independenceLine(incident.independence, context)]
    return [
      { kind: 'heading', level: 3, text: headline(sayDaysIn(title, context)) },
      { kind: 'paragraph', parts: [`${line.join('. ')} ${gradeLine(incident.grade, context)}`] },
    ]
  }

  /** What contradicts, with the marks of the notes that say so. */
  against(incident: CaseIncident): Inline[][] {
    return incident.contradictions.map((one) => contradictionParts(one, (ids) => this.marks(ids), this.context))
  }

  /** The named persons that a claim could harm, as they may be printed. */
  personsIn(claim: CaseClaim): string[] {
    return adverseFillers(claim).flatMap((filler) => {
      const entity = filler.entity === undefined ? undefined : this.material.entities.get(filler.entity)
      if (entity?.kind === 'person') return [this.name(entity)]
      return privatePersons(filler, claim.document, this.context).map((mention) =>
        initials(mention.text, this.context.titles),
      )
    })
  }

  name(entity: Entity): string {
    const name = displayName(entity, this.context.language, this.context.titles)
    return isPrivatePerson(entity) && name === '' ? entity.id : name
  }

  /** The notes at the end. */
  ending(): Block[] {
    if (this.notes.length === 0) return []
    return [
      { kind: 'heading', level: 2, text: this.context.words.notes },
      { kind: 'notes', items: this.notes },
    ]
  }
}
