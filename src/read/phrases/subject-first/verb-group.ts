import type { Span } from '../../../model/index.js'
import type { Predicate } from '../../analysis.js'
import type { Lexicon } from './lexicon.js'
import { startsNounPhrase } from './tag-context.js'
import type { Token } from './token.js'
import { overInsertion } from './verb-insertions.js'

/** A verb with its auxiliaries, negation and modals: "has not been released", "to hand over". */
export interface VerbGroup {
  lemma: string
  span: Span
  form: Predicate['form']
  tense?: 'past' | 'present' | 'future'
  passive: boolean
  negated: boolean
  modality: string[]
  copula: boolean
  /** Under "have": "had seized". */
  perfect: boolean
  /** No auxiliary and a form that past and participle share: finite or reduced relative, its place decides. */
  open: boolean
  /** Bare base form: after a modal, or going on from an infinitive ("to release X and hand over Y"). */
  base: boolean
  /** A participle that goes on from a passive before it ("was beaten, robbed and released"). */
  goesOn?: true
  /** "in order to" and the like before the infinitive. */
  purpose?: string
}

/** The verb group that begins at a token, and the index behind it. */
export function verbGroupAt(
  tokens: readonly Token[],
  from: number,
  lexicon: Lexicon,
): { verb: VerbGroup; next: number } | null {
  let i = from
  let to = false
  let passive = false
  let progressive = false
  let perfect = false
  let be = false
  let negated = false
  let tense: VerbGroup['tense']
  const modality: string[] = []
  let main: Token | undefined
  let lastAux: Token | undefined
  for (; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.pos === 'particle' && t.role === 'to' && !lastAux && !to) to = true
    else if (t.pos === 'auxiliary') {
      const role = t.role ?? ''
      // "Those who do not will be hunted down": the first stands for a verb said before.
      if (role.startsWith('modal') && lastAux) break
      if (role.endsWith('not')) negated = true
      if (role.startsWith('modal')) modality.push(t.lemma)
      if (role.startsWith('have')) {
        // "would have seized", "may have seized": a modal and "have" are a hedge of their own.
        if (lastAux?.role?.startsWith('modal')) modality.push(`${lastAux.lemma} have`)
        perfect = true
      }
      be = role.startsWith('be') || role === 'get'
      lastAux = t
    } else if (t.pos === 'negation') negated = true
    else if (t.pos === 'adverb') {
      if (!verbAhead(tokens, i + 1)) break
      modality.push(t.norm)
    } else if (t.pos === 'verb') {
      if (lastAux && !be && t.form === 'past' && !perfect) break
      main = t
      if (be && t.form === 'participle') passive = true
      if (be && t.form === 'gerund') progressive = true
      i++
      break
    } else {
      const behind = lastAux ? overInsertion(tokens, i) : i
      if (behind === i || !verbAhead(tokens, behind)) break
      i = behind - 1
    }
  }
  if (!main && !lastAux) return null
  if (!main && lastAux && !be && !lastAux.role?.startsWith('be')) {
    // An auxiliary alone stands for its verb ("and the army has none").
    if (lastAux.role?.startsWith('modal')) return null
  }
  const alone = main === undefined
  let lemma = main?.lemma ?? lastAux!.lemma
  let next = i
  // "was responsible for the raid": the copula and its adjective, where the lexicon knows them as one verb.
  const complement = alone && lemma === 'be' ? particleAt(tokens, i, lemma, lexicon) : null
  if (complement) {
    lemma = `${lemma} ${complement.text}`
    next = complement.next
  }
  if (main) {
    const particle = particleAt(tokens, i, lemma, lexicon)
    // "were put on the list": a passive has no object left for a verb of two words, so the word is a preposition.
    // "was called off hours before": but no stretch of time stands behind such a preposition.
    const time = lexicon.classes
      .get(tokens[i + 1]?.readings.find((r) => r.pos === 'noun')?.lemma ?? '')
      ?.includes('time')
    const behind = tokens[i + 1]
    const noun = startsNounPhrase(behind) || behind?.pos === 'noun'
    const phrase = passive && tokens[i]?.pos === 'preposition' && noun && !time
    if (particle && !(phrase && particle.next === i + 1)) {
      lemma = `${lemma} ${particle.text}`
      next = particle.next
    }
  }
  const aux = lastAux !== undefined
  const form: Predicate['form'] = to
    ? 'infinitive'
    : aux && tokens.slice(from, i).some((t) => t.pos === 'auxiliary' && !/^(?:being|having|be|been)$/.test(t.norm))
      ? 'finite'
      : aux && /ing$/.test(tokens.slice(from, i).find((t) => t.pos === 'auxiliary')!.norm)
        ? 'gerund'
        : aux
          ? 'infinitive'
          : main!.form === 'gerund'
            ? 'gerund'
            : main!.form === 'participle' && !main!.readings.some((r) => r.form === 'past')
              ? 'participle'
              : main!.form === 'participle'
                ? 'participle'
                : main!.form === 'base' && !to
                  ? 'finite'
                  : 'finite'
  if (modality.includes('will') || modality.includes('shall')) tense = 'future'
  else if (perfect || main?.form === 'past' || main?.form === 'participle') tense = 'past'
  else tense = progressive || main?.form === 'present' || main?.form === 'base' ? 'present' : 'past'
  return {
    verb: {
      lemma,
      span: { start: tokens[from]!.start, end: tokens[next - 1]!.end },
      form,
      ...(form === 'finite' ? { tense } : perfect && form === 'infinitive' ? { tense: 'past' as const } : {}),
      passive,
      negated,
      modality,
      copula: alone && !complement,
      perfect,
      base: main?.form === 'base' && !to && !aux,
      open:
        !aux &&
        !to &&
        main !== undefined &&
        (main.form === 'past' || main.form === 'participle') &&
        main.readings.some((r) => r.form === 'participle'),
    },
    next,
  }
}

/** Whether the group's verb is still to come behind adverbs and further auxiliaries. */
function verbAhead(tokens: readonly Token[], i: number): boolean {
  for (let j = i; j < tokens.length; j++) {
    const p = tokens[j]!.pos
    if (p === 'verb' || p === 'auxiliary') return true
    if (p === 'particle' && tokens[j]!.role === 'to') return true
    if (p !== 'adverb' && p !== 'negation') return false
  }
  return false
}

/** The second word of a verb of two, where it stands directly behind. */
export function particleAt(
  tokens: readonly Token[],
  i: number,
  verb: string,
  lexicon: Lexicon,
): { text: string; next: number } | null {
  const known = lexicon.particles.get(verb)
  if (!known) return null
  for (const particle of known) {
    const words = particle.split(' ')
    // "pulled out of": the preposition of two words holds the verb's second word.
    if (words.length === 1 && tokens[i]?.pos === 'preposition' && tokens[i]!.norm.startsWith(`${particle} `))
      return { text: particle, next: i }
    if (!words.every((w, k) => tokens[i + k]?.norm === w)) continue
    return { text: particle, next: i + words.length }
  }
  return null
}
