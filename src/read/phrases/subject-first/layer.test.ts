import { describe, expect, test } from 'vitest'
import { loadPacks } from '../../../packs/index.js'
import { tokens } from '../../../text/index.js'
import type { Predicate, Sentence } from '../../analysis.js'
import { printFunctions } from '../print.js'
import { subjectFirst } from './layer.js'

const language = loadPacks({ languages: ['en'], theatres: [] }).languages.get('en')!
const phrases = subjectFirst(language)

function read(text: string, heading = false): Sentence {
  return phrases({
    start: 0,
    end: text.length,
    text,
    index: 0,
    paragraph: 0,
    heading,
    tokens: tokens(text),
    mentions: [],
    times: [],
    quotes: [],
  })
}

/** The predicate with this lemma: its functions, then what governs it. */
function shown(text: string, lemma: string, heading = false): string {
  const s = read(text, heading)
  const p = s.predicates.find((x: Predicate) => x.lemma === lemma)
  if (!p) return `no ${lemma}: ${s.predicates.map((x) => x.lemma).join(' ')}`
  const up = p.governor ? ` < ${p.governor.as} ${s.predicates[p.governor.predicate]!.lemma}` : ''
  return `${p.negated ? 'not ' : ''}${printFunctions(text, p.functions)}${up}`
}

