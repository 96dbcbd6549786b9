import type { Analysis } from '../analysis.js'
import { allGroups } from './walk.js'

/** Notes of each group that is a place by where it stands ("from Iran") which party its name also is. */
export function markStates(analysis: Analysis, isParty: (entity: string) => boolean): void {
  const party = analysis.mentions.map((m) => (m.kind === 'place' ? m.entities.find(isParty) : undefined))
  if (party.every((p) => p === undefined)) return
  for (const s of analysis.sentences)
    for (const g of allGroups(s)) {
      const state = g.mention === undefined ? undefined : party[g.mention]
      // "the coast of Iran" is a place, whoever governs it.
      if (state !== undefined && analysis.mentions[g.mention!]!.start === g.start && !g.of) g.state = state
    }
}
