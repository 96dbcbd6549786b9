import { describe, expect, test } from 'vitest'
import type { Document, Mention } from '../../model/index.js'
import { loadPacks } from '../../packs/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { exampleDocument } from '../check-example.js'
import { ratchet } from '../known-failures.js'
import { analysis, candidate, functions, group, mention, predicate, sentence } from '../testing.js'
import { attribute } from './attribute.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { attributionGrammar } from './prepare.js'

const packs = loadPacks({ theatres: [] })
const saying: [string, SayingKind][] = [
  ['said', 'say'],
  ['told', 'say'],
  ['added', 'say'],
  ['denied', 'deny'],
  ['accused', 'accuse'],
  ['announced', 'announce'],
  ['citing', 'quote'],
  ['reported', 'report'],
]
const grammar: AttributionGrammar = {
  ...attributionGrammar(packs.languages.get('en')!, packs),
  saying: new Map(saying.map(([lemma, kind]) => [`${lemma}/verb`, kind])),
  governors: new Map(),
  modals: new Map(),
}

const source = { classes: ['source'] }
const official = { classes: ['official', 'person'] }
const body = { classes: ['group'] }

/** A sentence in which each speaker says the next thing, the last one the event; verbs and event are words of the text. */
interface Told {
  speaker?: NounGroup
  verb?: string
  functions?: Predicate['functions']
  negated?: boolean
}
function says(text: string, from: number, to: number, told: Told[], event: string, agent?: NounGroup): Sentence {
  const f = functions({ S: agent ? [agent] : [] })
  const predicates = [
    ...told.map((t) =>
      predicate(
        text,
        t.verb!,
        {
          functions: t.functions ?? functions({ S: t.speaker ? [t.speaker] : [] }),
          ...(t.negated ? { negated: true } : {}),
        },
        from,
      ),
    ),
    predicate(text, event, { functions: f }, from),
  ]
  predicates.forEach((p, i) => {
    if (i > 0) p.governor = { predicate: i - 1, as: 'content' }
  })
  return sentence({ start: from, end: to }, predicates)
}

/** Reads chains and statuses of one candidate a sentence, that of its last predicate. */
function chains(text: string, sentences: Sentence[], mentions: Mention[] = [], document: Partial<Document> = {}) {
  const candidates: Candidate[] = sentences.map((s) => {
    const p = s.predicates.at(-1)!
    return candidate(s, p, { slots: { agents: p.functions.S } })
  })
  const all = { ...exampleDocument('en', text), ...document }
  attribute(all, analysis(text, sentences, mentions), candidates, grammar)
  return candidates.map((c) => ({ type: c.type, status: c.status, chain: c.chain.map((h) => `${h.name}: ${h.kind}`) }))
}

