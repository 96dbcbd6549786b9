import type { Agreement, Government, NounGroup, Predicate } from '../../analysis.js'
import type { EventNoun } from './event-nouns.js'
import type { Verb } from './lexicon.js'
import type { Group } from './noun-group.js'
import type { Tok } from './words.js'

/** A predicate while its clause is being read. */
export interface Draft {
  tok: Tok
  lemma: string
  pos: 'verb' | 'noun'
  form: Predicate['form']
  start: number
  end: number
  verb?: Verb
  agreement?: Agreement
  tense?: Predicate['tense']
  passive: boolean
  negated: boolean
  modality: string[]
  S: Group[]
  O: Group[]
  O2: Group[]
  G: Group[]
  X: Group[]
  P: Record<string, Group[]>
  governor?: { draft: Draft; as: Government; by?: string }
  /** The event noun it was made of. */
  event?: EventNoun
  /** Its subject stands before it or is shared, so that a bare group behind it is an object. */
  subjectBefore?: boolean
  /** The group that opened its clause, subject or not. */
  topic?: Group
  /** Who acts, by a phrase of its own: «على يد مجهولين». */
  agents?: Group[]
  /** It stands in a relative clause. */
  describes?: boolean
  /** It stands in a condition. */
  supposed?: true
  /** What it describes is its object, by the pronoun on it. */
  resumed?: boolean
  /** It stands in a clause of «ما»: «ما كشفه المصدر». */
  what?: true
  /** A subject of another clause that it takes if it finds none of its own. */
  shared?: Group[]
  /** A time is told by it. */
  anchors?: true
  /** A participle behind a comma: what follows belongs to it alone. */
  apart?: boolean
  /** It only says, in a clause put into another one, who tells that one. */
  inserted?: boolean
  /** Told by a phrase: it takes the subject of what governs it. */
  joins?: boolean
  /** Groups that it had taken when its clause was closed. */
  closed?: boolean
}

/** A predicate with nothing in its functions yet. */
export function newDraft(tok: Tok, lemma: string, pos: Draft['pos'], form: Draft['form'], verb?: Verb): Draft {
  return {
    tok,
    lemma,
    pos,
    form,
    start: tok.start,
    end: tok.end,
    verb,
    passive: false,
    negated: false,
    modality: [],
    S: [],
    O: [],
    O2: [],
    G: [],
    X: [],
    P: {},
  }
}

/** Adds a group under a preposition, once. */
export function addPhrase(draft: Draft, preposition: string, group: Group): void {
  const list = draft.P[preposition]
  if (!list) draft.P[preposition] = [group]
  else if (!list.includes(group)) list.push(group)
}

/** Whether a verb with this ending can have the group as its subject. */
export function agrees(agreement: Agreement | undefined, group: Group): boolean {
  if (!agreement || agreement.person === 1 || agreement.person === 2) return agreement === undefined
  const { measure } = group
  if (measure && agreement.number !== 'plural') {
    const { measure: _, ...counted } = group
    if (agrees(agreement, { ...counted, counted: false, agreement: measure })) return true
  }
  const { number, human, feminine } = group.agreement
  const many = (group.members?.length ?? 1) > 1
  const people = human || group.classes.some((c) => c === 'group' || c === 'person')
  if (agreement.number === 'plural')
    return (
      // «خطفوهن»: "them" of women are no men.
      (number === 'plural' && human && !(agreement.gender === 'feminine' && group.case && feminine !== true)) ||
      (many && people) ||
      (group.counted === true && people) ||
      group.pronoun?.number === 'plural'
    )
  if (agreement.number === 'dual')
    return number === 'dual' || group.members?.length === 2 || group.pronoun?.number === 'dual'
  // Before counted things a verb agrees with the number word or with what is counted.
  if (group.counted && !human) return true
  // «باغتت مجاميع», «قال وجهاء»: before and behind bodies in the plural the verb may be of either gender.
  if (number === 'plural' && group.mention === undefined && group.classes.includes('group')) return true
  const isFeminine = number === 'plural' && !human ? true : feminine
  // «الحوثيين»: people named with the ending of men take no feminine verb; «عناصر من الحوثيين» may.
  const named = group.mention !== undefined && (group.case !== undefined || !group.of)
  if (agreement.gender === 'feminine' && named && number === 'plural' && human && !feminine) return false
  // «عناصره استهدفت الحاجز»: men in a plural with no ending of its own may take a feminine verb.
  if (agreement.gender === 'feminine' && number === 'plural' && human && !group.case) return true
  // «الدعم السريع حشدت قوة»: a force that is called by what it is for goes with the forces that are meant.
  if (agreement.gender === 'feminine' && isShortName(group)) return true
  if (agreement.gender === 'feminine') return isFeminine !== false || (isFeminine === undefined && !human)
  return isFeminine !== true
}

const isShortName = ({ mention, classes }: Group) =>
  mention !== undefined && classes.includes('arm') && !classes.includes('unit') && !classes.includes('body')

/** The predicate as the contract gives it. */
export function asPredicate(d: Draft, index: number, indexOf: (d: Draft) => number): Predicate {
  const groups: NounGroup[] = [...d.S, ...d.O, ...d.O2, ...d.G, ...d.X, ...Object.values(d.P).flat()]
  const clause = {
    start: Math.min(d.start, ...groups.map((g) => g.start)),
    end: Math.max(d.end, ...groups.map((g) => g.end)),
  }
  const governor = d.governor && indexOf(d.governor.draft)
  return {
    index,
    lemma: d.lemma,
    pos: d.pos,
    span: { start: d.start, end: d.end },
    clause,
    functions: { S: d.S, O: d.O, O2: d.O2, G: d.G, X: d.X, P: d.P },
    passive: d.passive,
    negated: d.negated,
    definite: d.event ? d.event.group.definite : true,
    form: d.form,
    modality: d.modality,
    ...(d.tense && { tense: d.tense }),
    ...(d.supposed && { supposed: true as const }),
    ...(d.event?.verb && { act: { lemma: d.event.verb.lemma, transitive: d.event.verb.transitive } }),
    ...(d.governor &&
      governor !== undefined &&
      governor >= 0 && {
        governor: { predicate: governor, as: d.governor.as, ...(d.governor.by !== undefined && { by: d.governor.by }) },
      }),
    ...(d.agreement && d.S.length === 0 && { agreement: d.agreement }),
    ...(d.event?.group.quantity && { quantity: d.event.group.quantity }),
  }
}
