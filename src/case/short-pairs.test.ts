import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../test/support/any-claims.js'
import { world } from '../../test/support/linking.js'
import { countPair, tellingOf } from '../weigh/index.js'
import { daysOf, lengthenPair, type PairTelling, type ShortPair, shortenPair } from './short-pairs.js'

it('keeps all that the figures of a pair are counted from', () => {
  fc.assert(
    fc.property(anyClaims, (items) => {
      // Every other claim went into an incident with the one before it.
      const documents = new Map<string, Pick<PairTelling, 'printer' | 'day'>>()
      const tellings = items.map((item, i): PairTelling => {
        const time = i % 4 === 0 ? null : { from: '2023-05-02', to: '2023-05-04' }
        const incident = i % 3 === 0 ? undefined : { id: `i-${i % 2} ${time?.from}`, type: 'attack' as const, time }
        const telling = tellingOf(item, world)
        // A document has one day and one printer, whatever was made up for each of its claims.
        const { printer, day } = documents.get(telling.document) ?? telling
        documents.set(telling.document, { printer, day })
        return { ...telling, printer, day, incident }
      })
      const repeated = [...documents.keys()].slice(0, 2)
      const texts = repeated.map((id) => ({ id, path: id }))
      const republications = texts.length < 2 ? [] : [{ kind: 'near-copy' as const, documents: texts, evidence: '' }]
      const context = { packs: world, republications }
      const short = JSON.parse(JSON.stringify(shortenPair(tellings, new Set(repeated)))) as ShortPair
      expect(new Set(short.voices.map((voice) => JSON.stringify(voice))).size).toBe(short.voices.length)
      const back = lengthenPair(short)
      expect(countPair('a|b', back, context)).toEqual(countPair('a|b', tellings, context))
      const days = (all: PairTelling[]) =>
        new Map(all.map(({ claim, incident, time }) => [claim, incident ? incident.time : time]))
      expect(days(back)).toEqual(days(tellings))
      const stretches = (all: Iterable<unknown>) => new Set([...all].map((one) => JSON.stringify(one ?? null)))
      expect(stretches(daysOf(short))).toEqual(stretches(days(tellings).values()))
    }),
    { numRuns: 300 },
  )
})
