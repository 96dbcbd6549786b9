// How fast documents are read: each step and the whole, beside wink-nlp's tagging of the same English texts in the same
// run, both cold (as a command that reads few documents meets them) and warm (once their rates are steady); how time grows with a document's length; whether memory grows with the number of documents.
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { readDocument } from '../src/capture/index.js'
import { captureKnowledge } from '../src/case/index.js'
import type { Document } from '../src/model/index.js'
import { loadPacks } from '../src/packs/index.js'
import { matchSentence } from '../src/read/frames/match.js'
import { findMentions } from '../src/read/names/mentions.js'
import { findTimes } from '../src/read/phrases/times.js'
import { prepareLanguage } from '../src/read/prepare.js'
import { analyse, readDocument as readClaims } from '../src/read/steps.js'
import { sentences, tokens } from '../src/text/index.js'
import { goldItems } from './gold.js'
import { asColumns } from './print-tallies.js'
import { type ColdAndWarm, coldAndWarm, numberOption, seconds } from './timing.js'

const packs = loadPacks()
const knowledge = captureKnowledge(packs)
const LANGUAGES = ['en', 'ar']
/** Processor seconds that warming the steps of one language may take. */
const WARMING = 45

/** Prints three tables: speed by step, time by length, memory by number of documents. */
export default async function reading(options: readonly string[]): Promise<void> {
  const items = goldItems()
  const documents = new Map<string, Document[]>(LANGUAGES.map((language) => [language, []]))
  for (const item of items.filter(({ kind }) => kind !== 'sentence')) {
    const { document } = await readDocument({ path: item.id, bytes: new TextEncoder().encode(item.file) }, knowledge)
    documents.get(item.language)?.push({ ...document, language: item.language })
  }
  const rates = new Map([...documents].map(([language, texts]) => [language, speed(language, texts)]))
  const [en, ar] = [rates.get('en')!, rates.get('ar')!]
  const share = (state: keyof ColdAndWarm) => (ar[state] / en[state]).toFixed(2)
  console.log(
    `Arabic is read at ${share('cold')} (cold) and ${share('warm')} (warm) of the rate of English (wanted: 0.67)\n`,
  )
  for (const [language, texts] of documents) growth(language, texts)
  memory([...documents.values()].flat(), numberOption(options, '--documents', 5000))
}

/** Gives the whole reader's characters a second, cold and warm. */
function speed(language: string, documents: readonly Document[]): ColdAndWarm {
  const grammar = prepareLanguage(packs.languages.get(language)!, packs)
  // What one step gives the next; the steps are taken in order, so that the first of all is met cold.
  let split: ReturnType<typeof sentences>[] = []
  let worded: ReturnType<typeof tokens>[][] = []
  let analysed: ReturnType<typeof analyse>[] = []
  const context = { today: null, year: null, anchor: null, told: null }
  const { times, rounds } = coldAndWarm(
    {
      whole: () => {
        for (const document of documents) readClaims(document, grammar)
      },
      wink: language === 'en' ? tagging(documents) : () => {},
      segment: () => {
        split = documents.map(({ text }) => sentences(text, { abbreviations: grammar.abbreviations }))
      },
      tokens: () => {
        worded = documents.map(({ text }, i) => split[i]!.map((span) => tokens(text, span)))
      },
      names: () => {
        for (const { text } of documents) findMentions(text, grammar.names, grammar.shapes)
      },
      times: () => {
        for (const [i, { text }] of documents.entries())
          for (const words of worded[i]!) findTimes(text, words, grammar.times, context)
      },
      analysed: () => {
        analysed = documents.map((document) => analyse(document, grammar))
      },
      frames: () => {
        for (const one of analysed) for (const s of one.sentences) matchSentence(s, grammar.frames)
      },
    },
    WARMING,
  )
  const warm = (name: keyof typeof times) => times[name].warm
  const steps: [string, number][] = [
    ['sentences', warm('segment')],
    ['tokens', warm('tokens')],
    ['names', warm('names')],
    ['times', warm('times')],
    [
      'phrases (the rest of finding what stands where)',
      warm('analysed') - warm('segment') - warm('tokens') - warm('names') - warm('times'),
    ],
    ['frames', warm('frames')],
    ['attribution, referents, merge (the rest)', warm('whole') - warm('analysed') - warm('frames')],
    ['the whole reader', warm('whole')],
    ['the whole reader, cold', times.whole.cold],
  ]
  const beside = language === 'en'
  if (beside)
    steps.push(['wink-nlp: sentences and parts of speech', warm('wink')], ['wink-nlp: the same, cold', times.wink.cold])
  const count = split.reduce((n, one) => n + one.length, 0)
  const length = documents.reduce((n, { text }) => n + text.length, 0)
  const rate = (n: number, t: number) => (t > 0 ? Math.round(n / t).toString() : '–')
  const row = ([name, t]: [string, number]) => [
    name,
    rate(documents.length, t),
    rate(count, t),
    rate(length / 1000, t),
    ...(beside ? [((name.endsWith('cold') ? times.wink.cold : warm('wink')) / t).toFixed(2)] : []),
  ]
  console.log(
    `${language}: ${documents.length} documents, ${count} sentences, ${length} characters; warm: best of ${rounds} rounds`,
  )
  const head = ['step', 'documents/s', 'sentences/s', 'thousand characters/s', ...(beside ? ['rate against wink'] : [])]
  console.log(asColumns([head, ...steps.map(row)]))
  return { cold: length / times.whole.cold, warm: length / times.whole.warm }
}

/** wink-nlp on the same texts: sentences, tokens and parts of speech asked for, nothing else. */
function tagging(documents: readonly Document[]): () => void {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  return () => {
    for (const { text } of documents) nlp.readDoc(text).tokens().out(nlp.its.pos)
  }
}

/** One document of growing length, made of all texts over and over. */
function growth(language: string, documents: readonly Document[]): void {
  const grammar = prepareLanguage(packs.languages.get(language)!, packs)
  const all = documents.map(({ text }) => text).join('\n\n')
  const [sample] = documents
  const rows = [10_000, 100_000, 1_000_000].map((size) => {
    const text = all.repeat(Math.ceil(size / all.length)).slice(0, size)
    const t = seconds(() => readClaims({ ...sample!, text }, grammar))
    return [String(size), t.toFixed(2), Math.round(size / t / 1000).toString()]
  })
  console.log(`${language}: one document`)
  console.log(asColumns([['characters', 'seconds', 'thousand characters/s'], ...rows]))
}

/** Memory after each quarter of many documents, each different from all before. */
function memory(documents: readonly Document[], many: number): void {
  const grammars = new Map(LANGUAGES.map((id) => [id, prepareLanguage(packs.languages.get(id)!, packs)]))
  const rows: string[][] = []
  let claims = 0
  for (let i = 1; i <= many; i++) {
    const document = documents[i % documents.length]!
    const cut = document.text.slice((i * 7) % 300, ((i * 7) % 300) + 1200)
    claims += readClaims({ ...document, text: `${cut} (${i})` }, grammars.get(document.language)!).claims.length
    if (i % Math.ceil(many / 8) === 0) {
      globalThis.gc?.()
      const { heapUsed, rss } = process.memoryUsage()
      rows.push([String(i), String(claims), (heapUsed / 2 ** 20).toFixed(0), (rss / 2 ** 20).toFixed(0)])
    }
  }
  console.log(`memory over ${many} documents of up to 1,200 characters`)
  console.log(asColumns([['documents', 'claims so far', 'heap MiB', 'resident MiB'], ...rows]))
}
