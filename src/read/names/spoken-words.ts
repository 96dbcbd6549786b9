import {
  AttributionRow,
  CliticsFile,
  ClosedRow,
  InflectionFile,
  type LanguagePack,
  SayingRow,
  table,
  tree,
} from '../../packs/index.js'
import { fold } from '../../text/index.js'
import { wordReadings } from '../phrases/known-words.js'
import type { ShapeGrammar, WordSense } from './shape-grammar.js'

type Spoken = Pick<
  ShapeGrammar,
  'senseOf' | 'tells' | 'accounts' | 'contents' | 'hasPreposition' | 'isAccusative' | 'ruled'
>

/** Words that show who speaks, for a script in which no capitals show names; `known`: whether a word's list has a form. */
export function spokenWords(pack: LanguagePack, known: (form: string) => boolean): Spoken {
  if (pack.phenomena.includes('letter-case'))
    return {
      tells: () => false,
      accounts: new Set(),
      contents: new Set(),
      ruled: new Set(),
      hasPreposition: () => false,
      isAccusative: () => false,
    }
  const closed = table(pack, 'words/closed.csv', ClosedRow)
  // «استنادا إلى»: its last word stands before anything.
  const joining = new Set(
    closed.flatMap((r) => (r.pos === 'preposition' && r.function !== 'according' ? [fold(r.form)] : [])),
  )
  const attribution = table(pack, 'words/attribution.csv', AttributionRow)
  const saying = new Set(
    table(pack, 'words/saying.csv', SayingRow).flatMap((r) =>
      r.pos === 'verb' && !r.with && TELLING.has(r.kind) ? [fold(r.lemma)] : [],
    ),
  )
  const [conjunctions = [], prepositions = [], articles = []] =
    tree(pack, 'grammar/clitics.yml', CliticsFile)?.proclitics.map((slot) => slot.map((s) => fold(s))) ?? []
  const tanwin = tree(pack, 'grammar/inflection.yml', InflectionFile)?.nouns.tanwin
  const fusions = tree(pack, 'grammar/clitics.yml', CliticsFile)?.fusions?.map((f) => fold(f.form)) ?? []
  const readings = wordReadings(pack)
  const sense = (form: string): WordSense | undefined => {
    const all = readings(form)
    if (all.length === 0) return undefined
    return {
      noun: all.some((r) => r.pos === 'noun' || r.pos === 'adjective'),
      human: all.some((r) => r.human),
      says: all.some((r) => r.finite && saying.has(r.lemma)),
      acts: all.some((r) => r.finite || r.masdar),
      act: all.some((r) => r.masdar),
      classed: all.some((r) => r.classed),
      object: all.every((r) => r.accusative),
    }
  }
  const behind = (form: string, clitics: readonly string[]) => {
    const clitic = clitics.find((c) => form.startsWith(c) && form.length > c.length + 1)
    return clitic === undefined ? undefined : form.slice(clitic.length)
  }
  return {
    senseOf: (form) => sense(form) ?? sense(behind(form, articles) ?? ''),
    // «وأكد» may be a word of its own and is one that tells something.
    tells: (form) => [form, behind(form, conjunctions)].some((f) => f && sense(f)?.says),
    accounts: new Set(
      [...closed.map((r) => ({ form: r.form, kind: r.function ?? '' })), ...attribution]
        .filter((r) => ACCOUNTS.has(r.kind))
        .flatMap((r) => fold(r.form).split(' ').slice(-1))
        .filter((word) => !joining.has(word)),
    ),
    contents: new Set(closed.flatMap((r) => (r.function === 'content' ? [fold(r.form)] : []))),
    ruled: new Set(closed.flatMap((r) => (r.pos === 'determiner' ? [fold(r.form)] : []))),
    isAccusative: (written) => tanwin !== undefined && written.includes(tanwin),
    hasPreposition: (form) => {
      const rest = behind(form, prepositions)
      return fusions.some((f) => form.startsWith(f)) || (rest !== undefined && known(rest))
    },
  }
}
const ACCOUNTS = new Set(['according', 'citing'])
/** Sorts of verbs whose subject speaks; whoever threatens or demands may be a body as well. */
const TELLING = new Set(['say', 'deny', 'confirm', 'accuse', 'believe'])
