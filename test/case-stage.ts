import { afterEach } from 'vitest'
import type { Case } from '../src/case/case.js'
import { createCase, openCase } from '../src/case/open-case.js'
import { stepsOver } from './case-steps.js'

/** Pages of a made-up world, by the name under which they are added. */
export const PAGES: Record<string, string> = {
  one: 'Rimal Post\n2024-02-04\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 4, Salim Sami said. Nothing else.',
  two: 'Sidra Times\n2024-02-05\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 9, Coast Ministry said.',
  talks:
    'Rimal Post\n2024-03-02\nHarbour Front met Valley Union in Sidra on 2024-03-01, Salim Sami said. Valley Union backs Harbour Front.',
  other: 'Sidra Times\n2024-05-01\nValley Union attacked Coast Guard in Sidra on 2024-04-30.',
  near: 'Sidra Times\n2024-02-06\nHarbour Front attacked Coast Army in Sidra on 2024-02-03.',
  empty: 'Sidra Times\n2024-05-01\nThe harvest was good this year.',
}
/** Without the page that only some tests add. */
export const NAMES = Object.keys(PAGES).filter((name) => name !== 'near')
export const by = 'A. Analyst'

/** Cases over those pages, closed after each test. `fresh` gives the location of a case that does not exist yet. */
export function caseStage(fresh: () => Promise<string>) {
  const open: Case[] = []
  let tick = 0
  const now = () => new Date(Date.UTC(2024, 5, 1, 0, 0, tick++)).toISOString()
  const options = (version = '1') => ({ steps: stepsOver(PAGES, version), now })
  afterEach(async () => {
    for (const kase of open.splice(0)) await kase.close()
  })
  return {
    /** A new case that holds these pages. */
    async make(names: readonly string[] = NAMES, location?: string): Promise<Case> {
      const kase = await createCase(location ?? (await fresh()), { name: 'Rimal', tlp: 'amber' }, options())
      open.push(kase)
      await kase.add([...names])
      return kase
    },
    /** The same case opened once more, read by a reader of this version. */
    async again(kase: Case, version = '1'): Promise<Case> {
      const other = await openCase(kase.location, options(version))
      open.push(other)
      return other
    },
  }
}
