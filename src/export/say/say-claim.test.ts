import { describe, expect, it } from 'vitest'
import { CLAIM_STATUSES, CLAIM_TYPES, type Mention } from '../../model/index.js'
import { claimOf, ENTITIES, filler, hop, SAYINGS, say, TITLES } from '../testing.js'
import { displayName, initials, titlesBefore } from './display-name.js'
import { fillFirst, fillForm } from './fill-form.js'
import { sayClaim } from './say-claim.js'

const T = 'On Friday the Red Front freed twenty men of the Blue League in Dale, among them Salim bin Rashid.'
const day = { start: 0, end: 9, text: 'On Friday', from: '2024-05-10', to: '2024-05-10', precision: 'day' as const }
const release = claimOf(T, {
  type: 'prisoner-release',
  agents: [filler(T, 'the Red Front', 'reds')],
  counterparts: [filler(T, 'the Blue League', 'blues')],
  objects: [filler(T, 'twenty men')],
  places: [filler(T, 'Dale', 'dale')],
  time: day,
  chain: [hop('Wire Agency', 'agency', 'wire'), hop('a security source', 'anonymous')],
})
const outlet = { id: 'sha256:0', outlet: 'Plain News' }

describe('a claim as one attributed sentence', () => {
  it('in English', () => {
    expect(sayClaim(release, outlet, say('en'))).toBe(
      'Plain News reports, citing Wire Agency, in turn citing unnamed “a security source”, that Red Front released ' +
        '“twenty men”, of Blue League, in Dale on 10 May 2024.',
    )
  })
  it('in Arabic, the names inflected and the report’s words isolated', () => {
    expect(sayClaim(release, { outlet: 'صحيفة السهل' }, say('ar'))).toBe(
      'ورد في صحيفة السهل، نقلاً عن وكالة السلك، عن «\u2068a security source\u2069» دون تسمية، نبأ إفراج الجبهيين الحمر عن ' +
        '«\u2068twenty men\u2069» (من رابطة الزرق) في الوهدة بتاريخ 10 مايو 2024.',
    )
  })
  it('an outlet’s own voice, a restated text, a text of no outlet', () => {
    const own = { ...release, chain: [], counterparts: [], places: [], time: null }
    const told = 'that Red Front released “twenty men”.'
    expect(sayClaim(own, outlet, say('en'))).toBe(`Plain News reports ${told}`)
    expect(sayClaim(own, { restatedOutlet: 'Plain News' }, say('en'))).toBe(
      `A text restating Plain News reports ${told}`,
    )
    expect(sayClaim(own, {}, say('en'))).toBe(`A text of no named outlet reports ${told}`)
  })
  it.each([
    ['planned', 'as planned and not as done, the release of'],
    ['predicted', 'as a prediction, the release of'],
    ['alleged', 'an allegation that'],
    ['denied', 'a denial that'],
    ['negated', 'that it did not happen that'],
  ] as const)('%s', (status, words) => {
    expect(sayClaim({ ...release, status }, outlet, say('en'))).toContain(words)
  })
  it('words where there are no numbers and no days', () => {
    const vague = {
      ...release,
      time: { ...day, from: null, to: null, precision: 'unknown' as const },
      counts: { released: { start: 0, end: 6, text: 'dozens', min: 24, max: null } },
    }
    expect(sayClaim(vague, outlet, say('en'))).toContain('at a time given as “On Friday” (released: “dozens”).')
  })
  describe('somebody who goes between two sides', () => {
    const M = 'The elders of Dale mediated between the Red Front and the Blue League over a truce.'
    const sides = [filler(M, 'the Red Front', 'reds'), filler(M, 'the Blue League', 'blues')]
    const mediation = claimOf(M, {
      type: 'support',
      mode: 'mediation',
      agents: [filler(M, 'The elders of Dale')],
      counterparts: sides,
      chain: [],
    })
    const said = (more: Partial<typeof mediation>, language: string) =>
      sayClaim({ ...mediation, ...more }, outlet, say(language)).replace(/[\u2066-\u2069]/g, '')
    it.each([
      ['both named', {}, 'that “The elders of Dale” mediated between Red Front and Blue League.'],
      ['one named', { counterparts: sides.slice(0, 1) }, 'that “The elders of Dale” mediated with Red Front.'],
      ['none named', { counterparts: [] }, 'that “The elders of Dale” mediated.'],
      ['nobody who did', { agents: [] }, 'that there was mediation between Red Front and Blue League.'],
      [
        'planned',
        { status: 'planned' as const },
        'mediation by “The elders of Dale” between Red Front and Blue League.',
      ],
      ['a plain helper', { mode: undefined }, 'that “The elders of Dale” supported Red Front and Blue League.'],
    ])('%s, in English', (_, more, words) => {
      expect(said(more as Partial<typeof mediation>, 'en')).toContain(words)
      if (more !== undefined && !('mode' in more))
        expect(said(more as Partial<typeof mediation>, 'en')).not.toContain('support')
    })
    it.each([
      ['both named', {}, 'نبأ وساطة «The elders of Dale» بين الجبهيين الحمر ورابطة الزرق.'],
      ['one named', { counterparts: sides.slice(0, 1) }, 'نبأ وساطة «The elders of Dale» لدى الجبهيين الحمر.'],
      ['nobody who did', { agents: [] }, 'نبأ وساطة بين الجبهيين الحمر ورابطة الزرق.'],
    ])('%s, in Arabic', (_, more, words) => {
      expect(said(more, 'ar')).toContain(words)
    })
  })
  it('one alone does nothing with each other', () => {
    const told = { ...release, type: 'coordination' as const, counterparts: [], places: [], time: null, chain: [] }
    const [front] = release.agents
    const men = filler(T, 'twenty men')
    const said = (agents: typeof release.agents) => sayClaim({ ...told, agents }, {}, say('en'))
    expect(said([front!])).toContain('that Red Front cooperated with others')
    expect(said([front!, men])).toContain('that Red Front and “twenty men” cooperated with each other')
    expect(said([men])).toContain('that “twenty men” cooperated with each other')
  })
  it.each(['denied', 'negated'] as const)('%s, it is no allegation', (status) => {
    const sentence = (language: string) =>
      sayClaim({ ...release, status }, outlet, say(language), { singleOrigin: true })
    expect(sentence('en')).not.toContain('allegation')
    expect(sentence('ar')).not.toContain('ادعاء')
  })
  it('says inside the sentence that there is one origin', () => {
    expect(sayClaim(release, outlet, say('en'), { singleOrigin: true })).toMatch(/\(single-origin allegation\)\.$/)
    expect(sayClaim(release, outlet, say('ar'), { singleOrigin: true })).toMatch(/\(ادعاء من مصدر واحد\)\.$/)
  })
})

