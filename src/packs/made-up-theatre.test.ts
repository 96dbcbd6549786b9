import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { IsnadError } from '../model/index.js'
import { checkPacks, loadPacks } from './load.js'
import { newTheatre } from './new-theatre.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'isnad-packs-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A theatre of nowhere: two sides, a town, an outlet. */
const LAND: Record<string, string> = {
  'theatre.yml': `id: orvale
title: { en: Orvale, ar: أورفيل }
languages: [en, ar]
period: { from: 1990, to: 1994-06 }
bbox: [-1.5, 50, 1.5, 52]
maintainers: [A. Person]
licence: CC-BY-4.0
assertions:
  min: { actors: 2, places.town: 1 }
  max: { places: 3 }
`,
  'sources.csv':
    'id,title,publisher,address,opened,licence\natlas,"Atlas, third edition",Press,https://example.org/a,2026-11-20,facts only\n',
  'actors.csv':
    'id,kind,name_en,name_ar,parent,since,until,source\n' +
    'red-band,armed-group,Red Band,العصبة الحمراء,,1990,,atlas\n' +
    'red-scouts,military-unit,Scouts of the Red Band,كشافة العصبة,red-band,,1992-03,atlas\n',
  'people.csv':
    'id,standing,name_en,name_ar,since,until,source\nora-vell,public-figure,Ora Vell,أورا فيل,,,atlas\nnim-tarr,,Nim Tarr,نيم تار,,,atlas\n',
  'roles.csv':
    'person,role_en,role_ar,actor,since,until,source\nora-vell,commander,قائدة,red-band,1990,1993-02-01,atlas\n',
  'places.csv':
    'id,kind,parent,name_en,name_ar,lat,lon,source\nor-north,governorate,,North,الشمال,51.5,0.2,atlas\nor-mill,town,or-north,Mill,الطاحونة,51.4,0.1,atlas\n',
  'outlets.csv':
    'id,kind,lang,country,owner,domain,name_en,name_ar,camp,described_as,described_by,source\n' +
    'orvale-post,newspaper,en;ar,XX,,orvalepost.example;op.example,Orvale Post,بريد أورفيل,red-band,mouthpiece of the Band,Atlas,atlas\n',
  'names/actors.csv':
    'entity,name,lang,kind,outlet,since,until,source\nred-band,RB,en,acronym,,,,atlas\nred-band,the bandits,en,hostile,orvale-post,,,atlas\n',
  'examples/first.yml':
    '- id: freed\n  lang: en\n  text: The Red Band freed ten men.\n  expect: [{ type: prisoner-release, agents: [Red Band], counts: { released: 10 } }]\n- id: song\n  lang: en\n  text: The Red Band released a song.\n  expect: []\n  why: nobody was held\n',
  'README.md': '# Orvale\n',
}

