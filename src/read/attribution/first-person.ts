import { covers, type Mention } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { identity } from '../merge/filler.js'
import type { Attribution } from './find.js'

/**
 * Says who "we", "us", "our men" and "I" are: within quotation marks whoever is quoted, elsewhere the one whose statement
 * or answer the text prints. "We" is a speaker's body, "I" himself. A reporter's own "we" stays unknown.
 */
export function resolveFirstPersons(
  c: Candidate,
  { quoted, prints }: { quoted: readonly Attribution[]; prints: NounGroup | undefined },
  candidates: readonly Candidate[],
  mentions: readonly Mention[],
): void {
  for (const slot of Object.values(c.slots))
    for (const { group } of slot)
      for (const x of [group, group.of]) {
        if (x?.pronoun?.person !== 1 || x.referents) continue
        const within = c.sentence.quotes.some((q) => covers(q, x))
        // A quotation that runs on from the sentence before reaches all of this one.
        const reaches = (a: Attribution) => a.sentence !== c.sentence || covers(a.scope, x)
        const told = within ? quoted.findLast(reaches) : undefined
        const voice = told?.speakers[0] ?? prints
        if (!voice || voice.pronoun?.person === 1) continue
        const speaker = voice.referents?.[0] ?? voice
        const known = voice === prints ? candidates : []
        x.referents = [x.pronoun.number === 'plural' ? bodyOf(speaker, known, mentions) : speaker]
      }
}

/**
 * The body for which somebody speaks: what he is described by ("said Awad, a gunner in the Kasra Force"), what the text says
 * the one it prints belongs to, else himself.
 */
function bodyOf(speaker: NounGroup, candidates: readonly Candidate[], mentions: readonly Mention[]): NounGroup {
  const isBody = (x: NounGroup | undefined): x is NounGroup =>
    x !== undefined && (x.mention === undefined ? x.classes.includes('group') : mentions[x.mention]?.kind === 'actor')
  const { apposed } = speaker
  const served = apposed?.classes.includes('group') ? undefined : apposed?.of
  const named = [served, speaker, speaker.of, apposed?.of, speaker.nisba, speaker.of?.of].find(isBody)
  if (named) return named
  const who = identity(mentions, speaker)
  const membership = candidates.find(
    (c) => c.type === 'membership' && c.slots.agents.some((p) => identity(mentions, p.group) === who),
  )
  return membership?.slots.counterparts[0]?.group ?? speaker
}