describe('within a sentence', () => {
  test('nobody is named: the outlet says it', () => {
    const text = 'Gunmen attacked a wall.'
    expect(chains(text, [says(text, 0, 23, [], 'attacked')])[0]).toEqual({
      type: 'attack',
      status: 'asserted',
      chain: [],
    })
  })

  test('who said it is the origin', () => {
    const text = 'A security source said gunmen attacked a wall.'
    const speaker = group(text, 'A security source', source)
    expect(chains(text, [says(text, 0, 46, [{ speaker, verb: 'said' }], 'attacked')])[0]!.chain).toEqual([
      'A security source: anonymous',
    ])
  })

  test('told a newspaper: the newspaper passes it on', () => {
    const text = 'A colonel told Mirsad that gunmen attacked a wall.'
    const speaker = group(text, 'A colonel', official)
    const paper = group(text, 'Mirsad', { mention: 0 })
    const told = { verb: 'told', functions: functions({ S: [speaker], O: [paper] }) }
    const mentions = [mention(text, 'Mirsad', 'outlet', 'mirsad')]
    expect(chains(text, [says(text, 0, 50, [told], 'attacked')], mentions)[0]!.chain).toEqual([
      'Mirsad: outlet',
      'A colonel: official',
    ])
  })

  test('told a shepherd: he passes nothing on', () => {
    const text = 'A colonel told a shepherd that gunmen attacked a wall.'
    const told = {
      verb: 'told',
      functions: functions({
        S: [group(text, 'A colonel', official)],
        O: [group(text, 'a shepherd', { classes: ['person'] })],
      }),
    }
    expect(chains(text, [says(text, 0, 54, [told], 'attacked')])[0]!.chain).toEqual(['A colonel: official'])
  })

  test('X said that Y said: from the outermost to the origin', () => {
    const text = 'A colonel said a source told that gunmen attacked a wall.'
    const told = [
      { speaker: group(text, 'A colonel', official), verb: 'said' },
      { speaker: group(text, 'a source', source), verb: 'told' },
    ]
    expect(chains(text, [says(text, 0, 57, told, 'attacked')])[0]!.chain).toEqual([
      'A colonel: official',
      'a source: anonymous',
    ])
  })

  test('the same one twice is one hop', () => {
    const text = 'A colonel said, A colonel told, that gunmen attacked a wall.'
    const told = [
      { speaker: group(text, 'A colonel', official), verb: 'said' },
      { speaker: group(text, 'A colonel', official, 10), verb: 'told' },
    ]
    expect(chains(text, [says(text, 0, 60, told, 'attacked')])[0]!.chain).toEqual(['A colonel: official'])
  })

  test('a clause beside the saying is the outlet’s own', () => {
    const text = 'While a colonel said that gunmen attacked a wall, herders fled.'
    const speaker = group(text, 'a colonel', official)
    const s = sentence({ start: 0, end: 63 }, [
      predicate(text, 'said', { functions: functions({ S: [speaker] }), governor: { predicate: 2, as: 'adverbial' } }),
      predicate(text, 'attacked', { governor: { predicate: 0, as: 'content' } }),
      predicate(text, 'fled'),
    ])
    expect(chains(text, [s])[0]!.chain).toEqual([])
  })

  test('denied: denied, and the denier is its origin', () => {
    const text = 'The army denied that it attacked a wall.'
    const speaker = group(text, 'The army', body)
    expect(chains(text, [says(text, 0, 40, [{ speaker, verb: 'denied' }], 'attacked')])[0]).toEqual({
      type: 'attack',
      status: 'denied',
      chain: ['The army: party'],
    })
  })

  test('did not deny: no denial', () => {
    const text = 'The army never denied that it attacked a wall.'
    const speaker = group(text, 'The army', body)
    const got = chains(text, [says(text, 0, 46, [{ speaker, verb: 'denied', negated: true }], 'attacked')])[0]!
    ratchet('attribute: did not deny', () => expect(got.status).not.toBe('denied'))
  })

  test('did not say: nothing was said', () => {
    const text = 'The army never said that it attacked a wall.'
    const speaker = group(text, 'The army', body)
    expect(chains(text, [says(text, 0, 44, [{ speaker, verb: 'said', negated: true }], 'attacked')])[0]!.chain).toEqual(
      [],
    )
  })

  test('a statement and the body that issued it are one hop, named by the issuer', () => {
    const text = 'A report of the panel said gunmen attacked a wall.'
    const panel = group(text, 'the panel', body)
    const speaker = group(text, 'A report of the panel', { classes: ['document'], of: panel })
    expect(chains(text, [says(text, 0, 50, [{ speaker, verb: 'said' }], 'attacked')])[0]!.chain).toEqual([
      'the panel: party',
    ])
  })

  test('a paper of nobody stands for itself', () => {
    const text = 'A leaked memo said gunmen attacked a wall.'
    const speaker = group(text, 'A leaked memo', { classes: ['document'] })
    expect(chains(text, [says(text, 0, 42, [{ speaker, verb: 'said' }], 'attacked')])[0]!.chain).toEqual([
      'A leaked memo: document',
    ])
  })
})

