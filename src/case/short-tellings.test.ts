import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../test/support/any-claims.js'
import { world } from '../../test/support/linking.js'
import type { LinkClaim } from '../resolve/index.js'
import { type Telling, tellingOf } from '../weigh/index.js'
import { lengthen, type ShortTellings, shorten } from './short-tellings.js'

it('keeps all that claims tell, each voice once', () => {
  fc.assert(
    fc.property(anyClaims, (items) => {
      // Of one document all is alike but what it claims.
      const key = ({ document }: LinkClaim) => JSON.stringify(document)
      const documents = new Map<string, Telling[]>()
      for (const item of items) documents.set(key(item), [...(documents.get(key(item)) ?? []), tellingOf(item, world)])
      for (const tellings of documents.values()) {
        const short = JSON.parse(JSON.stringify(shorten(tellings))) as ShortTellings
        expect(new Set(short.voices.map((voice) => JSON.stringify(voice))).size).toBe(short.voices.length)
        const back: Telling[] = []
        lengthen(tellings[0]!.document, short, back)
        expect(back).toEqual(tellings)
      }
    }),
    { numRuns: 50 },
  )
})
