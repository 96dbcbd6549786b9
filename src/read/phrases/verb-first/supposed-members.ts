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
    const described = chunks[set ? i - 2 : i - 1]?.group
    const means = described?.classes.some((c) => MEANS.has(c)) === true
    if (!described || described.definite || described.pronoun || !(arePeople(described) || means)) continue
    const end = endOfSupposition(chunks, i + 1)
    if (end === undefined || (set && chunks[end]?.kind !== 'comma')) continue
    // «طائرة مسيرة يُعتقد أنها تتبع للجيش قتلت …»: whose it is supposed to be, whoever used it is only supposed.
    const owner = chunks[end - 1]!.group!
    if (means && !described.of && arePeople(owner)) {
      if (chunks[end - 2]!.kind === 'preposition') described.of = owner
      else described.nisba = owner
      described.modifiers = [...described.modifiers, lemma]
    }
    chunks.splice(set ? i - 1 : i, set ? end - i + 2 : end - i)
  }
}

const MEANS = new Set(['drone', 'aircraft', 'ship', 'vehicle'])

/** Where «(في) أنهم (ينتمون) إلى الحركة» ends. */
function endOfSupposition(chunks: readonly Chunk[], from: number): number | undefined {
  let k = chunks[from]?.kind === 'preposition' ? from + 1 : from
  const [that, they] = [chunks[k], chunks[k + 1]]
  if (that?.kind !== 'subordinator' || !they?.group?.pronoun || they.tok.attached !== 'after') return undefined
  k += 2
  // «أنها تركية»
  const side = chunks[k]
  if (
    side?.group &&
    side.tok.spelling.nisba &&
    !side.tok.article &&
    !side.group.of &&
    side.group.classes.includes('group')
  )
    return k + 1
  // «ينتمون إلى», «تابعون لـ», «من», «عناصر في»
  if (chunks[k]?.kind === 'verb' || (chunks[k]?.group && chunks[k + 1]?.kind === 'preposition')) k++
  const [preposition, body] = [chunks[k], chunks[k + 1]]
  const whole = preposition?.kind === 'preposition' && body?.group && !body.group.pronoun
  return whole ? k + 2 : undefined
}
