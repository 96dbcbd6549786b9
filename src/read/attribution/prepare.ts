import {
  AttributionRow,
  BylineRow,
  ClosedRow,
  GovernorRow,
  HedgeRow,
  type LanguagePack,
  NumberRow,
  type Packs,
  SayingRow,
  table,
} from '../../packs/index.js'
import { fold } from '../../text/index.js'
import { classTree } from '../frames/classes.js'
import { contextWords } from '../names/prepare.js'
import type { AttributionGrammar, GovernorEffect, SayingKind } from './grammar.js'

/** Classes of a transmitter's own noun, the telling ones first, and the kind of hop each makes. */
const HOP_KINDS: AttributionGrammar['hopKinds'] = [
  ['anonymous', 'anonymous'],
  ['source', 'anonymous'],
  ['agency', 'agency'],
  ['outlet', 'outlet'],
  ['witness', 'witness'],
  ['expert', 'expert'],
  ['official', 'official'],
  ['leader', 'official'],
  ['document', 'document'],
  ['statement', 'party'],
  ['information', 'document'],
]

/** Compiles a language's lists of saying, governing and hedging words. */
export function attributionGrammar(pack: LanguagePack, packs: Packs): AttributionGrammar {
  const closed = table(pack, 'words/closed.csv', ClosedRow)
  const phrases = table(pack, 'words/attribution.csv', AttributionRow)
  const written = (kind: AttributionRow['kind']) =>
    phrases
      .filter((r) => r.kind === kind)
      .map((r) => fold(r.form).split(' '))
      .sort((a, b) => b.length - a.length)
  const according = [
    ...phrases.filter((r) => r.kind === 'according' || r.kind === 'citing' || r.kind === 'basing').map((r) => r.form),
    ...closed.filter((r) => r.function === 'according').map((r) => r.form),
  ]
  const basing = written('basing')
  const saying = table(pack, 'words/saying.csv', SayingRow)
  const governors = table(pack, 'words/governors.csv', GovernorRow)
  return {
    saying: new Map(saying.filter((r) => !r.with).map((r) => [`${fold(r.lemma)}/${r.pos}`, r.kind as SayingKind])),
    sayingWith: new Map(
      saying
        .filter((r) => r.with)
        .map((r) => [
          `${fold(r.lemma)}/${r.pos}`,
          { kind: r.kind as SayingKind, words: new Set(r.with!.split('|').map((w) => fold(w))) },
        ]),
    ),
    untrue: new Set(
      saying.filter((r) => r.with && r.kind === 'deny').flatMap((r) => r.with!.split('|').map((w) => fold(w))),
    ),
    untrueBehind: prepositions(closed, ['untrue']),
    issued: written('issued'),
    seen: new Set(written('seen').map((f) => f.join(' '))),
    goesOn: written('goes-on'),
    holding: new Set(written('holding').map((f) => f.join(' '))),
    giving: new Set(written('giving').map((f) => f.join(' '))),
    words: new Set(written('told').map((f) => f.join(' '))),
    pointingBack: written('pointing-back'),
    tongues: prepositions(closed, ['according']),
    pointing: new Set(written('pointing').map((f) => f.join(' '))),
    outletHeads: contextWords(pack, 'outlet-head', 'last'),
    asking: new Set(written('asking').map((f) => f.join(' '))),
    adding: new Set(written('adding').map((f) => f.join(' '))),
    countering: new Set(written('countering').map((f) => f.join(' '))),
    oneMore: new Set(written('one-more').map((f) => f.join(' '))),
    accounts: new Set(written('account').map((f) => f.join(' '))),
    terms: written('terms'),
    unconfirmed: written('unconfirmed'),
    governors: new Map(
      governors.map((r) => [
        `${fold(r.lemma)}/${r.pos}`,
        r.effect === 'achieved' ? 'asserted' : (r.effect as GovernorEffect),
      ]),
    ),
    achieving: new Set(governors.filter((r) => r.effect === 'achieved').map((r) => `${fold(r.lemma)}/${r.pos}`)),
    beforeIt: new Set(
      closed.filter((r) => r.pos === 'subordinator' && r.function === 'before').map((r) => fold(r.form)),
    ),
    modals: new Map(table(pack, 'words/hedges.csv', HedgeRow).map((r) => [fold(r.form), r.effect as GovernorEffect])),
    according: byFirstWord(according.map((f) => fold(f).split(' ')).sort((a, b) => b.length - a.length)),
    citing: [...written('citing'), ...basing],
    basing,
    company: prepositions(closed, ['company']),
    channels: prepositions(closed, ['means']),
    ways: prepositions(closed, ['agent', 'means']),
    lacking: new Set(closed.filter((r) => r.function === 'without').map((r) => fold(r.form))),
    bylines: table(pack, 'words/bylines.csv', BylineRow)
      .filter((r) => r.kind === 'author' && r.form.endsWith('{name}'))
      .map((r) => fold(r.form.replace('{name}', '')).trim())
      .filter((b) => b.length > 1),
    opinion: table(pack, 'words/bylines.csv', BylineRow)
      .filter((r) => r.kind === 'opinion')
      .map((r) => fold(r.form)),
    ordinals: new Set(
      table(pack, 'words/numbers.csv', NumberRow)
        .filter((r) => r.kind === 'ordinal')
        .map((r) => fold(r.form)),
    ),
    seats: prepositions(closed, ['place', 'possession', 'part']),
    issuing: prepositions(closed, ['agent', 'source', 'of', 'to']),
    from: prepositions(closed, ['source']),
    whatIsSaid: new Set(closed.filter(saysWhat).map((r) => fold(r.form).split(' ').at(-1)!)),
    thatWords: new Set(
      closed.filter((r) => r.pos === 'subordinator' && r.function === 'content').map((r) => fold(r.form)),
    ),
    tree: classTree(packs.ontology.classes),
    quoted: prepositions(closed, ['about']),
    within: prepositions(closed, ['place']),
    through: new Set(written('through').map((words) => words.join(' '))),
    ascribed: prepositions(closed, ['goal']),
    capacity: prepositions(closed, ['capacity']),
    whereas: new Set(closed.filter((r) => r.pos === 'word' && r.function === 'whereas').map((r) => fold(r.form))),
    entityOf: (name) => packs.outlet(name)?.id,
    sortOf: (entity) => (entity === undefined ? undefined : packs.entities.get(entity)?.sort),
    hopKinds: HOP_KINDS,
  }
}

/** "what", «ما», «حسبما»: words that stand for what is said. */
const saysWhat = (r: ClosedRow) =>
  (r.pos === 'relative' && r.function === 'free') ||
  (r.pos === 'subordinator' && /^(according|what)$/.test(r.function ?? ''))

function prepositions(closed: readonly ClosedRow[], functions: readonly string[]): Set<string> {
  return new Set(
    closed.filter((r) => r.pos === 'preposition' && functions.includes(r.function ?? '')).map((r) => fold(r.form)),
  )
}

function byFirstWord(forms: readonly string[][]): Map<string, string[][]> {
  const out = new Map<string, string[][]>()
  for (const form of forms) out.set(form[0]!, [...(out.get(form[0]!) ?? []), form])
  return out
}
