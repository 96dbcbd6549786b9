import type { CaseClaim, CaseIncident, PairSummary } from '../case/index.js'
import {
  adverseFillers,
  glossesOf,
  initials,
  isCalledAfter,
  numbersElsewhere,
  placeNounsOf,
  quotedSpans,
  type SayWorld,
  sayAll,
} from '../export/index.js'
import { isPrivatePerson, isReported, overlaps, type Reason, SLOTS } from '../model/index.js'
import type { CaseWorld, Moment } from './case-world.js'
import type { ClaimAnswer } from './contract/claims.js'
import type { IncidentAnswer } from './contract/incidents.js'
import type { Both } from './contract/lists.js'
import { reasonsInBoth, sayIncidentReasons } from './say-reasons.js'
import { wordsIn } from './words-in.js'

/** Puts claims into words, with the care that persons are owed. */
export class Speaker {
  constructor(readonly world: CaseWorld) {}

  /** Claims with their sentences; order is kept. */
  async claims(claims: readonly CaseClaim[], incidents: readonly CaseIncident[] = []): Promise<ClaimAnswer[]> {
    const moment = await this.world.now()
    const documents = claims.map((claim) => claim.document)
    await this.world.readDocuments(moment, documents)
    await this.world.readMentions(moment, documents)
    const mentioned = documents.flatMap((id) => moment.mentions.get(id) ?? []).flatMap(({ entities }) => entities)
    await this.world.readEntities(moment, [...mentioned, ...claims.flatMap((claim) => parts(claim).map(entityOf))])
    const told = claims.filter((claim) => numbersElsewhere(claim).length > 0).map(({ document }) => document)
    const texts = told.length === 0 ? new Map<string, string>() : await this.world.kase.texts([...new Set(told)])
    return Promise.all(
      claims.map(async (claim) => {
        const text = texts.get(claim.document)
        const quotes = text === undefined ? [claim.evidence] : quotedSpans(claim, text)
        return { ...(await this.view(moment, claim, incidents)), quotes }
      }),
    )
  }

  /** Incidents with the sentences of their claims. */
  async incidents(incidents: readonly CaseIncident[]): Promise<IncidentAnswer[]> {
    const views: IncidentAnswer[] = []
    const moment = await this.world.now()
    await this.world.readEntities(moment, incidents.flatMap(idsIn))
    for (const incident of incidents) {
      const claimList = await this.claims(incident.claimList, incidents)
      const reasonsSaid = sayIncidentReasons(incident, reasonsInBoth(incident.claimList, this.sayWorld(moment)))
      const reasons = incident.reasons.map((one, i) => ({ ...one, reason: reasonsSaid.joined[i]!.en }))
      views.push({ ...incident, claimList, reasons, reasonsSaid })
    }
    return views
  }

  /** Reasons about these claims, in both languages. */
  async reasons(claims: readonly CaseClaim[], reasons: readonly Reason[]): Promise<Both> {
    const moment = await this.world.now()
    await this.world.readMentions(
      moment,
      claims.map(({ document }) => document),
    )
    const chains = claims.flatMap(({ chain }) => chain.map(({ entity }) => entity))
    await this.world.readEntities(moment, [...chains, ...wordsIn(reasons).filter(isReported)])
    return reasonsInBoth(claims, this.sayWorld(moment))(reasons)
  }

  /** The names of every entity that these claims and further ids mention. */
  async names(claims: readonly CaseClaim[], more: Iterable<string> = []) {
    const moment = await this.world.now()
    return this.world.names(moment, [...more, ...claims.flatMap((claim) => parts(claim).map(entityOf))])
  }

  /** Pairs under the names that every other answer uses. */
  async pairs(pairs: readonly PairSummary[]): Promise<PairSummary[]> {
    const names = await this.names(
      [],
      pairs.flatMap(({ a, b }) => [a, b]),
    )
    return pairs.map((pair) => ({ ...pair, aName: names[pair.a] ?? pair.aName, bName: names[pair.b] ?? pair.bName }))
  }

  private async view(moment: Moment, claim: CaseClaim, incidents: readonly CaseIncident[]) {
    const singleOrigin = this.accusesPerson(moment, claim) && (await this.isSingleOrigin(claim, incidents))
    const said = sayAll(claim, this.sayWorld(moment), moment.documents.get(claim.document), { singleOrigin })
    return {
      ...claim,
      said: { en: said.en ?? '', ar: said.ar ?? '' },
      initials: this.initials(moment, claim),
      glosses: this.glosses(claim),
    }
  }

