import type { Mention } from '../../model/index.js'
import type { Sentence } from '../analysis.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'

/** How far behind a name its colon may stand: "Salem Barhut on Telegram: …". */
const SEAT = 24

const DASH = /^[-–—/|ـ]$/u

/** "Security source: …", «مصدر أمني: …»: whoever stands alone before a colon says what follows it. */
export function byColon(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  const colon = sentence.words.find((w) => w.norm === ':')
  if (!colon) return []
  const group = sentence.groups.find(
    (x) =>
      x.start - sentence.start <= 1 &&
      colon.start - x.end <= (x.mention === undefined ? 1 : SEAT) &&
      x.end <= colon.start,
  )
  if (!group || sentence.predicates.some((p) => p.span.start < colon.start)) return []
  // «عدن – سبأ: …»: a place and an agency are where a report was filed, and nobody who speaks.
  if (sentence.words.some((w) => w.start >= group.end && w.end <= colon.start && DASH.test(w.text))) return []
  // "Sudan: Fighters overran a camp": at the head of a headline a country says what it is about.
  if (sentence.heading && group.state) return []
  // «أنقرة: قالت الوزارة إن …»: before a report that names who says it, a city is where it was filed.
  const after = sentence.predicates.find((p) => p.span.start >= colon.end)
  const named = group.mention === undefined ? undefined : mentions[group.mention]?.kind
  const says = after && after.span.start - colon.end <= 1 && g.saying.has(`${after.lemma}/${after.pos}`)
  const [teller] = says ? after.functions.S : []
  if (named === 'actor' && teller && !teller.implied && teller.start > colon.end) return []
  const transmits =
    g.hopKinds.some(([cls]) => group.classes.includes(cls)) ||
    named === 'actor' ||
    named === 'person' ||
    named === 'outlet'
  if (!transmits) return []
  return [
    {
      sentence,
      speakers: group.members ?? [group],
      cue: colon,
      kind: 'say',
      label: true,
      scope: { start: colon.end, end: sentence.end },
    },
  ]
}
