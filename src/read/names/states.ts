import type { Analysis } from '../analysis.js'
import { groupsWithin } from './walk.js'

/** The class of an armed group that goes by a name of its own. */
const FACTION = 'faction'

/** Gives each group that is an armed group by its name that class ("the Red Band", never "men of the Red Band"). */
export function markFactions(analysis: Analysis, isArmedGroup: (entity: string) => boolean): void {
  const armed = analysis.mentions.map((m) => m.kind === 'actor' && m.entities.some(isArmedGroup))
  if (!armed.includes(true)) return
  for (const s of analysis.sentences)
    for (const g of groupsWithin(s))
      if (g.mention !== undefined && armed[g.mention] && g.classes.includes('group') && !g.of)
        g.classes = [...g.classes, FACTION]
}

/** Notes of each group that is a place by where it stands ("from Iran") which party its name also is. */
export function markStates(analysis: Analysis, isParty: (entity: string) => boolean): void {
  const party = analysis.mentions.map((m) => (m.kind === 'place' ? m.entities.find(isParty) : undefined))
  if (party.every((p) => p === undefined)) return
  for (const s of analysis.sentences)
    for (const g of groupsWithin(s)) {
      const state = g.mention === undefined ? undefined : party[g.mention]
      // "the coast of Iran" is a place, whoever governs it.
      if (state !== undefined && analysis.mentions[g.mention!]!.start === g.start && !g.of) g.state = state
    }
}