describe('every type and status, in every language, full and empty', () => {
  const full = { ...release, objects: [filler(T, 'twenty men')] }
  const empty = claimOf(T, { type: 'attack' })
  for (const language of SAYINGS.keys()) {
    it.each(CLAIM_TYPES.flatMap((type) => CLAIM_STATUSES.map((status) => ({ type, status }))))(
      `${language} $type $status`,
      ({ type, status }) => {
        for (const claim of [full, empty]) {
          const sentence = sayClaim({ ...claim, type, status }, { outlet: 'Plain News' }, say(language))
          expect(sentence).toMatch(/Plain News/)
          expect(sentence).not.toMatch(/[{}[\]]| {2}| [.,،)]|undefined/)
          expect(sentence.endsWith('.')).toBe(true)
        }
      },
    )
  }
})

describe('names in our own sentences', () => {
  const person = (text: string, entities: string[]): Mention => ({
    id: 'm1',
    kind: 'person',
    text,
    start: T.indexOf(text),
    end: T.indexOf(text) + text.length,
    entities,
  })
  it('are never hostile ones', () => {
    expect(displayName(ENTITIES.get('blues')!, 'en', TITLES)).toBe('Blue League')
  })
  it('of private persons are initials, of public figures full', () => {
    expect(displayName(ENTITIES.get('member')!, 'en', TITLES)).toBe('S. R.')
    expect(displayName(ENTITIES.get('member')!, 'ar', TITLES)).toBe('س. ر.')
    expect(displayName(ENTITIES.get('chief')!, 'en', TITLES)).toBe('Nadir Qasim')
  })
  it('one outlet’s name for it only where there is no other, and the id, never its initials, where there is none', () => {
    const only = {
      ...ENTITIES.get('member')!,
      names: [{ name: 'Salim', lang: 'en', kind: 'spelling' as const, outlet: 'x' }],
    }
    expect(displayName(only, 'en', TITLES)).toBe('S.')
    expect(displayName({ ...only, names: [] }, 'en', TITLES)).toBe('member')
  })
  it('beside initials may stand the titles before the name', () => {
    const names = ['Colonel Salim Rashid', 'Salim Rashid', 'العقيد سالم راشد', 'Mr. Colonel Salim']
    expect(titlesBefore(names, TITLES)).toEqual(['Colonel', 'العقيد', 'Mr. Colonel'])
  })
  it('initials stay initials', () => {
    expect(initials('A.M.R', TITLES)).toBe('A. M. R.')
    expect(initials('S. R.', TITLES)).toBe('S. R.')
    expect(initials('عبد الله الأحمد', TITLES)).toBe('ع. ل. أ.')
  })
  it.each([
    ['Colonel Salim bin Rashid', 'S. R.'],
    ['Mr. Salim Rashid', 'S. R.'],
    ['العقيد سالم الأحمد', 'س. أ.'],
    // A title alone is all that there is.
    ['the Colonel', 'T. C.'],
    ['Salim Colonel', 'S. C.'],
  ])('initials are those of the name, without its titles: %s', (name, shown) => {
    expect(initials(name, TITLES)).toBe(shown)
  })
  it('private names inside quoted words are cut too', () => {
    const named = { ...release, objects: [filler(T, 'among them Salim bin Rashid')] }
    const known = [person('Salim bin Rashid', [])]
    expect(sayClaim(named, outlet, say('en', known))).toContain('“among them [S. R.]”')
    expect(sayClaim(named, outlet, say('en', [person('Salim bin Rashid', ['chief'])]))).toContain('Salim bin Rashid')
  })
  it('a private witness is a kind and initials', () => {
    const told = { ...release, chain: [{ ...hop('Salim bin Rashid', 'witness'), ...filler(T, 'Salim bin Rashid') }] }
    expect(sayClaim(told, outlet, say('en', [person('Salim bin Rashid', [])]))).toContain('citing witness (S. R.),')
    // In the other script the stops stay where they are.
    expect(sayClaim(told, outlet, say('ar', [person('Salim bin Rashid', [])]))).toContain('(\u2068S. R.\u2069)')
  })
})