  private sayWorld(moment: Moment): SayWorld {
    const { ontology, titles, entities, outlet } = this.world.packs
    return {
      ontology,
      titles,
      sayings: ontology.sayings,
      entity: (id) => this.world.entity(moment, id),
      outlet: (name) => entities.get(outlet(name)?.id ?? ''),
      gloss: glossesOf(this.world.packs),
      isPlaceNoun: placeNounsOf(this.world.packs),
      mentions: (document) => moment.mentions.get(document) ?? [],
    }
  }

  private mention(moment: Moment, claim: CaseClaim, part: Part) {
    const { start, end } = part
    if (start === undefined || end === undefined) return undefined
    const all = moment.mentions.get(claim.document) ?? []
    return all.find((mention) => mention.kind === 'person' && overlaps(mention, { start, end }))
  }

  private initials(moment: Moment, claim: CaseClaim): Record<string, string> {
    const out: Record<string, string> = {}
    const { titles } = this.world.packs
    const isPlaceNoun = placeNounsOf(this.world.packs)
    for (const part of parts(claim)) {
      const known = part.entity === undefined ? undefined : this.world.entity(moment, part.entity)
      const mention = known ? undefined : this.mention(moment, claim, part)
      const person = known ?? this.publicFigure(moment, mention?.entities)
      const isPrivate = person
        ? isPrivatePerson(person)
        : mention !== undefined && !isCalledAfter({ start: 0, end: 0, ...part }, mention, isPlaceNoun)
      // Only the name inside the words: "the driver Salim Ahmad" keeps its driver.
      if (isPrivate)
        out[part.text] = mention
          ? part.text.replace(mention.text, initials(mention.text, titles))
          : initials(part.text, titles)
    }
    return out
  }

  private glosses(claim: CaseClaim): ClaimAnswer['glosses'] {
    const gloss = glossesOf(this.world.packs)
    const words = [...parts(claim).map(({ text }) => text), ...Object.values(claim.counts).map((count) => count?.text)]
    const out: ClaimAnswer['glosses'] = {}
    for (const text of [...words, claim.time?.text]) {
      if (text === undefined) continue
      for (const into of ['en', 'ar'] as const) {
        const meant = gloss(text, into)
        if (meant !== null) out[text] = { ...out[text], [into]: meant }
      }
    }
    return out
  }

  private publicFigure(moment: Moment, ids: readonly string[] = []) {
    return ids.length === 1 ? this.world.entity(moment, ids[0]!) : undefined
  }

  private accusesPerson(moment: Moment, claim: CaseClaim): boolean {
    return adverseFillers(claim).some((filler) => {
      const known = filler.entity === undefined ? undefined : this.world.entity(moment, filler.entity)
      return known ? known.kind === 'person' : this.mention(moment, claim, filler) !== undefined
    })
  }

  private async isSingleOrigin(claim: CaseClaim, incidents: readonly CaseIncident[]): Promise<boolean> {
    if (!claim.incident) return true
    const found =
      incidents.find((incident) => incident.id === claim.incident) ??
      (await this.world.kase.incident(claim.incident).catch(() => undefined))
    return !found || found.independence.atLeast <= 1
  }
}

/** Ids of entities that reports brought in, wherever in an incident they stand: its reasons name some. */
const idsIn = ({ reasons, independence, contradictions, grade }: CaseIncident): string[] =>
  wordsIn([reasons, independence, contradictions, grade]).filter(isReported)

const entityOf = (part: Part) => part.entity

interface Part {
  text: string
  entity?: string | undefined
  start?: number | undefined
  end?: number | undefined
}

/** Everything in a claim, or in what stood there before a correction, that may name somebody. */
function parts({ correction, ...claim }: CaseClaim): Part[] {
  const tellings: Partial<CaseClaim>[] = [claim, correction?.before ?? {}]
  return tellings.flatMap(({ chain = [], ...one }): Part[] => [
    ...SLOTS.flatMap((slot) => one[slot] ?? []),
    ...chain.map(({ name, entity, start, end }) => ({ text: name, entity, start, end })),
  ])
}
