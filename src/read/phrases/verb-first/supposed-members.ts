import { arePeople } from '../../people.js'
import type { Chunk } from './chunks.js'
import type { Lexicon } from './lexicon.js'

/**
 * «خطف مسلحون يُرجح أنهم من التنظيم عاملا», «هاجم رجال، يعتقد أنهم ينتمون إلى الحركة، قرية»: whose men some people are supposed to be
 * is neither news nor a part of what they do. It is left out, and the clause goes on.
 */
export function leaveOutSuppositions(chunks: Chunk[], lexicon: Lexicon): void {
  for (let i = 1; i < chunks.length; i++) {
    const { kind, tok } = chunks[i]!
    const { agreement, tense, lemma } = tok.reading
    const impersonal = tense === 'present' && agreement?.number === 'singular' && agreement.gender === 'masculine'
    if (kind !== 'verb' || !impersonal || lexicon.saying.get(`${lemma}/verb`) !== 'believe') continue
    const set = chunks[i - 1]!.kind === 'comma'
    const people = chunks[set ? i - 2 : i - 1]?.group
    if (!people || people.definite || people.pronoun || !arePeople(people)) continue
    const end = endOfSupposition(chunks, i + 1)
    if (end === undefined || (set && chunks[end]?.kind !== 'comma')) continue
    chunks.splice(set ? i - 1 : i, set ? end - i + 2 : end - i)
  }
}

/** Where «(في) أنهم (ينتمون) إلى الحركة» ends. */
function endOfSupposition(chunks: readonly Chunk[], from: number): number | undefined {
  let k = chunks[from]?.kind === 'preposition' ? from + 1 : from
  const [that, they] = [chunks[k], chunks[k + 1]]
  if (that?.kind !== 'subordinator' || !they?.group?.pronoun || they.tok.attached !== 'after') return undefined
  k += 2
  // «ينتمون إلى», «تابعون لـ», «من», «عناصر في»
  if (chunks[k]?.kind === 'verb' || (chunks[k]?.group && chunks[k + 1]?.kind === 'preposition')) k++
  const [preposition, body] = [chunks[k], chunks[k + 1]]
  const whole = preposition?.kind === 'preposition' && body?.group && !body.group.pronoun
  return whole ? k + 2 : undefined
}