describe('outlets and things in another script', () => {
  const known = { ...say('en'), outlet: (name: string) => (name === 'السلك' ? ENTITIES.get('wire') : undefined) }
  const own = { ...release, chain: [hop('السلك', 'agency')] }
  it('an outlet that the packs know goes by its name in the reader’s language', () => {
    expect(sayClaim(own, { outlet: 'السلك' }, known)).toMatch(/^Wire Agency reports, citing Wire Agency,/)
  })
  it('another keeps its own letters, apart from ours', () => {
    expect(sayClaim({ ...own, chain: [] }, { outlet: 'السهل' }, known)).toMatch(/^\u2068السهل\u2069 reports that/)
  })
  it('things keep the report’s number, and are glossed across scripts', () => {
    const text = 'سلّموا ثلاث بنادق، وسلّموا rifles'
    const rifles = (words: string) => ({
      ...claimOf(text, { type: 'arms-transfer', objects: [filler(text, words, 'rifle')] }),
    })
    expect(sayClaim(rifles('ثلاث بنادق'), outlet, say('en'))).toContain('“\u2068ثلاث بنادق\u2069” were passed on')
    expect(sayClaim(rifles('بنادق'), outlet, say('en'))).toContain('“\u2068بنادق\u2069” [rifle] were passed on')
    expect(sayClaim(rifles('rifles'), outlet, say('en'))).toContain('“rifles” were passed on')
  })
  it('who signs a piece is named', () => {
    const mention: Mention = { id: 'm', kind: 'person', ...filler(T, 'Salim bin Rashid'), entities: [] }
    const signed = { ...release, chain: [{ ...hop('Salim bin Rashid', 'author'), ...filler(T, 'Salim bin Rashid') }] }
    expect(sayClaim(signed, outlet, say('en', [mention]))).toContain('citing “Salim bin Rashid”,')
  })
})

