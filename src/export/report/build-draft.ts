import type { CaseClaim, CaseIncident } from '../../case/index.js'
import { type DraftPart, IsnadError, type ReportDraft, type Tlp } from '../../model/index.js'
import { direction, sentences } from '../../text/index.js'
import { markingFor } from '../marking.js'
import { fillForm } from '../say/fill-form.js'
import { apart } from '../say/report-words.js'
import { sayDay } from '../say/say-time.js'
import { sayContext } from '../say/sayer.js'
import type { Block, Inline, Report } from './blocks.js'
import type { ReportOptions } from './build-report.js'
import type { DossierDocument } from './dossier.js'
import { reportContext } from './report-context.js'
import { isKept, type Material, Teller } from './teller.js'

/** What a draft is built from, taken from a case at one moment. */
export interface DraftMaterial extends Material {
  caseName: string
  tlp: Tlp
  /** ISO day on which it was taken. */
  day: string
  /** By the position of its part in the draft. */
  incidents: ReadonlyMap<number, CaseIncident>
  claims: ReadonlyMap<string, CaseClaim>
  documents: ReadonlyMap<string, DossierDocument>
}

/** Why a draft cannot be built, and where: the part and the sentence in it, from 0; the document. */
export interface DraftProblem {
  code: 'unsourced-statement' | 'tlp-refused'
  message: string
  hint?: string | undefined
  part?: number
  sentence?: number
  claim?: string
}

export interface DraftOptions extends Omit<ReportOptions, 'language' | 'tlp'> {
  /** Words whose stop ends no sentence, of a language. */
  abbreviations?: (language: string) => readonly string[]
}

/** Builds a draft. Throws the first of its problems: `unsourced-statement` or `tlp-refused`. */
export function buildDraft(draft: ReportDraft, material: DraftMaterial, options: DraftOptions): Report {
  const builder = new DraftBuilder(draft, material, options)
  const report = builder.build()
  const [first] = builder.problems
  if (!first) return report
  const where = first.part === undefined ? draft.title : `${draft.title}, part ${first.part + 1}`
  throw new IsnadError(first.code, first.message, { where: { what: where }, ...(first.hint && { hint: first.hint }) })
}

/** Everything that keeps a draft from being built; empty: it builds. */
export function checkDraft(draft: ReportDraft, material: DraftMaterial, options: DraftOptions): DraftProblem[] {
  const builder = new DraftBuilder(draft, material, options)
  builder.build()
  return builder.problems
}

/** The named persons that each claim of a draft says something adverse of, as its language prints them. */
export function adversePersons(
  draft: ReportDraft,
  material: DraftMaterial,
  options: DraftOptions,
): Record<string, string[]> {
  const { teller } = new DraftBuilder(draft, material, options)
  const found = [...material.claims.values()].map((claim): [string, string[]] => [
    claim.id,
    [...new Set(teller.personsIn(claim))],
  ])
  return Object.fromEntries(found.filter(([, persons]) => persons.length > 0))
}

class DraftBuilder {
  readonly problems: DraftProblem[] = []
  readonly teller: Teller

  constructor(
    private readonly draft: ReportDraft,
    private readonly material: DraftMaterial,
    private readonly options: DraftOptions,
  ) {
    const say = sayContext(draft.language, {
      sayings: options.sayings,
      ontology: options.ontology,
      titles: options.titles,
      entity: (id) => material.entities.get(id),
      ...(options.outlet ? { outlet: options.outlet } : {}),
      ...(options.gloss ? { gloss: options.gloss } : {}),
      ...(options.isPlaceNoun ? { isPlaceNoun: options.isPlaceNoun } : {}),
      mentions: (id) => material.documents.get(id)?.reading.mentions ?? [],
    })
    this.teller = new Teller(material, reportContext(say))
  }