function write(files: Record<string, string>): string {
  const folder = join(dir, 'orvale')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** The theatre's own problems, as code, place in its folder, message and hint. */
function problems(changed: Record<string, string>): string[] {
  const folder = write({ ...LAND, ...changed })
  return checkPacks({ extra: [folder], theatres: ['orvale'], languages: [] })
    .filter((p) => p.place.includes('orvale'))
    .map((p) => `${p.code} ${p.place.replace(/^.*orvale\//, '')} ${p.message}${p.hint ? ` (${p.hint})` : ''}`)
}

describe('a theatre added by files alone', () => {
  test('loads, with its entities, names, offices, parents and outlets', () => {
    const packs = loadPacks({ extra: [write(LAND)], theatres: ['orvale'], languages: [] })
    expect([...packs.theatres.keys()]).toEqual(['orvale'])
    expect(packs.entities.get('red-scouts')).toEqual({
      id: 'red-scouts',
      kind: 'actor',
      sort: 'military-unit',
      parent: 'red-band',
      from: 'pack',
      names: [
        { name: 'Scouts of the Red Band', lang: 'en', kind: 'full' },
        { name: 'كشافة العصبة', lang: 'ar', kind: 'full' },
      ],
    })
    expect(packs.names.filter((n) => n.entity === 'red-band').map((n) => [n.name, n.kind, n.outlet])).toEqual([
      ['Red Band', 'full', undefined],
      ['العصبة الحمراء', 'full', undefined],
      ['RB', 'acronym', undefined],
      ['the bandits', 'hostile', 'orvale-post'],
    ])
    expect(packs.roles.get('ora-vell')?.[0]).toMatchObject({ actor: 'red-band', until: '1993-02-01' })
    expect(packs.ancestors('or-mill')).toEqual(['or-north'])
    expect(packs.entities.get('or-mill')).toMatchObject({ kind: 'place', sort: 'town', lat: 51.4, lon: 0.1 })
    expect(packs.entities.get('nim-tarr')?.standing).toBe('private')
    expect(packs.theatres.get('orvale')?.period).toEqual({ from: '1990', to: '1994-06' })
  })

  test.each([
    ['orvale-post'],
    ['Orvale Post'],
    ['ORVALE POST'],
    ['بريد أورفيل'],
    ['https://www.orvalepost.example/a/b?c'],
    ['news.op.example'],
  ])('finds its outlet by %s', (key) => {
    const packs = loadPacks({ extra: [write(LAND)], theatres: ['orvale'], languages: [] })
    expect(packs.outlet(key)?.id).toBe('orvale-post')
    expect(packs.outlet('post.example')).toBeUndefined()
  })

  test('gives its examples to the reader', () => {
    const { examples } = loadPacks({ extra: [write(LAND)], theatres: ['orvale'], languages: [] })
    expect(examples.map((e) => [e.pack, e.id, e.expect.length])).toEqual([
      ['theatres/orvale', 'freed', 1],
      ['theatres/orvale', 'song', 0],
    ])
  })

  test('a spreadsheet may have saved it: byte-order mark, Windows line ends, empty rows at the end', () => {
    const csv = `\ufeff${LAND['actors.csv']!.replaceAll('\n', '\r\n')},,,,,,,\r\n\r\n`
    expect(problems({ 'actors.csv': csv, 'theatre.yml': `\ufeff${LAND['theatre.yml']}` })).toEqual([])
  })

  test('draws its own outlines, and names the areas of its places', () => {
    const shape = '{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}'
    const file = (place: string, geometry = shape) =>
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"place":"${place}"},"geometry":${geometry}}]}`
    const packs = loadPacks({
      extra: [write({ ...LAND, 'outlines.geojson': file('or-north') })],
      theatres: ['orvale'],
      languages: [],
    })
    expect(packs.theatres.get('orvale')?.outlines).toEqual([{ place: 'or-north', geometry: JSON.parse(shape) }])
    expect(problems({ 'outlines.geojson': file('or-nort') })).toEqual([
      "pack-reference outlines.geojson feature 1: there is no row in places.csv with id 'or-nort' (did you mean 'or-north'?)",
    ])
    expect(problems({ 'outlines.geojson': file('or-north', '{"type":"Point","coordinates":[0,51]}') })[0]).toContain(
      'pack-value outlines.geojson feature 1: geometry.type',
    )
    expect(problems({ 'outlines.geojson': '{' })[0]).toContain('pack-value outlines.geojson not JSON')
  })

  test('only its manifest is required', () => {
    rmSync(join(dir, 'orvale'), { recursive: true, force: true })
    const folder = write({ 'theatre.yml': LAND['theatre.yml']!.replace(/assertions:[\s\S]*/, '') })
    expect(loadPacks({ extra: [folder], theatres: ['orvale'], languages: [] }).entities.size).toBe(0)
  })

  test('two theatres that know one actor share it, with the names of both', () => {
    const other = join(dir, 'theatres', 'farland')
    mkdirSync(other, { recursive: true })
    const manifest = LAND['theatre.yml']!.replace('id: orvale', 'id: farland').replace(/assertions:[\s\S]*/, '')
    writeFileSync(join(other, 'theatre.yml'), manifest)
    writeFileSync(join(other, 'sources.csv'), LAND['sources.csv']!)
    writeFileSync(
      join(other, 'actors.csv'),
      'id,kind,name_en,name_ar,parent,since,until,source\nred-band,armed-group,The Reds,الحمر,,,,atlas\n',
    )
    const packs = loadPacks({ extra: [write(LAND), dir], theatres: ['orvale', 'farland'], languages: [] })
    expect(packs.entities.get('red-band')?.names.map((n) => n.name)).toContain('The Reds')
    expect(packs.entities.get('red-band')?.names.map((n) => n.name)).toContain('Red Band')
  })
})

describe('the version', () => {
  const version = (folder: string) => loadPacks({ extra: [folder], theatres: ['orvale'], languages: [] }).version

  test('is the same for the same files, wherever they lie, and changes with a letter', () => {
    const first = version(write(LAND))
    expect(first).toMatch(/^[0-9a-f]{12}$/)
    dir = mkdtempSync(join(tmpdir(), 'isnad-packs-'))
    expect(version(write(LAND))).toBe(first)
    expect(version(write({ 'names/actors.csv': LAND['names/actors.csv']!.replace('RB', 'RX') }))).not.toBe(first)
  })
})

describe('what is wrong is said with file, line, column and a way out', () => {
  test('the theatre as it is has nothing wrong', () => {
    expect(problems({})).toEqual([])
  })

  test.each<[string, Record<string, string>, string[]]>([
    [
      'an unknown column',
      { 'actors.csv': LAND['actors.csv']!.replace('kind', 'kimd') },
      [
        "pack-column actors.csv:1:1 column 'kind' is missing (columns: id,kind,name_en,name_ar,parent,since,until,source)",
        "pack-column actors.csv:1:4 unknown column 'kimd' (did you mean 'kind'?)",
      ],
    ],
    [
      'a kind that the ontology does not have',
      { 'actors.csv': LAND['actors.csv']!.replace('armed-group', 'armed-grup') },
      [
        "pack-value actors.csv:2:10 kind cannot be 'armed-grup' (did you mean 'armed-group'? (kinds are listed in ontology/kinds.yml))",
      ],
    ],
    [
      'a name kind outside the closed list, after a quoted cell',
      { 'names/actors.csv': 'entity,name,lang,kind,outlet,since,until,source\nred-band,"R, B",en,acronim,,,,atlas\n' },
      ["pack-value names/actors.csv:2:20 kind cannot be 'acronim' (did you mean 'acronym'?)"],
    ],
    [
      'an entity that is not there',
      { 'names/actors.csv': LAND['names/actors.csv']!.replace('red-band,RB', 'red-bend,RB') },
      [
        "pack-reference names/actors.csv:2:1 there is no row in actors.csv with id 'red-bend' (did you mean 'red-band'?)",
      ],
    ],
    [
      'a source that is not there',
      { 'roles.csv': LAND['roles.csv']!.replace(',atlas\n', ',atlas;map\n') },
      ["pack-reference roles.csv:2:51 there is no row in sources.csv with id 'map' (allowed: atlas)"],
    ],
    [
      'a row without a source',
      { 'places.csv': `${LAND['places.csv']}or-fen,village,or-north,Fen,المستنقع,,,\n` },
      ["pack-value places.csv:4:40 'source' is missing"],
    ],
    [
      'an id that stands twice, in two tables',
      { 'people.csv': LAND['people.csv']!.replace('nim-tarr', 'red-band') },
      ["pack-value people.csv:3:1 id 'red-band' stands twice (also at ACTORS:2)"],
    ],
    [
      'parents in a ring',
      { 'actors.csv': LAND['actors.csv']!.replace('الحمراء,,1990', 'الحمراء,red-scouts,1990') },
      [
        "pack-reference actors.csv:2:46 'red-band' is its own ancestor",
        "pack-reference actors.csv:3:62 'red-scouts' is its own ancestor",
      ],
    ],
    [
      'a camp that nobody is named for',
      { 'outlets.csv': LAND['outlets.csv']!.replace('mouthpiece of the Band,Atlas', ',') },
      [
        "pack-value outlets.csv:2:87 camp 'red-band' is not attributed (give the words in described_as and whose they are in described_by, or leave camp empty)",
      ],
    ],
    [
      'a camp and an owner that are not there; an owner that is written out may be',
      {
        'outlets.csv': `${LAND['outlets.csv']!.replace('XX,,', 'XX,blue-band,').replace(',red-band,', ',red-bend,')}fen-radio,radio,en,XX,Fen Media Ltd,,Fen Radio,,,,,atlas\n`,
      },
      [
        "pack-reference outlets.csv:2:32 there is no actor or outlet 'blue-band' (did you mean 'red-band'?)",
        "pack-reference outlets.csv:2:96 there is no actor 'red-bend' (did you mean 'red-band'?)",
      ],
    ],
    [
      'a date that is none',
      { 'actors.csv': LAND['actors.csv']!.replace('1992-03', '1992-13') },
      ["pack-value actors.csv:3:72 until is '1992-13': a date is 2024, 2024-05 or 2024-05-09"],
    ],
    [
      'degrees that are none',
      { 'places.csv': LAND['places.csv']!.replace('51.4', '514') },
      ["pack-value places.csv:3:37 lat is '514': degrees are between -90 and 90"],
    ],
    [
      'a row that lost its quotes',
      { 'sources.csv': LAND['sources.csv']!.replaceAll('"', '') },
      ['pack-value sources.csv:2 the row has 7 cells, the header 6 (quote cells that hold commas)'],
    ],
    [
      'a file that nothing reads',
      { 'actor.csv': 'id\n', 'names/persons.csv': 'entity\n' },
      [
        "pack-unread-file actor.csv nothing reads 'actor.csv' (HINT)",
        "pack-unread-file names/persons.csv nothing reads 'names/persons.csv' (HINT)",
      ],
    ],
    [
      'a manifest key that is unknown',
      { 'theatre.yml': LAND['theatre.yml']!.replace('licence', 'license') },
      [
        "pack-column theatre.yml:7:1 unknown key 'license' (did you mean 'licence'?)",
        "pack-value theatre.yml:1:1 'licence' is missing",
      ],
    ],
    [
      'YAML that is none',
      { 'theatre.yml': LAND['theatre.yml']!.replace('[en, ar]', '[en, ar') },
      ['pack-value theatre.yml:4:1 not YAML'],
    ],
    [
      'fewer rows than asserted, or more',
      { 'theatre.yml': LAND['theatre.yml']!.replace('actors: 2', 'actors: 3').replace('places: 3', 'places: 1') },
      [
        'pack-assertion theatre.yml actors has 2 rows, not at least 3 (mend the table, or move the bound on purpose)',
        'pack-assertion theatre.yml places has 2 rows, not at most 1 (mend the table, or move the bound on purpose)',
      ],
    ],
    [
      'an example with a claim type that is none',
      { 'examples/first.yml': LAND['examples/first.yml']!.replace('prisoner-release', 'prisoner-relase') },
      [
        "pack-value examples/first.yml:4:20 0.expect.0.type cannot be 'prisoner-relase' (did you mean 'prisoner-release'?)",
      ],
    ],
    [
      'a folder that is not called as its manifest says',
      { 'theatre.yml': LAND['theatre.yml']!.replace('id: orvale', 'id: orvalle') },
      ["pack-value theatre.yml id is 'orvalle', the folder 'orvale' (name them alike)"],
    ],
  ])('%s', (_, changed, expected) => {
    const found = problems(changed).map((p) =>
      p
        .replace(/\(a theatre has .*\)/, '(HINT)')
        .replace(/also at \S*actors\.csv/, 'also at ACTORS')
        .replace(/(not YAML).*/, '$1'),
    )
    expect([...new Set(found)].sort()).toEqual([...expected].sort())
  })

  test('the loader throws the first and counts the others', () => {
    const folder = write({ ...LAND, 'actor.csv': 'id\n', 'names/persons.csv': 'entity\n', 'x.csv': 'id\n' })
    const load = () => loadPacks({ extra: [folder], theatres: ['orvale'], languages: [] })
    expect(load).toThrow(IsnadError)
    try {
      load()
    } catch (error) {
      expect((error as IsnadError).message).toBe("nothing reads 'actor.csv'")
      expect((error as IsnadError).hint).toMatch(/; 2 more problems: isnad packs check$/)
    }
  })

  test('broken assertions do not stop the loader', () => {
    const folder = write({ ...LAND, 'theatre.yml': LAND['theatre.yml']!.replace('actors: 2', 'actors: 3') })
    expect(loadPacks({ extra: [folder], theatres: ['orvale'], languages: [] }).theatres.size).toBe(1)
  })

  test('packs that are not there', () => {
    expect(() => loadPacks({ root: join(dir, 'nothing') })).toThrow(/there are no packs/)
    expect(() => loadPacks({ extra: [dir] })).toThrow(/there is no pack in/)
    expect(() => loadPacks({ theatres: ['orvale'] })).toThrow(/there is no theatre 'orvale'/)
  })
})

describe('a new theatre', () => {
  test('loads as it is written', () => {
    const folder = newTheatre(dir, 'orvale', { en: 'Orvale', ar: 'أورفيل' })
    expect(checkPacks({ extra: [folder], theatres: ['orvale'], languages: [] })).toEqual([])
    expect(loadPacks({ extra: [folder], theatres: ['orvale'], languages: [] }).theatres.get('orvale')?.title.ar).toBe(
      'أورفيل',
    )
  })

  test('never overwrites, and takes only ids', () => {
    newTheatre(dir, 'orvale', { en: 'Orvale', ar: 'أورفيل' })
    expect(() => newTheatre(dir, 'orvale', { en: 'Orvale', ar: 'أورفيل' })).toThrow(/exists already/)
    expect(() => newTheatre(dir, 'Or Vale', { en: 'Orvale', ar: 'أورفيل' })).toThrow(/cannot be a theatre's id/)
  })
})
