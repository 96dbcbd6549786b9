import { startsNounPhrase, type TagContext } from './tag-context.js'
import { nominalBefore } from './tag-shapes.js'
import { can, canForm, isOf, type Token } from './token.js'

/** Whether a form in "-ing" is a verb here, and no noun: "raids targeting farms", not "the targeting of farms". */
export function isGerund(tokens: Token[], i: number, prev: Token | undefined, context: TagContext): boolean {
  const t = tokens[i]!
  const next = tokens[i + 1]
  const noun = can(t, 'noun')
  if (nominalBefore(prev)) return false
  if (isOf(next)) return false
  if (listsActs(tokens, i)) return true
  // "of shooting dead a guard": the verb's second word stands behind it.
  const second = next !== undefined && !can(next, 'preposition')
  if (second && t.readings.some((r) => r.pos === 'verb' && context.pairs(r.lemma).includes(next.norm))) return true
  const head = next?.readings.find((r) => r.pos === 'noun')
  if (head && context.compound(`${t.norm} ${head.lemma}`)) return false
  if (prev === undefined || prev.pos === 'preposition' || prev.pos === 'subordinator' || prev.pos === 'verb') {
    // "shelter to fleeing al-Qaeda leaders": a verb that acts on nothing describes the noun behind it.
    if (prev?.pos === 'preposition' && describesOnly(tokens, i, context)) return false
    if (!noun) return true
    if (startsNounPhrase(next)) return true
    return next !== undefined && can(next, 'noun') && next.readings.some((r) => r.plural) && prev?.pos !== 'verb'
  }
  if (!noun) return true
  if (startsNounPhrase(next)) return true
  const joint = prev.pos === 'punctuation' || prev.pos === 'conjunction'
  // "rifles, training and funding for the clan": two that are nouns as well and have no object are things listed.
  const [other, behind] = [tokens[i + 2], tokens[i + 3]]
  const things =
    can(other, 'noun') && (behind === undefined || can(behind, 'preposition') || behind.pos === 'punctuation')
  if (joint && next?.pos === 'conjunction' && canForm(other, 'gerund')) return !things
  if (joint) return !noun || (next?.pos === 'preposition' && prev.pos === 'punctuation')
  // "operations targeting ships": what is done to several things is told of the deeds before.
  const several = next?.readings.some((r) => r.pos === 'noun' && r.plural)
  if (prev.plural && prev.pos === 'noun' && context.deed(prev.lemma) && several) return true
  return prev.plural === true && next?.pos === 'preposition'
}

/** "of training, arming and paying the clan": the first of several forms whose last has an object that plainly begins. */
function listsActs(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; ; k += 2) {
    const joint = tokens[k]
    if (joint?.text !== ',' && joint?.pos !== 'conjunction' && !can(joint, 'conjunction')) return false
    if (!canForm(tokens[k + 1], 'gerund')) return false
    if (joint!.text !== ',') return startsNounPhrase(tokens[k + 2])
  }
}

/** Whether a form of a verb without an object stands right before a noun, or a name that describes one. */
function describesOnly(tokens: readonly Token[], i: number, context: TagContext): boolean {
  const [next, behind] = [tokens[i + 1], tokens[i + 2]]
  const noun = next?.pos === 'name' ? behind : next
  const plural =
    noun?.readings.some((r) => r.pos === 'noun' && r.plural) && !noun.readings.some((r) => r.pos === 'verb')
  return plural === true && tokens[i]!.readings.every((r) => r.pos !== 'verb' || context.intransitive(r.lemma))
}