describe('over the following sentences', () => {
  const first = 'A local source said gunmen attacked a wall.'
  const opening = (text: string) =>
    says(text, 0, first.length, [{ speaker: group(text, 'A local source', source), verb: 'said' }], 'attacked')
  const origin = ['A local source: anonymous']

  test('a plain sentence goes on with the story, and is the outlet’s own in another paragraph', () => {
    const text = `${first} Herders fled.`
    const next = says(text, 44, text.length, [], 'fled')
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(origin)
    expect(chains(text, [opening(text), { ...next, paragraph: next.paragraph + 1 }])[1]!.chain).toEqual([])
  })

  test('"he added" goes on with the last speaker by his fullest name', () => {
    const text = `${first} He added herders fled.`
    const he = group(text, 'He', { pronoun: { person: 3, number: 'singular' } })
    const next = says(text, 44, text.length, [{ speaker: he, verb: 'added' }], 'fled')
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(origin)
  })

  test('"the source added" too', () => {
    const text = `${first} The source added herders fled.`
    const again = group(text, 'The source', { ...source, definite: true })
    const next = says(text, 44, text.length, [{ speaker: again, verb: 'added' }], 'fled')
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(origin)
  })

  test('"another source" is another', () => {
    const text = `${first} Another source added herders fled.`
    const next = says(
      text,
      44,
      text.length,
      [{ speaker: group(text, 'Another source', source), verb: 'added' }],
      'fled',
    )
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(['Another source: anonymous'])
  })

  test('"the military source", after a local one, is another', () => {
    const text = `${first} The military source added herders fled.`
    const again = group(text, 'The military source', { ...source, definite: true, modifiers: ['military'] })
    const next = says(text, 44, text.length, [{ speaker: again, verb: 'added' }], 'fled')
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(['The military source: anonymous'])
  })

  test('a verb of saying without a subject goes on with the last speaker', () => {
    const text = `${first} And added herders fled.`
    const next = says(text, 44, text.length, [{ verb: 'added' }], 'fled')
    expect(chains(text, [opening(text), next])[1]!.chain).toEqual(origin)
  })

  test('a quotation that runs on keeps its speaker, and ends with its mark', () => {
    const text = 'A local source said: "Gunmen attacked a wall. Herders fled." Nobody came.'
    const quote = { start: 22, end: 59 }
    const speaker = group(text, 'A local source', source)
    const one = says(text, 0, 45, [{ speaker, verb: 'said' }], 'attacked')
    const two = says(text, 46, 60, [], 'fled')
    const three = says(text, 61, text.length, [], 'came')
    one.quotes = [quote]
    two.quotes = [quote]
    expect(chains(text, [one, two, three]).map((c) => c.chain)).toEqual([origin, origin, []])
  })

  test('the first sentence has nobody to go on with', () => {
    const text = 'He added herders fled.'
    const he = group(text, 'He', { pronoun: { person: 3, number: 'singular' } })
    const got = chains(text, [says(text, 0, text.length, [{ speaker: he, verb: 'added' }], 'fled')])[0]!
    expect(got.status).toBe('asserted')
  })
})

describe('marks on the whole document', () => {
  const text = 'A colonel said gunmen attacked a wall.'
  const told = () => [says(text, 0, 38, [{ speaker: group(text, 'A colonel', official), verb: 'said' }], 'attacked')]

  test('a credited agency stands outermost', () => {
    expect(chains(text, told(), [], { credit: 'Mirsad' })[0]!.chain).toEqual(['Mirsad: agency', 'A colonel: official'])
  })

  test('so does the author of an opinion piece, inside the agency', () => {
    const piece = `${text}\nThe views expressed are her own.`
    expect(chains(piece, told(), [], { credit: 'Mirsad', author: 'Lena Ortmann' })[0]!.chain).toEqual([
      'Mirsad: agency',
      'Lena Ortmann: author',
      'A colonel: official',
    ])
  })

  test("a reporter's name is no link", () => {
    expect(chains(text, told(), [], { author: 'Lena Ortmann' })[0]!.chain).toEqual(['A colonel: official'])
  })

  test('nor is the outlet itself', () => {
    const told = 'The Valley Post said gunmen attacked a wall.'
    const post = group(told, 'The Valley Post', { classes: ['outlet'] })
    const s = says(told, 0, told.length, [{ speaker: post, verb: 'said' }], 'attacked')
    expect(chains(told, [s], [], { outlet: 'Valley Post' })[0]!.chain).toEqual([])
  })
})

describe('a party that announces its own attack', () => {
  const text = 'The Dawn Movement announced that it attacked a wall.'
  const mentions = [mention(text, 'Dawn Movement', 'actor', 'dawn')]
  const dawn = () => group(text, 'The Dawn Movement', { ...body, mention: 0 })
  const it = (r: NounGroup) => group(text, 'it attacked', { pronoun: { person: 3 }, referents: [r] })

  test('claims responsibility, and is no hop', () => {
    const speaker = dawn()
    const s = says(text, 0, 52, [{ speaker, verb: 'announced' }], 'attacked', it(speaker))
    expect(chains(text, [s], mentions)[0]).toEqual({ type: 'responsibility-claim', status: 'asserted', chain: [] })
  })

  test('of another’s attack it is the origin', () => {
    const gunmen = group(text, 'a wall', { classes: ['person'] })
    const s = says(text, 0, 52, [{ speaker: dawn(), verb: 'announced' }], 'attacked', gunmen)
    expect(chains(text, [s], mentions)[0]).toEqual({
      type: 'attack',
      status: 'asserted',
      chain: ['The Dawn Movement: party'],
    })
  })
})
