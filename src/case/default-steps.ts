import { type CaptureKnowledge, capture } from '../capture/index.js'
import { BylineRow, FurnitureRow, GivenNameRow, loadPacks, MonthRow, type Packs, table } from '../packs/index.js'
import { createReader } from '../read/index.js'
import { describeBy } from './describe-parties.js'
import type { Steps } from './steps.js'

/** The real capture and reader over these packs, or over those that come with the package. */
export function defaultSteps(packs: Packs = loadPacks()): Steps {
  const knowledge = captureKnowledge(packs)
  const reader = createReader(packs)
  return {
    world: { ...packs, describe: describeBy(packs) },
    capture: (inputs, options) => capture(inputs, { knowledge, ...options }),
    reader,
  }
}

/** What capture takes from packs: furniture, bylines, months and given names of all languages, the outlets of all theatres. */
export function captureKnowledge(packs: Packs): CaptureKnowledge {
  // One for each set of packs: whoever captures twice with the same knowledge is served by the same worker.
  const made = known.get(packs) ?? gathered(packs)
  known.set(packs, made)
  return made
}

const known = new WeakMap<Packs, CaptureKnowledge>()

function gathered(packs: Packs): CaptureKnowledge {
  const languages = [...packs.languages.values()]
  const months = languages.flatMap((pack) => table(pack, 'words/months.csv', MonthRow))
  // Levantine months are Gregorian ones by other names.
  const gregorian = months.filter(({ calendar }) => calendar !== 'hijri')
  return {
    furniture: languages.flatMap((pack) => table(pack, 'words/furniture.csv', FurnitureRow)),
    bylines: languages.flatMap((pack) => table(pack, 'words/bylines.csv', BylineRow)),
    months: new Map(gregorian.map((row) => [row.form.toLowerCase(), row.month] as const)),
    givenNames: new Set(
      languages.flatMap((pack) => table(pack, 'words/given-names.csv', GivenNameRow)).map(({ form }) => form),
    ),
    outlets: [...packs.outlets.values()].map(({ id, names, domain }) => ({ id, names, domains: domain ?? [] })),
    tables: [...packs.ontology.tables.values()],
  }
}
