import { arePeople } from '../../people.js'
import type { Chunk } from './chunks.js'
import type { ClauseState } from './clause-state.js'
import { agrees, type Draft } from './draft.js'
import { isQuote } from './group-boundary.js'
import type { Group } from './noun-group.js'
import { PASSES_ON, passesOn } from './subordination.js'

/** A clause at the end of its sentence that only says who told what stands before it. */

/** Reads the verb at `i` as one whose teller stands behind it, where it is; its clause is then the one being read. */
export function closeReport(s: ClauseState, d: Draft, i: number): boolean {
  if (s.conjunction || !canClose(s, d) || !tellerFollows(s, d, i)) return false
  s.open({ verbs: [d] })
  passesOn(s, d)
  return true
}

/** The same of a verb whose teller stands before it. */
export function closeHeadline(s: ClauseState, d: Draft, i: number): boolean {
  const teller = !s.conjunction && canClose(s, d) && tellerBefore(s, d, i)
  if (!teller) return false
  for (const x of s.drafts) for (const f of ['S', 'O', 'O2'] as const) x[f] = x[f].filter((g) => g !== teller)
  s.open({ verbs: [d] })
  d.S = [teller]
  d.subjectBefore = true
  passesOn(s, d)
  return true
}

const canClose = (s: ClauseState, d: Draft) =>
  s.drafts.length > 0 && !d.negated && s.lexicon.saying.has(`${d.lemma}/verb`)

/** «هاجمت الحركة قاعدة، قال ضابط», «…، ذكرت «الشراع»», «…، هكذا رد المتحدث», «…، هذا ما قاله نائب»: the teller behind the verb. */
function tellerFollows(s: ClauseState, d: Draft, i: number): boolean {
  const says = s.chunks.slice(0, i)
  if (says.at(-1)?.kind === 'relative' && isThis(says.at(-2))) says.length -= 2
  else if (says.at(-1)?.tok.reading.role === 'thus') says.length -= 1
  const marked = says.length < i
  if (says.at(-1)?.kind !== 'comma') return false
  if (marked ? d.agreement?.number === 'plural' : d.agreement?.number !== 'singular') return false
  const rest = s.chunks.slice(i + 1).filter((c) => !isQuote(c.tok) && !(marked && c.tok.attached === 'after'))
  if (!rest[0]?.group || rest[0].group.pronoun) return false
  return rest.every(
    (c, k) => c.tok.norm !== ':' && c.kind !== 'subordinator' && (c.kind !== 'verb' || describes(rest, k)),
  )
}

/** «هذا ما»: what was just said. */
const isThis = (c: Chunk | undefined) => c?.group?.pronoun !== undefined && c.tok.reading.role === 'this'

/** «… قاله نائب طلب عدم كشف هويته»: a verb right behind an indefinite group tells of it. */
const describes = (rest: readonly Chunk[], k: number) => {
  const before = rest[k - 1]?.group
  return before !== undefined && !before.definite && agrees(rest[k]!.tok.reading.agreement, before)
}

/** «هاجمت الحركة قاعدة، ضابطان يؤكدان», «….. هيئة بريطانية تعلن»: of a headline, the teller stands before a verb of the present. */
function tellerBefore(s: ClauseState, d: Draft, i: number): Group | undefined {
  const [apart, before] = [s.chunks[i - 2], s.chunks[i - 1]]
  const teller = before?.group
  const kind = s.lexicon.saying.get(`${d.lemma}/verb`)
  if (!teller || teller.pronoun || d.tense !== 'present' || !kind || !PASSES_ON.has(kind)) return undefined
  if (apart?.kind !== 'comma' && !isPause(apart)) return undefined
  if (!agrees(d.agreement, teller) || !(arePeople(teller) || teller.classes.some((c) => TELLS.has(c)))) return undefined
  const rest = s.chunks.slice(i + 1).filter((c) => !isQuote(c.tok))
  const nothingNew = (c: Chunk) =>
    c.kind === 'stop' || c.kind === 'preposition' || c.group?.classes.some((x) => TOLD.has(x)) === true
  return rest.every(nothingNew) ? teller : undefined
}

/** Two stops or more, which headlines have for a dash. */
const isPause = (c: Chunk | undefined) => c !== undefined && /^(?:\.{2,}|…|[–—-])$/u.test(c.tok.text)
const TELLS = new Set(['group', 'source', 'outlet', 'document'])
/** What such a verb may have behind it: whom it is told, and what was told before. */
const TOLD = new Set(['outlet', 'information', 'statement', 'document', 'deal', 'time'])