  build(): Report {
    const { draft, material, teller } = this
    const { words, language } = teller.context
    const marking = this.marking().toUpperCase()
    const body = draft.parts.flatMap((part, at) => this.part(part, at))
    const documents = [...material.documents.values()]
    const restated = documents.filter(({ document: one }) => one.restatedFrom ?? one.restatedOutlet).length
    const hasOwn = draft.parts.some((part) => part.kind === 'text' && part.sentences.some(({ text }) => text.trim()))
    const banner = fillForm(words['restated-banner'], { n: String(restated) })
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: draft.title },
      { kind: 'paragraph', role: 'marking', parts: [fillForm(words.marking, { tlp: marking })] },
      { kind: 'paragraph', parts: [this.made()] },
      { kind: 'paragraph', role: 'aside', parts: [words.reading, ...(hasOwn ? [` ${words['own-words']}`] : [])] },
      ...(restated > 0 ? [{ kind: 'paragraph' as const, role: 'banner' as const, parts: [banner] }] : []),
      ...body,
      ...teller.ending(),
    ]
    return { title: draft.title, language, direction: direction(words.reading), marking, blocks }
  }

  private marking(): Tlp {
    const documents = [...this.material.documents.values()].map(({ document }) => document)
    try {
      return markingFor(documents, this.material.tlp, this.draft.tlp)
    } catch (error) {
      this.note(error, {})
      return this.draft.tlp
    }
  }

  private made(): string {
    const { context } = this.teller
    return fillForm(context.words.made, {
      day: sayDay(this.material.day, context),
      case: apart(this.material.caseName, context),
      documents: String(this.material.documents.size),
      claims: String([...this.material.claims.values()].filter(isKept).length),
      incidents: String(new Set([...this.material.incidents.values()].map(({ id }) => id)).size),
    })
  }

  private part(part: DraftPart, at: number): Block[] {
    if (part.kind === 'heading') return part.text.trim() ? [{ kind: 'heading', level: 2, text: part.text.trim() }] : []
    return part.kind === 'incident' ? this.incident(part, at) : this.text(part, at)
  }

  private incident(part: DraftPart & { kind: 'incident' }, at: number): Block[] {
    const incident = this.material.incidents.get(at)
    if (!incident) {
      this.unsourced(at, 'this incident is no longer in the case, and none of its claims', 'Remove the part.')
      return []
    }
    const single = incident.independence.atLeast <= 1
    const blocks: Block[] = []
    for (const id of part.claims) {
      const claim = this.material.claims.get(id)
      if (!claim) this.unsourced(at, `claim ${id} is no longer in the case`, 'Take it out of this part.')
      else if (isKept(claim))
        try {
          blocks.push({ kind: 'list', items: [this.teller.statement(claim, single)] }, ...this.reply(claim))
        } catch (error) {
          this.note(error, { part: at, claim: id })
        }
    }
    const against = this.teller.against(incident)
    return [
      ...this.teller.head(incident),
      ...blocks,
      ...(against.length ? [{ kind: 'list' as const, items: against }] : []),
    ]
  }

  /** Beside an adverse statement on a named person: whether he was asked, and what he answers. */
  private reply(claim: CaseClaim): Block[] {
    const persons = [...new Set(this.teller.personsIn(claim))]
    if (persons.length === 0) return []
    const { context } = this.teller
    const { asked, answer } = this.draft.replies[claim.id] ?? {}
    const form = context.words[answer ? 'reply-answer' : asked ? 'reply-asked' : 'reply-missing']
    const line = fillForm(form, {
      person: persons.join(context.words.between),
      day: asked && sayDay(asked, context),
      answer: answer && apart(answer, context),
    })
    return [{ kind: 'paragraph', role: 'reply', parts: [line] }]
  }

  /** The author's own sentences, each with its notes. */
  private text(part: DraftPart & { kind: 'text' }, at: number): Block[] {
    const parts: Inline[] = []
    part.sentences.forEach(({ text, claims }, sentence) => {
      const own = text.trim()
      if (own === '') return
      const where = { part: at, sentence }
      const abbreviations = this.options.abbreviations?.(this.draft.language) ?? []
      const count = sentences(own, { abbreviations }).length
      if (count > 1)
        this.problems.push({
          code: 'unsourced-statement',
          message: `${count} sentences stand in one`,
          hint: 'Give each a line of its own, with the claims that it rests on.',
          ...where,
        })
      const found = claims.flatMap((id) => this.material.claims.get(id) ?? []).filter(isKept)
      if (found.length === 0)
        this.problems.push({
          code: 'unsourced-statement',
          message: `“${own}” rests on no claim`,
          hint: 'Choose the claims that it rests on, or take it out.',
          ...where,
        })
      try {
        parts.push(...(parts.length ? [' '] : []), own, ...found.flatMap((claim) => this.teller.note(claim)))
      } catch (error) {
        this.note(error, where)
      }
    })
    return parts.length ? [{ kind: 'paragraph', role: 'own', parts }] : []
  }

  private unsourced(part: number, message: string, hint: string) {
    this.problems.push({ code: 'unsourced-statement', message, hint, part })
  }

  private note(error: unknown, where: Partial<DraftProblem>) {
    if (!(error instanceof IsnadError) || (error.code !== 'unsourced-statement' && error.code !== 'tlp-refused'))
      throw error
    const message = error.place ? `${error.message} (${error.place})` : error.message
    this.problems.push({ code: error.code, message, hint: error.hint, ...where })
  }
}
