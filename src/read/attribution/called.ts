import type { Hop, Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import { arePeople } from '../people.js'
import type { Attribution } from './find.js'
import type { Told } from './go-back.js'
import type { AttributionGrammar } from './grammar.js'
import { addTo, lookedAtOnce } from './looked-at-once.js'

const isOffice = (x: NounGroup) => x.classes.some((c) => c === 'official' || c === 'leader' || c === 'expert')

/**
 * "The commander" of whom "brigade commander Saleh Tal said" before, "the Houthi spokesman" of "Lena Orth, the spokesman of
 * the Houthis": an office that a speaker was named with means him, by the name he was given.
 */
export function calledByOffice(speaker: NounGroup, spoken: readonly Told[]): Hop | undefined {
  const one = speaker.definite && !speaker.plural && speaker.agreement?.number !== 'plural' && !speaker.quantity
  if (!one || speaker.mention !== undefined || speaker.pronoun || speaker.apposed || speaker.of || !isOffice(speaker))
    return undefined
  return officialsNamed(spoken)
    .get(speaker.lemma)
    ?.findLast(({ words }) => speaker.modifiers.every((m) => words.has(m)))?.hop
}

/** «محافظ مرزق صالح الهوني … وفق الهوني»: by a part of his name whoever spoke by office and name is told with both again. */
export function calledByName({ mention }: NounGroup, spoken: readonly Told[], mentions: readonly Mention[]) {
  const man = mention === undefined ? undefined : mentions[mention]!
  if (man?.kind !== 'person' || man.entities.length > 0) return undefined
  return menWithOffice(spoken).findLast(({ at }) => mentions[at]!.id === man.id)?.hop
}
/** Those who spoke by an office with their name behind it. */
const menWithOffice = lookedAtOnce(
  (): { at: number; hop: Hop }[] => [],
  (men, { attribution: { speakers }, hops }: Told) => {
    const at = speakers[0]?.apposed?.mention
    const hop = hops.at(-1)
    if (at !== undefined && hop && speakers[0]!.mention === undefined) men.push({ at, hop })
  },
)

/** The officials who spoke by a name, by each word that they were named with. */
const officialsNamed = lookedAtOnce(
  () => new Map<string, { words: ReadonlySet<string>; hop: Hop }[]>(),
  (officials, { attribution: { speakers, sentence }, hops }: Told) => {
    const [named] = speakers
    const hop = hops.at(-1)
    if (!named || named.pronoun || hop?.kind !== 'official' || !isNamed(named)) return
    const from = Math.min(named.start, hop.start ?? named.start)
    const to = Math.max(named.end, named.apposed?.end ?? 0, hop.end ?? 0)
    const within = sentence.words.filter((w) => w.start >= from && w.end <= to)
    const words = new Set(within.flatMap((w) => [w.norm, w.lemma]))
    for (const word of words) addTo(officials, word, { words, hop })
  },
)

const isNamed = (x: NounGroup) => x.mention !== undefined || x.apposed?.mention !== undefined

/** "The UK-based monitor added": a description with a verb of saying more is whoever spoke last, where he can be called so. */
export function saysMore({ predicate, speakers: [speaker] }: Attribution, last: Told, g: AttributionGrammar): boolean {
  const before = last.attribution.speakers[0]
  if (!predicate || !speaker || !before || !g.adding.has(predicate.lemma) || predicate.pos !== 'verb') return false
  if (!speaker.definite || speaker.mention !== undefined || speaker.of || speaker.pronoun || speaker.apposed)
    return false
  return isPerson(speaker) === isPerson(before) && isOne(speaker) === isOne(before)
}
const isPerson = (x: NounGroup) => arePeople(x) && !x.classes.includes('group')
const isOne = (x: NounGroup) =>
  !x.members && !x.plural && x.agreement?.number !== 'plural' && (x.quantity?.max ?? 1) === 1
