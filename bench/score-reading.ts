// npm run accuracy: reads every annotated item of test/gold and prints how much of it the reader finds, by language, with
// the held third apart. `-- --markdown` prints the table of docs/accuracy.md.
import { readDocument } from '../src/capture/index.js'
import { captureKnowledge, defaultSteps } from '../src/case/index.js'
import { loadPacks, StopwordRow, table } from '../src/packs/index.js'
import type { Judge } from './compare-claims.js'
import { type GoldItem, goldItems } from './gold.js'
import { printTallies } from './print-tallies.js'
import { createSameFiller } from './same-filler.js'
import { addItem, emptyTally, type Tally } from './tally.js'

const packs = loadPacks()
const { reader } = defaultSteps(packs)
const knowledge = captureKnowledge(packs)
const stopwords = [...packs.languages.values()].flatMap((pack) => table(pack, 'words/stopwords.csv', StopwordRow))
const judge: Judge = {
  same: createSameFiller(new Set(stopwords.map(({ form }) => form))),
  family: (type) => packs.ontology.types.get(type as never)?.family ?? type,
}

/** The row an item is counted in. */
function rowOf({ language, kind, held }: GoldItem): string {
  const name = kind === 'document' ? 'samples' : `${kind}s`
  return `${language} ${name}${held ? ', held' : ''}`
}

const tallies = new Map<string, Tally>()
for (const item of goldItems().sort((a, b) => (rowOf(a) < rowOf(b) ? 1 : -1))) {
  const bytes = new TextEncoder().encode(item.file)
  const { document } = await readDocument({ path: item.id, bytes }, knowledge)
  // What a language is taken for is no question here: a single short sentence may leave it open.
  const { claims } = reader.read({ ...document, language: item.language })
  const row = rowOf(item)
  const tally = tallies.get(row) ?? emptyTally()
  addItem(tally, item, document.text, claims, judge)
  tallies.set(row, tally)
}
process.stdout.write(printTallies(tallies, process.argv.includes('--markdown')))