describe('forms', () => {
  it('drop the parts whose slots are empty', () => {
    expect(fillForm('{a}[ of {b}][ in {c}]', { a: 'men', c: 'Dale' })).toBe('men in Dale')
  })
  it('are chosen by what is filled', () => {
    expect(fillFirst(['{a} freed {b}', '{b} went free', 'people went free'], { b: 'men' })).toBe('men went free')
    expect(fillFirst(['{a} freed {b}', 'people went free'], {})).toBe('people went free')
  })
  it('never take a report’s braces for slots', () => {
    expect(fillForm('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x')
  })
})

describe('the number of a verb', () => {
  const EN = 'Attacked: Nadir Qasim, the Red Front, the Blue League, a car, the gunmen, three men, guards of the mill.'
  const attacked = (words: string, id?: string, more: object = {}) =>
    sayClaim(
      claimOf(EN, { type: 'attack', counterparts: [filler(EN, words, id)], ...more }),
      { outlet: 'Plain News' },
      { ...say('en'), gloss: () => null },
    )
  it.each([
    ['a person', 'Nadir Qasim', 'chief', 'Nadir Qasim was attacked'],
    ['a group whose name is singular', 'the Red Front', 'reds', 'Red Front was attacked'],
    ['one thing', 'a car', undefined, '“a car” was attacked'],
    ['several, by the ending', 'guards of the mill', undefined, '“guards of the mill” were attacked'],
    ['several, by the word', 'the gunmen', undefined, '“the gunmen” were attacked'],
  ])('%s', (_, words, id, expected) => {
    expect(attacked(words, id)).toContain(expected)
  })
  it('several, by their number', () => {
    const killed = { ...filler(EN, 'three'), min: 3, max: 3 }
    expect(attacked('three men', undefined, { counts: { killed } })).toContain('“three men” were attacked')
  })
  it('a name in the plural, but of a state or an organization', () => {
    const named = (name: string, sort: string) => {
      const entity = { id: 'x', kind: 'actor' as const, sort, names: [{ name, lang: 'en', kind: 'full' as const }] }
      const claim = claimOf(EN, { type: 'attack', counterparts: [filler(EN, 'a car', 'x')] })
      return sayClaim(claim, { outlet: 'Plain News' }, { ...say('en'), entity: () => ({ ...entity, from: 'pack' }) })
    }
    expect(named('Coast Brigades', 'military-unit')).toContain('Coast Brigades were attacked')
    expect(named('Sons of the Coast', 'armed-group')).toContain('Sons of the Coast were attacked')
    expect(named('Front in the Dales', 'armed-group')).toContain('Front in the Dales was attacked')
    expect(named('United Isles', 'state')).toContain('United Isles was attacked')
  })
})

describe('what is said in Arabic', () => {
  const AR = 'احتُجز رجال من الجبهة في معاقل الرابطة وأُفرج عن أسرى منهم.'
  const said = (more: Parameters<typeof claimOf>[1]) => sayClaim(claimOf(AR, more), { outlet: 'السهل' }, say('ar'))
  it('numbers are parted by an Arabic mark', () => {
    const counts = {
      killed: { ...filler(AR, 'رجال'), min: 2, max: 2 },
      injured: { ...filler(AR, 'أسرى'), min: 3, max: 3 },
    }
    expect(said({ type: 'attack', counts })).toContain('(قتلى: 2؛ جرحى: 3)')
  })
  it('whoever is held or freed is never taken for the one that does it', () => {
    expect(said({ type: 'arrest', counterparts: [filler(AR, 'الجبهة', 'reds')] })).toContain(
      'تعرّض الجبهيين الحمر للاحتجاز',
    )
    const freed = { objects: [filler(AR, 'أسرى منهم')], counterparts: [filler(AR, 'الرابطة', 'blues')] }
    expect(said({ type: 'prisoner-release', ...freed })).toContain('الإفراج عن «أسرى منهم» (من رابطة الزرق)')
  })
  it('an actor is no place; what a report calls a place of his is', () => {
    const attack = (words: string) =>
      sayClaim(
        claimOf(AR, { type: 'attack', places: [filler(AR, words, 'blues')] }),
        { outlet: 'السهل' },
        {
          ...say('ar'),
          entity: () => ({
            id: 'blues',
            kind: 'actor',
            from: 'pack',
            names: [{ name: 'الرابطة', lang: 'ar', kind: 'full' }],
          }),
        },
      )
    expect(attack('الرابطة')).not.toContain(' في الرابطة')
    expect(attack('معاقل الرابطة')).toContain('في «معاقل الرابطة»')
  })
})
