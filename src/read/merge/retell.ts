import { type Candidate, candidatesBySentence, candidatesNear, toldBefore } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { stepsUp } from '../governors.js'
import { arePeople } from '../people.js'

const VIOLENT = new Set(['attack', 'armed-clash', 'assassination', 'kidnapping'])
/** How many sentences before hold what is told again. */
const REACH = 3

/**
 * "The hospital put the dead at nine", "The police blame the clan", "The group denied any part": another voice on the
 * event last told. It is told again with what this voice says of it, and with its parties where the voice names none.
 */
export function retell(candidates: readonly Candidate[]): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (!c.retells && !c.aftermath) continue
    const own = candidatesNear(bySentence, c.sentence).find(
      (o) =>
        o !== c &&
        VIOLENT.has(o.type) &&
        o.predicate.span.start > c.predicate.span.start &&
        o.slots.agents.length + o.slots.counterparts.length > 0,
    )
    const counted = Object.keys(c.counts).length > 0
    const stands = counted || c.aftermath || c.slots.agents.length > 0 || c.status === 'alleged'
    const told = stands
      ? (lastTold(toldBefore(bySentence, c, REACH).filter((o) => canCount(c, o))) ??
        toldAbove(c, candidatesNear(bySentence, c.sentence)))
      : undefined
    const whole = told ? toldWith(told, candidatesNear(bySentence, told.sentence)) : []
    // «حمّلت اللجان الجيش مسؤولية القصف»: the shelling that its own clause names is the one told before.
    if (own?.predicate.pos === 'noun' && own.predicate.definite && own.slots.counterparts.length === 0)
      takeOver(own, whole)
    if (c.aftermath && (own || (told && isOneVoice(c, told)))) continue
    if (told && c.aftermath && !counted) {
      for (const p of c.slots.counterparts) addParty(told.slots.counterparts, p.group, 'whoever is named as a victim')
      c.dropped = 'names victims of what was told before'
      continue
    }
    // "put the number of those killed in the valley in July at ninety": where and when they died is told beside them.
    const dated = c.time !== null && c.time.precision !== 'day' && c.predicate.governor?.as === 'relative'
    if (!own && counted && dated && c.slots.places.length > 0) {
      delete c.retells
      continue
    }
    if (own || !told) {
      c.dropped = own ? 'its own clause tells what it is about' : 'nothing was told that it could be about'
      continue
    }
    if (describes(c, told)) {
      for (const p of c.slots.agents) addParty(told.slots.agents, p.group, 'whoever the act is put down to')
      told.status = c.status
      c.dropped = 'tells whose the event is that it describes'
      continue
    }
    c.type = told.type
    if (told.mode) c.mode = told.mode
    // Those who are only counted are the victims told before.
    const named = c.slots.objects.filter((p) => counted && arePeople(p.group))
    c.slots.objects = counted ? [] : c.slots.objects
    if (counted) c.slots.counterparts = []
    else c.counts = { ...told.counts }
    // «لا يتجاوز عدد القتلى أربعة»: a number that they do not pass is told of what happened.
    if (counted && c.status === 'negated') {
      c.status = 'asserted'
      for (const [key, count] of Object.entries(c.counts))
        if (count) c.counts[key as keyof typeof c.counts] = { ...count, min: null }
    }
    takeOver(c, whole)
    for (const p of named) addParty(c.slots.counterparts, p.group)
    c.time ??= told.time
    c.support.push({ ...told.predicate.clause, for: 'trigger' })
  }
}

/** "put the toll at four dead": of the dead and hurt an attack is counted anew, and no kidnapping. */
const canCount = (c: Candidate, o: Candidate): boolean =>
  o.type !== 'kidnapping' || !['killed', 'injured', 'casualties'].some((k) => c.counts[k] !== undefined)

/** The event last told; those whom a sentence only counts as its dead or hurt are no event of their own. */
const lastTold = (before: readonly Candidate[]) =>
  before.findLast((o) => isTold(o) && !o.aftermath) ?? before.findLast(isTold)

/** "The army blamed the clan for the raid, while the clan blamed the army": what the clause before is about. */
const toldAbove = (c: Candidate, beside: readonly Candidate[]) =>
  (c.status === 'alleged' && c.slots.agents.length > 0) || Object.keys(c.counts).length > 0
    ? beside.findLast((o) => o !== c && isTold(o) && o.predicate.span.start < c.predicate.span.start)
    : undefined

/** Whether one voice tells both: then the one belongs to the other. */
const isOneVoice = (c: Candidate, told: Candidate): boolean =>
  c.chain.length === told.chain.length &&
  c.chain.every((h, i) => (h.entity ?? h.name) === (told.chain[i]!.entity ?? told.chain[i]!.name))

/** «قُتل جنديان في هجوم نُسب إلى المتمردين»: a clause on the very act by which the event is told says whose it was. */
const describes = (c: Candidate, told: Candidate): boolean =>
  c.status === 'alleged' &&
  c.predicate.governor?.as === 'relative' &&
  c.slots.agents.length > 0 &&
  told.slots.agents.length === 0 &&
  told.status === 'asserted' &&
  told.sentence === c.sentence &&
  [...stepsUp(c.predicate, c.sentence)].some(({ up }) => up === told.predicate || up.index === carrierOf(told))
/** «لقوا مصرعهم في كمين نُسب …»: the verb that only supports the event noun. */
const carrierOf = ({ predicate: { governor } }: Candidate) =>
  governor?.as === 'light' ? governor.predicate : undefined

/** Fills what the voice leaves unsaid from the event told before. */
function takeOver(c: Candidate, told: readonly Candidate[]): void {
  for (const slot of ['agents', 'counterparts', 'objects', 'places', 'instruments'] as const)
    if (c.slots[slot].length === 0)
      for (const o of told) for (const p of o.slots[slot]) addParty(c.slots[slot], p.group, 'the event told before')
}

/** «هاجموا قافلة وقتلوا جنودا»: an event and its dead, told in one sentence of those who did it. */
const toldWith = (told: Candidate, beside: readonly Candidate[]) =>
  beside.filter((o) => o === told || (o.type === told.type && isWhole(o, told)))
const isWhole = (o: Candidate, told: Candidate) =>
  !o.retells && !o.dropped && o.predicate.index < told.predicate.index && o.slots.counterparts.length > 0

const isTold = (o: Candidate) =>
  VIOLENT.has(o.type) &&
  !o.retells &&
  !o.dropped &&
  !o.sentence.heading &&
  o.slots.agents.length + o.slots.counterparts.length > 0 &&
  o.status !== 'denied' &&
  o.status !== 'negated'
