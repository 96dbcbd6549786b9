import { describe, expect, it } from 'vitest'
import { capture } from '../src/capture/index.js'
import { captureKnowledge } from '../src/case/index.js'
import { loadPacks, readTableFile } from '../src/packs/index.js'
import { createReader } from '../src/read/index.js'

const packs = loadPacks()
const reader = createReader(packs)

/** The claims of a text that is handed in as a file. */
async function claimsOf(text: string, knowledge = captureKnowledge(packs)) {
  const claims = []
  const stdin = (async function* () {
    yield text
  })()
  for await (const one of capture(['-'], { knowledge, stdin }))
    if (one.ok && 'document' in one)
      claims.push(...reader.read(one.document).claims.map((claim) => ({ claim, document: one.document })))
  return claims
}

describe('rows of others’ tables come in as claims', () => {
  it('with parties, place, days, deaths, and the source that the row names as their chain', async () => {
    const [row] = await claimsOf(
      [
        'event_date,event_type,sub_event_type,actor1,actor2,location,fatalities,notes,source',
        '11 February 2024,Violence against civilians,Abduction/forced disappearance,Houthis,Civilians (Yemen),Aden,0,"A trader was taken.",Saba; Local Source',
        '12 February 2024,Battles,Armed clash,Houthis,AQAP,Marib,4,"They fought.",Local Source',
      ].join('\n'),
    )
    expect(row?.claim).toMatchObject({
      type: 'kidnapping',
      agents: [{ text: 'Houthis', entity: 'houthis' }],
      time: { from: '2024-02-11', to: '2024-02-11' },
      counts: { killed: { min: 0, max: 0 } },
      chain: [{ name: 'Saba; Local Source', kind: 'outlet' }],
      rule: 'table/acled',
    })
    for (const { start, end, text } of [row!.claim.evidence, ...row!.claim.agents, ...row!.claim.places])
      expect(row?.document.text.slice(start, end)).toBe(text)
  })
  it('by a mapping that a person wrote', async () => {
    const table = readTableFile(
      'log.yml',
      'id: port-log\noutlet: Port Office\nrecognise: [day, what, by]\ncolumns:\n  from: { column: day, as: iso }\n  agents: [by]\n  counts: { killed: dead }\ntypes:\n  - { when: { what: "raid*" }, type: attack, mode: armed-assault }\n',
    )
    const knowledge = { ...captureKnowledge(packs), tables: [table] }
    const claims = await claimsOf(
      'day,what,by,dead\n2024-02-01,raid at night,AQAP,2\n2024-02-02,visit,AQAP,0',
      knowledge,
    )
    expect(claims.map(({ claim }) => claim)).toMatchObject([
      { type: 'attack', mode: 'armed-assault', agents: [{ entity: 'aqap' }], chain: [] },
    ])
  })
  it('and a mapping with a column that it cannot have says where', () => {
    expect(() => readTableFile('log.yml', 'id: x\nrecognise: [a]\ncolumns: { agent: [b] }\n')).toThrow(/agent/)
  })
  it('a forwarded message’s claims rest on the channel that it came from', async () => {
    const chat = {
      name: 'Harbour Voice',
      type: 'public_channel',
      id: 7,
      messages: [
        {
          id: 1,
          type: 'message',
          date: '2024-02-11T08:00:00',
          forwarded_from: 'Coast Eye',
          text: 'Houthi forces released seven AQAP prisoners in Marib on Saturday.',
        },
      ],
    }
    const [row] = await claimsOf(JSON.stringify(chat))
    expect(row?.claim.chain).toMatchObject([{ name: 'Coast Eye', kind: 'outlet' }])
  })
})