describe('what a clause goes on with', () => {
  test.each([
    ['The second provides the terms on which men held by the clan may leave.', 'provide', 'S=The second'],
    ['The deal includes sheltering them, arming them, and paying them.', 'arm', 'O=them < complement include'],
    ['The clan fled, shelling two farms, and burned a mill.', 'shell', 'S=The clan; O=two farms < adverbial flee'],
    [
      'They met with the aim of getting them to cross the river and target foreign traders.',
      'target',
      'S=them; O=foreign traders < conjunct cross',
    ],
    ['They backed raids targeting ferries.', 'target', 'S=raids; O=ferries < relative back'],
    ['The clan wants weapons training courses.', 'want', 'S=The clan; O=weapons training courses'],
    ['They weighed the possibility of the clan lending boats.', 'lend', 'S=the clan; O=boats < complement possibility'],
    ['They left the farm to the army to be shelled.', 'shell', 'S=the army; O=the farm < complement leave'],
    ['They left the farm to the left to be shelled.', 'shell', 'O=the farm < complement leave'],
    ['A tanker had been the one attacked.', 'attack', 'O=A tanker < relative be'],
    ['The town, which the clan controls, was shelled.', 'control', 'S=the clan; O=The town < relative shell'],
    ['The army controls took hours.', 'take', 'S=The army controls'],
    ['In the port, which the clan controls, gunmen shot a cook.', 'shoot', 'S=gunmen; O=a cook; in=the port'],
    ['The raid, the mayor said, took place near the dam.', 'take place', 'S=The raid; near=the dam < content say'],
    [
      'They hold rifles and related parts, mines, and shells, as well as boats.',
      'hold',
      'S=They; O=rifles and related parts, mines, and shells, as well as boats',
    ],
    ['They seized mines and fled, and shells were found.', 'seize', 'S=They; O=mines'],
    [
      'They freed a cook, known as a spy, along with a guard, from the jail.',
      'free',
      'S=They; O=a cook; along with=a guard; from=the jail',
    ],
    ['In return for six guards, six miners went home.', 'go', 'S=six miners; in return for=six guards'],
  ])('%s: %s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('subjects', () => {
  test.each([
    ['The gunmen stormed the post and killed two guards.', 'kill', 'S=The gunmen; O=two guards < conjunct storm'],
    ['Fighters from the hills near the dam attacked a convoy.', 'attack', 'S=Fighters; O=a convoy; near=the dam'],
    ['The militia, which holds the port, released a captain.', 'release', 'S=The militia; O=a captain'],
    ['The men who robbed the bank fled the town.', 'flee', 'S=The men; O=the town'],
    ['Soldiers wounded in the ambush were flown to the capital.', 'fly', 'O=Soldiers; to=the capital'],
    [
      'The gunmen who attacked the checkpoint fled to the marshes.',
      'attack',
      'S=The gunmen; O=the checkpoint < relative flee',
    ],
    ['A boat that the navy had seized sank off the cape.', 'seize', 'S=the navy; O=A boat < relative sink'],
    ['The rebels and the army exchanged prisoners.', 'exchange', 'S=The rebels and the army; O=prisoners'],
    ['The militia it handed over a quantity of weapons.', 'hand over', 'S=The militia; O=a quantity of weapons'],
    ['Nobody attacked the convoy.', 'attack', 'not S=Nobody; O=the convoy'],
    ['The crew met no official.', 'meet', 'not S=The crew; O=no official'],
    ['The trader it has been holding since spring is ill.', 'hold', 'S=it; O=The trader < relative be'],
    ['The crew told the clan it would leave at dawn.', 'leave', 'S=it; at=dawn < content tell'],
    ['Rifles they had taken from it were sold.', 'sell', 'O=Rifles'],
    ['The two stopped shelling the dam.', 'stop', 'S=The two'],
    ['The two wounded guards fled.', 'flee', 'S=The two wounded guards'],
    [
      'A text signed by the cartel and the mayor sets a date.',
      'sign',
      'S=the cartel and the mayor; O=A text; by=the cartel and the mayor < relative set',
    ],
    ['A nurse died and two others were wounded in the raid.', 'wound', 'O=two others; in=the raid'],
    [
      'The raiders had come back and taken away the cook.',
      'take away',
      'S=The raiders; O=the cook < conjunct come back',
    ],
    ['The men had been beaten and taken to the dam.', 'take', 'O=The men; to=the dam < conjunct beat'],
    ['When guards arrived the raiders fired on them.', 'fire on', 'S=the raiders; O=them'],
    ['When the men held at the dam arrived the clan fled.', 'hold', 'O=the men; at=the dam < relative arrive'],
    ['Before freeing them, he said, the clan took a ransom.', 'free', 'S=the clan; O=them < adverbial take'],
    ['A merchant whose trucks he had seized paid them.', 'seize', 'S=he; O=trucks'],
    ['The gang threatened her on Monday.', 'threaten', 'S=The gang; O=her; on=Monday'],
    ['The gang burned her house.', 'burn', 'S=The gang; O=her house'],
    ['Each accused the other of a raid.', 'accuse', 'S=Each; O=the other; of=a raid'],
    ['Each side accused the other of a raid.', 'accuse', 'S=Each side; O=the other; of=a raid'],
    ['The miners asked the clan and the guard for boats.', 'ask', 'S=The miners; O=the clan and the guard; for=boats'],
    ['Envoys for the clan and the guard met.', 'meet', 'S=Envoys for the clan and the guard'],
    ['Rifles that the clan sold the rebels were found.', 'sell', 'S=the clan; O=Rifles; O2=the rebels < relative find'],
    ['Men left a jail held by the clan as part of a plan to share boats.', 'share', 'S=Men; O=boats < complement plan'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('what stands apart from the clause', () => {
  test.each([
    [
      'Two guards held for a week by the clan (see page 3) near the dam were handed to a nurse.',
      'hold',
      'S=the clan; O=Two guards; for=a week; by=the clan; near=the dam < relative hand',
    ],
    ['The envoy told reporters (I was there) that the clan had fled.', 'flee', 'S=the clan < content tell'],
    ['The ties between the clan (the old one) and armed groups were cut.', 'cut', 'O=The ties'],
    ['OSTBY, Aug (Wren) – A convoy in the gorge, led by a guide, left.', 'leave', 'S=A convoy; in=the gorge'],
    ['(Ostby) – The mayor fled.', 'flee', 'S=The mayor'],
    ['The mayor – the last of his line – fled.', 'flee', 'S=The mayor'],
    ['The clan (whose men fled) seized the dam.', 'seize', 'S=The clan; O=the dam'],
    ['The clan freed the nurse (the miller said so.', 'free', 'S=The clan; O=the nurse < content say'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('noun groups', () => {
  test.each([
    ['The ambush cost 24 soldiers their lives.', 'cost', 'S=The ambush; O=their lives; O2=24 soldiers'],
    ['The clan paid $43,000 a month to the guards.', 'pay', 'S=The clan; O=$43,000; to=the guards'],
    ['The clan wants K50 million.', 'want', 'S=The clan; O=K50 million'],
    ['The army found an “Ostby spy network” in the port.', 'find', 'S=The army; O=an “Ostby spy network; in=the port'],
    ['The army broke a “truce”.', 'break', 'S=The army; O=a “truce'],
    [
      'Guards supervising the Orvale–Ostby road were kidnapped.',
      'supervise',
      'S=Guards; O=the Orvale–Ostby road < relative kidnap',
    ],
    [
      'It left its camps in the Orvale and Ostby districts.',
      'leave',
      'S=It; O=its camps; in=the Orvale and Ostby districts',
    ],
    ['It left the Orvale and the army fled.', 'flee', 'S=the army'],
    ['Three nurses and the former defence minister fled.', 'flee', 'S=Three nurses and the former defence minister'],
    ['The former fled.', 'flee', 'S=The former'],
    ['Ten days of talks in Ostby ended.', 'end', 'S=Ten days of talks; in=Ostby'],
    ['The clan freed a nurse only after a year.', 'free', 'S=The clan; O=a nurse; after=a year'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('clauses within clauses', () => {
  test.each([
    [
      'The blast at the mill, which killed two nurses, was heard.',
      'kill',
      'S=The blast; O=two nurses < relative blast',
    ],
    ['The mill at the ford, which lies in ruins, burned.', 'lie', 'S=the ford; in=ruins < relative burn'],
    ['There are foreign guards in the port arming the clan.', 'arm', 'S=foreign guards; O=the clan < relative be'],
    ['The clan got two guards released, who had been kidnapped.', 'kidnap', 'O=two guards < relative release'],
    ['In a letter the clan said it was ready.', 'say', 'S=the clan; in=a letter'],
    ['The envoy said he “welcomed every effort”.', 'welcome', 'S=he; O=every effort < content say'],
    ['The envoy told the judge that two men, cousins of his, returned.', 'return', 'S=two men < content tell'],
    ['A guard was sent off, and the coach admitted that he had erred.', 'admit', 'S=the coach'],
    ['These are the things we learned in the port.', 'learn', 'S=we; O=the things; in=the port < relative be'],
    ['The chief is in talks and has been offered a house.', 'offer', 'O=a house; O2=The chief < conjunct be'],
    [
      'The paper said the clan had seized a mill, and blamed the army.',
      'blame',
      'S=The paper; O=the army < conjunct say',
    ],
    ['The paper said the clan had seized a mill and burned it.', 'burn', 'S=the clan; O=it < conjunct seize'],
    ['It was carried by channels linked to the clan.', 'link', 'O=channels; to=the clan < relative carry'],
    [
      'The clan received two rifles and the promise of more.',
      'receive',
      'S=The clan; O=two rifles and the promise of more',
    ],
    ['The clan received two rifles and the army fled.', 'flee', 'S=the army'],
    ['Adam, for the clan, and an elder, for the miners, met near the dam.', 'meet', 'S=Adam | an elder; near=the dam'],
    [
      'The step falls within an accord that binds them, and follows a truce.',
      'follow',
      'S=The step; O=a truce < conjunct fall',
    ],
    ['The clan made itself master of the port.', 'make', 'S=The clan; O=itself; O2=master of the port'],
    ['The letter itself names the clan.', 'name', 'S=The letter; O=the clan'],
    ['Nine nurses, some of them staff of a bank, were freed.', 'free', 'O=Nine nurses'],
    ['Some of them attack convoys.', 'attack', 'S=Some of them; O=convoys'],
    ['It is the firms that pay the clan.', 'pay', 'S=the firms; O=the clan < relative be'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('voice', () => {
  test.each([
    ['Four guards were killed by a mine.', 'kill', 'S=a mine; O=Four guards; by=a mine'],
    ['The militants were given rifles by the tribe.', 'give', 'S=the tribe; O=rifles; O2=The militants; by=the tribe'],
    ['The tribe gave the militants rifles.', 'give', 'S=The tribe; O=rifles; O2=the militants'],
    ['Ten men were killed and twenty wounded.', 'wound', 'O=twenty'],
    [
      'The movements were put on the list by the ministry.',
      'put',
      'S=the ministry; O=The movements; on=the list; by=the ministry',
    ],
    ['The clan was to put on the uniforms.', 'put on', 'S=The clan; O=the uniforms < complement be'],
    ['The raid left 12 dead and 30 wounded.', 'wound', 'O=30 < relative leave dead'],
    ['The raid left a widow and 30 wounded the guard.', 'wound', 'S=30; O=the guard'],
    ['The clan had “burned” six mills.', 'burn', 'S=The clan; O=six mills'],
    ['Mules which the clans had both been promised fled.', 'promise', 'O=the clans'],
    [
      'The men were flown to the coast on a plane, given rifles and driven by a guide to the camp.',
      'give',
      'O=rifles; O2=The men < conjunct fly',
    ],
    [
      'The men were flown to the coast on a plane, given rifles and driven by a guide to the camp.',
      'drive',
      'S=a guide; O=The men; by=a guide; to=the camp < conjunct give',
    ],
    ['The colonel was reported killed in the raid.', 'kill', 'O=The colonel; in=the raid < complement report'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })

  test('a line without a stop is passive where no object follows', () => {
    expect(shown('Two soldiers killed in mountain ambush', 'kill')).toBe('O=Two soldiers; in=mountain ambush')
    expect(shown('Rebels, army swap dozens of prisoners', 'swap')).toBe('S=Rebels, army; O=dozens of prisoners')
    expect(shown('Rebels to release captured crew', 'release')).toBe('S=Rebels; O=captured crew')
  })
})

describe('verbs of two words', () => {
  test.each([
    ['The clan handed the captives over to the brigade.', 'hand over', 'S=The clan; O=the captives; to=the brigade'],
    ['The warden set nine detainees free.', 'set free', 'S=The warden; O=nine detainees'],
    [
      'The garrison let the column pass through the gorge.',
      'let pass',
      'S=The garrison; O=the column; through=the gorge',
    ],
    ['The brigade pulled out of the valley.', 'pull out', 'S=The brigade; out of=the valley'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('governing', () => {
  test.each([
    [
      'The guards freed the man known as the Falcon, along with two nephews, from the prison.',
      'free',
      'S=The guards; O=the man; along with=two nephews; from=the prison',
    ],
    [
      'The guards freed the man known as the Falcon, along with two nephews, from the prison.',
      'know',
      'O=the man; as=the Falcon < relative free',
    ],
    [
      'Officers strongly suspect that the cartel burned the mill.',
      'burn',
      'S=the cartel; O=the mill < content suspect',
    ],
    [
      'Guns that the firm delivered to the rebels have come into the hands of the cartel.',
      'deliver',
      'S=the firm; O=Guns; to=the rebels < relative come',
    ],
    ['Men said that the guards held in the raid have fled.', 'hold', 'O=the guards; in=the raid < relative say'],
    ['After five hours commandos stormed the mill.', 'storm', 'S=commandos; O=the mill'],
    ['The militia agreed to free the crew.', 'free', 'S=The militia; O=the crew < complement agree'],
    ['The general persuaded the rebels to leave the town.', 'leave', 'S=the rebels; O=the town < complement persuade'],
    ['The governor accused the party of the bombing.', 'accuse', 'S=The governor; O=the party; of=the bombing'],
    ['The envoy requested advanced rifles.', 'request', 'S=The envoy; O=advanced rifles'],
    ['The envoy said that no clan had sold rifles.', 'sell', 'not S=no clan; O=rifles < content say'],
    ['The clan got money from “the Council”.', 'get', 'S=The clan; O=money; from=the Council'],
    ['The governor accused the party of arming gunmen.', 'arm', 'S=the party; O=gunmen < complement accuse'],
    ['The army massed troops in order to cut the road.', 'cut', 'S=The army; O=the road < purpose mass'],
    ['Officials said the group had seized a tanker.', 'seize', 'S=the group; O=a tanker < content say'],
    ['The group had seized a tanker, officials said.', 'seize', 'S=The group; O=a tanker < content say'],
    ['The group had seized a tanker, said the officials.', 'say', 'S=the officials'],
    ['The group had seized a tanker, says the report.', 'say', 'S=the report'],
    ['The clans no longer attack the army.', 'attack', 'not S=The clans; O=the army'],
    [
      'The tribe freed a nurse in exchange for receiving two rifles.',
      'receive',
      'S=The tribe; O=two rifles < return free',
    ],
    [
      'While residents say that the militia fled, the army has since shelled the village.',
      'shell',
      'S=the army; O=the village',
    ],
    [
      'While residents say that the militia fled, the army has since shelled the village.',
      'flee',
      'S=the militia < content say',
    ],
    ['The group plans to attack the port and seize ships.', 'seize', 'S=The group; O=ships < conjunct attack'],
    ['The militia helped the smugglers cross the border.', 'cross', 'S=the smugglers; O=the border < complement help'],
    ['The wire quoted an officer as saying that drones had struck the base.', 'say', 'S=an officer < content quote'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('event nouns', () => {
  test.each([
    ['Gunmen carried out an attack on the harbour.', 'attack', 'S=Gunmen; on=the harbour < light carry out'],
    [
      'The release of nine sailors by the militia was announced.',
      'release',
      'S=the militia; G=nine sailors; by=the militia < object announce',
    ],
    ["The rebels' attack on the town failed.", 'attack', 'X=The rebels; on=the town < object fail'],
    ['The talks between the clan and the army collapsed.', 'talk', 'between=the clan and the army < object collapse'],
    ['The two sides discussed a plan of attacks on ships.', 'attack', 'S=The two sides; on=ships < of plan'],
    ['No meeting took place in the valley.', 'meeting', 'not in=the valley < light take place'],
  ])('%s', (text, lemma, expected) => {
    expect(shown(text, lemma)).toBe(expected)
  })
})

describe('parts of speech by the neighbours', () => {
  test.each([
    ['The two groups share intelligence about patrols.', 'share/verb'],
    ['The group coordinates with the clan.', 'coordinate/verb'],
    ['The captured soldiers returned home.', 'return home/verb'],
    ['They did not own a single rifle.', 'own/verb'],
    ['The families demanded that the militia release their sons.', 'demand/verb release/verb'],
    ['He added the rebels plan to burn mills.', 'add/verb plan/verb burn/verb'],
    ['He has once again blamed the army.', 'blame/verb'],
    ['A notice released in the port states that the crew fled.', 'release/verb state/verb flee/verb'],
    ['The letter was sent after two nurses and a miller were killed.', 'send/verb kill/verb'],
    ['The blast caused some damage, but no casualties.', 'cause/verb'],
  ])('%s', (text, verbs) => {
    const found = read(text).predicates.filter((p) => p.pos === 'verb')
    expect(found.map((p) => `${p.lemma}/${p.pos}`).join(' ')).toBe(verbs)
  })
})

test('text without stops is read in time that grows with its length', () => {
  const clause = 'The group, which held the port, and the army, said a man, attacked a town and '
  const s = read(clause.repeat(600))
  expect(s.predicates.every((p, i) => p.index === i)).toBe(true)
  expect(s.predicates.filter((p) => p.lemma === 'attack').length).toBe(600)
})

describe('quantities', () => {
  test.each([
    ['Between 15 and 20 villagers fled.', 15, 20],
    ['More than 26 rifles were found.', 26, null],
    ['Two dozen fighters arrived.', 24, 24],
    ['Dozens of prisoners escaped.', 24, null],
    ['Some 3,200 people left.', 3200, 3200],
  ])('%s', (text, min, max) => {
    expect(read(text).groups[0]?.quantity).toMatchObject({ min, max })
  })
})
