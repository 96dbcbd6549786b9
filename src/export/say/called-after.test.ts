import { describe, expect, it } from 'vitest'
import type { Mention } from '../../model/index.js'
import { loadPacks } from '../../packs/index.js'
import { claimOf, filler, say } from '../testing.js'
import { placeNounsOf } from './called-after.js'
import { sayClaim } from './say-claim.js'

const isPlaceNoun = placeNounsOf(await loadPacks())

describe('whoever a place is called after', () => {
  it.each([
    ['the Nasir Halim quarter', 'Nasir Halim', 'the Nasir Halim quarter'],
    ['the Nasir Halim camp', 'Nasir Halim', 'the Nasir Halim camp'],
    ['Nasir Halim airport', 'Nasir Halim', 'Nasir Halim airport'],
    ['Nasir Halim International Airport', 'Nasir Halim', 'Nasir Halim International Airport'],
    ['the Nasir Halim mosque', 'Nasir Halim', 'the Nasir Halim mosque'],
    ['Nasir Halim hospital', 'Nasir Halim', 'Nasir Halim hospital'],
    ['the Nasir Halim street', 'Nasir Halim', 'the Nasir Halim street'],
    ['مطار ناصر حليم الدولي', 'ناصر حليم', 'مطار ناصر حليم الدولي'],
    ['مستشفى ناصر حليم', 'ناصر حليم', 'مستشفى ناصر حليم'],
    ['جامع ناصر حليم', 'ناصر حليم', 'جامع ناصر حليم'],
    ['جسر ناصر حليم', 'ناصر حليم', 'جسر ناصر حليم'],
    ['حي ناصر حليم', 'ناصر حليم', 'حي ناصر حليم'],
    ['وادي ناصر حليم', 'ناصر حليم', 'وادي ناصر حليم'],
    ['مخيم ناصر حليم', 'ناصر حليم', 'مخيم ناصر حليم'],
    // What is somebody's, or stands near him, is no name of a place.
    ['the house of Nasir Halim', 'Nasir Halim', 'the house of [N. H.]'],
    ['the Nasir Halim farm', 'Nasir Halim', 'the [N. H.] farm'],
    ['Nasir Halim house', 'Nasir Halim', '[N. H.] house'],
    ['Nasir Halim attacked camp', 'Nasir Halim', '[N. H.] attacked camp'],
    ['the villa of Nasir Halim', 'Nasir Halim', 'the villa of [N. H.]'],
    ['بيت ناصر حليم', 'ناصر حليم', 'بيت [ن. ح.]'],
    ['the village of Nasir Halim', 'Nasir Halim', 'the village of [N. H.]'],
    ['منزل ناصر حليم', 'ناصر حليم', 'منزل [ن. ح.]'],
    ['مزرعة ناصر حليم', 'ناصر حليم', 'مزرعة [ن. ح.]'],
  ])('is named in its name, and nowhere else: %s', (place, name, shown) => {
    const text = `They were attacked: ${place}.`
    const person: Mention = { id: 'm', kind: 'person', ...filler(text, name), entities: [] }
    for (const slot of ['places', 'counterparts'] as const)
      for (const language of ['en', 'ar']) {
        const claim = claimOf(text, { type: 'attack', [slot]: [filler(text, place)] })
        const context = { ...say(language, [person]), isPlaceNoun }
        expect(sayClaim(claim, { id: 'd', outlet: 'Plain News' }, context)).toContain(shown)
      }
  })
})
