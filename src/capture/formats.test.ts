import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '../packs/index.js'
import { NO_KNOWLEDGE } from './knowledge.js'
import { docxOf, epubOf, opened, type Placed, pdfOf, tarOf, warcOf, zipOf } from './testing.js'

const KNOWLEDGE = {
  ...NO_KNOWLEDGE,
  months: new Map([['february', 2]]),
  tables: [...loadPacks().ontology.tables.values()],
}
const REPORT =
  'Nine fishermen came home to Rimal on Sunday, a port officer said. They had been held for two months on an island.'
const ARABIC = 'عاد تسعة صيادين إلى ميناء رمال يوم الأحد، وفق ضابط في الميناء، بعد شهرين من احتجازهم في جزيرة.'
const page = (text: string) =>
  `<!doctype html><html><head><title>Nine go home</title></head><body><article><p>${text}</p><p>${text}</p></article></body></html>`

/** The documents found, or the first failure's message. */
async function documents(bytes: string | Uint8Array) {
  const found = await opened(bytes, KNOWLEDGE)
  const failed = found.find((one) => one.kind === 'failure')
  if (failed?.kind === 'failure') throw failed.error
  return found.flatMap((one) => (one.kind === 'document' ? [one.document] : []))
}

/** Lines of a page, each from the left as the page shows it. */
const lines = (...texts: string[]): Placed[] => texts.map((text, i) => ({ x: 50, y: 750 - i * 14, text }))
const backwards = (text: string) => [...text].reverse().join('')

describe('a PDF', () => {
  it('gives its text with the first character of each page', async () => {
    const filler = Array.from({ length: 3 }, (_, i) => `Line ${i} of the page says what the port officer saw that day.`)
    const [document] = await documents(
      pdfOf([lines(REPORT, ...filler), lines('Page two tells of an island.', ...filler)]),
    )
    const [one, two] = document?.pages ?? []
    expect([one?.page, two?.page, one?.start]).toEqual([1, 2, 0])
    expect(document?.text.slice(two?.start)).toMatch(/^Page two tells of an island\./)
  })
  it.each([
    ['as one run, from the left', lines(backwards('عاد الصيادون إلى الميناء.'))],
    [
      'word by word, from the right',
      ['عاد', 'الصيادون', 'إلى', 'الميناء.'].map((word, i) => ({ x: 400 - i * 80, y: 700, text: backwards(word) })),
    ],
    [
      'word by word, from the left',
      ['الميناء.', 'إلى', 'الصيادون', 'عاد'].map((word, i) => ({ x: 100 + i * 80, y: 700, text: backwards(word) })),
    ],
  ])('gives right-to-left text in reading order: %s', async (_, placed) => {
    const [document] = await documents(pdfOf([placed]))
    expect(document?.text).toBe('عاد الصيادون إلى الميناء.')
  })
  it('keeps numbers and Latin words of an Arabic line in their own order', async () => {
    const placed = [
      { x: 300, y: 700, text: backwards('أفرج عن') },
      { x: 260, y: 700, text: '125' },
      { x: 180, y: 700, text: backwards('محتجزا في') },
      { x: 100, y: 700, text: 'Ras Rimal' },
      { x: 40, y: 700, text: backwards('أمس') },
    ]
    expect((await documents(pdfOf([placed])))[0]?.text).toBe('أفرج عن 125 محتجزا في Ras Rimal أمس')
  })
  it('joins letters that are drawn in their joined forms', async () => {
    const [document] = await documents(pdfOf([lines(backwards('ﺍﻟﻤﻴﻨﺎء ﻫﺎدئ اﻟﻴﻮم'))]))
    expect(document?.text).toBe('الميناء هادئ اليوم')
  })
  it('leaves out heads and feet that every page repeats, and page numbers', async () => {
    const pages = [1, 2, 3, 4].map((n) =>
      lines('S/2024/000', `Paragraph ${'abcd'[n - 1]} of the panel tells another thing than the others do.`, String(n)),
    )
    const [document] = await documents(pdfOf(pages))
    expect(document?.text).not.toMatch(/S\/2024|\d/)
    expect(document?.text.match(/Paragraph/g)).toHaveLength(4)
  })
  it('without text is said to need text recognition', async () => {
    await expect(documents(pdfOf([[], []]))).rejects.toMatchObject({ code: 'needs-ocr' })
  })
  it('that is damaged is said to be so', async () => {
    await expect(documents('%PDF-1.7 \u0000 nothing more')).rejects.toMatchObject({ code: 'damaged-file' })
  })
})

describe('a Word document', () => {
  it('gives paragraphs, title, author and the day of the file, which is weak', async () => {
    const [document] = await documents(await docxOf([REPORT, REPORT, ARABIC]))
    expect(document).toMatchObject({
      title: 'Patrol report',
      author: 'L. Haddad',
      text: `${REPORT}\n\n${REPORT}\n\n${ARABIC}`,
    })
    expect(document?.languages).toEqual([
      { start: 2 * (REPORT.length + 2), end: document?.text.length, language: 'ar' },
    ])
  })
})

describe('an EPUB', () => {
  it('gives its chapters in the order of the book', async () => {
    const [document] = await documents(await epubOf([`<h1>One</h1><p>${REPORT}</p>`, `<p>${ARABIC}</p>`]))
    expect(document).toMatchObject({ title: 'Annual report', author: 'The Panel' })
    expect(document?.text.slice(document.pages?.[1]?.start)).toBe(ARABIC)
  })
})

describe('Markdown', () => {
  it('is read without its marks', async () => {
    const [document] = await documents(
      `# Nine go *home*\n\n${REPORT} See [the list](https://rimal.example/list).\n\n- one\n- two`,
    )
    expect(document).toMatchObject({ title: 'Nine go home' })
    expect(document?.text).toMatch(/^Nine fishermen .* See the list\.\n\n one\n two$/s)
  })
  it('gives what its front matter says', async () => {
    const [document] = await documents(`---\ntitle: Nine go home\ndate: 2024-02-11\nauthor: Lena Ort\n---\n${REPORT}`)
    expect(document).toMatchObject({
      title: 'Nine go home',
      author: 'Lena Ort',
      published: { from: '2024-02-11' },
      text: REPORT,
    })
  })
  it.each(['Prices: * bread * oil', 'The #1 port [sic] (Rimal) opened.\n\n- The end'])(
    'is not seen in %j',
    async (text) => {
      expect((await documents(text))[0]?.text).toBe(text)
    },
  )
})

describe('a mail', () => {
  const mail = [
    'From: Lena Ort <lena@rimal.example>',
    'To: desk@rimal.example',
    'Subject: =?utf-8?B?2LnYp9ivINiq2LPYudipINi12YrYp9iv2YrZhg==?=',
    'Date: Sun, 11 Feb 2024 09:00:00 +0300',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ARABIC,
    '--b',
    'Content-Type: text/html',
    'Content-Disposition: attachment; filename="../../page.html"',
    '',
    page(REPORT),
    '--b--',
  ].join('\r\n')
  it('gives its text and, within it, what is attached', async () => {
    const [letter, attached] = await documents(mail)
    expect(letter).toMatchObject({
      title: 'عاد تسعة صيادين',
      author: 'Lena Ort',
      published: { from: '2024-02-11' },
      text: ARABIC,
    })
    expect(attached?.within).toEqual({ sha256: letter?.id.slice(7), part: 'page.html' })
    expect(attached?.text).toContain('port officer')
  })
})

describe('a feed', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Rimal Post</title><link>https://rimal.example</link><description>d</description>
<item><title>Nine go home</title><link>https://rimal.example/1</link><guid>1</guid><pubDate>Sun, 11 Feb 2024 06:00:00 GMT</pubDate><description>&lt;p&gt;${REPORT}&lt;/p&gt;</description></item>
<item><title>Calm</title><link>https://rimal.example/2</link><description>${ARABIC}</description></item></channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Rimal Post</title><id>x</id><updated>2024-02-12T00:00:00Z</updated>
<entry><title>Nine go home</title><id>1</id><link href="https://rimal.example/1"/><published>2024-02-11T06:00:00Z</published><updated>2024-02-12T06:00:00Z</updated><content type="html">&lt;p&gt;${REPORT}&lt;/p&gt;</content></entry></feed>`
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Rimal Post',
    items: [
      {
        id: '1',
        url: 'https://rimal.example/1',
        title: 'Nine go home',
        content_text: REPORT,
        date_published: '2024-02-11T06:00:00Z',
      },
    ],
  })
  it.each([
    ['RSS', rss],
    ['Atom', atom],
    ['JSON', json],
  ])('in %s gives its entries', async (_, feed) => {
    const [document] = await documents(feed)
    expect(document).toMatchObject({
      title: 'Nine go home',
      url: 'https://rimal.example/1',
      outlet: 'Rimal Post',
      published: { from: '2024-02-11', basis: 'metadata' },
      text: REPORT,
    })
  })
  it('keeps each entry’s own bytes, and says when it was changed', async () => {
    const [found] = (await opened(atom)).filter((one) => one.kind === 'document')
    expect(found?.kind === 'document' && Buffer.from(found.bytes).toString()).toMatch(/^<entry>.*<\/entry>$/s)
    expect(found?.kind === 'document' && found.document.modified?.from).toBe('2024-02-12')
  })
  it('that declares entities is refused', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss.slice(21)}`
    await expect(documents(bomb)).rejects.toMatchObject({ code: 'damaged-file' })
  })
})

describe('a Telegram export', () => {
  const chat = {
    name: 'أخبار رمال',
    type: 'public_channel',
    id: 77,
    messages: [
      { id: 1, type: 'service', date: '2024-02-10T08:00:00', text: '' },
      {
        id: 2,
        type: 'message',
        date: '2024-02-11T08:00:00',
        edited: '2024-02-12T08:00:00',
        from: 'أخبار رمال',
        text: ['عاجل: ', { type: 'bold', text: ARABIC }],
      },
      {
        id: 3,
        type: 'message',
        date: '2024-02-11T09:00:00',
        from: 'أخبار رمال',
        forwarded_from: 'Harbour Voice',
        text: REPORT,
      },
      { id: 4, type: 'message', date: '2024-02-11T10:00:00', from: 'أخبار رمال', photo: 'x.jpg', text: '' },
    ],
  }
  it('gives channel, day, day of editing, and whom a message was forwarded from', async () => {
    const [own, forwarded, ...others] = await documents(JSON.stringify(chat))
    expect(others).toEqual([])
    expect(own).toMatchObject({
      outlet: 'أخبار رمال',
      published: { from: '2024-02-11' },
      modified: { from: '2024-02-12' },
      text: `عاجل: ${ARABIC}`,
    })
    expect(forwarded).toMatchObject({ credit: 'Harbour Voice', creditKind: 'outlet', url: 'https://t.me/c/77/3' })
  })
  it('says how many messages held no words', async () => {
    const [container] = await opened(JSON.stringify(chat))
    expect(container).toMatchObject({
      kind: 'container',
      notes: ['2 messages without words (pictures, calls, joins) were left out'],
    })
  })
})

describe('a coded table', () => {
  const acled = [
    'event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,location,fatalities,notes,source,timestamp',
    'XXX1,11 February 2024,Battles,Armed clash,Harbour Front,Coast Army,Rimal,4,"On 11 February, they fought, twice.",Rimal Post,1707811200',
    'XXX2,12 February 2024,Protests,Peaceful protest,Students,,Rimal,0,"A march.",Rimal Post; Sidra Radio,1707811200',
  ].join('\n')
  it('of ACLED gives rows as documents, with what their codes say', async () => {
    const [clash, march] = await documents(acled)
    expect(clash).toMatchObject({ outlet: 'ACLED', published: { from: '2024-02-13' } })
    expect(clash?.coded).toMatchObject({
      type: 'armed-clash',
      time: { from: '2024-02-11', precision: 'day' },
      counts: { killed: { min: 4, max: 4 } },
    })
    const agent = clash?.coded?.slots.agents?.[0]
    expect(clash?.text.slice(agent?.start, agent?.end)).toBe('Harbour Front')
    // A protest is none of our types: the row is kept, and claims nothing.
    expect(march?.coded).toBeUndefined()
  })
  it('of UCDP GED gives the lowest and highest estimate, and a range of days', async () => {
    const head = 'id,type_of_violence,side_a,side_b,date_start,date_end,where_coordinates,best,high,low,source_article'
    const [document] = await documents(
      `${head}\n1,1,Government of Orvale,Harbour Front,2024-02-11,2024-02-13,Rimal town,5,9,3,Rimal Post\n2,3,Harbour Front,Civilians,2024-02-11,2024-02-11,Rimal,1,1,1,Rimal Post`,
    )
    expect(document?.coded).toMatchObject({
      type: 'armed-clash',
      counts: { killed: { min: 3, max: 9 } },
      time: { from: '2024-02-11', to: '2024-02-13', precision: 'range' },
    })
  })
  it('of GDELT, which has no head line, is known by its width', async () => {
    const names = KNOWLEDGE.tables.find(({ id }) => id === 'gdelt')?.headers?.[0] ?? []
    const values: Record<string, string> = {
      GLOBALEVENTID: '9',
      SQLDATE: '20240211',
      Actor1Name: 'HARBOUR FRONT',
      EventCode: '1831',
      Actor2Name: 'COAST ARMY',
      ActionGeo_FullName: 'Rimal',
      DATEADDED: '20240212',
      SOURCEURL: 'https://rimal.example/1',
    }
    const row = names.map((name) => values[name] ?? '').join('\t')
    const [document] = await documents(`${row}\n${row.replace('9\t', '8\t')}`)
    expect(document?.coded).toMatchObject({
      type: 'attack',
      mode: 'suicide-bombing',
      sources: [{ text: 'https://rimal.example/1' }],
    })
  })
  it('as JSON lines is read too, and a line that is broken is named', async () => {
    const row = {
      event_date: '2024-02-11',
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      actor1: 'Harbour Front',
      notes: 'x',
    }
    const found = await opened(
      `${JSON.stringify(row)}\n${JSON.stringify({ ...row, notes: 'y' })}\n{"event_date": \n`,
      KNOWLEDGE,
    )
    expect(found.map(({ kind }) => kind)).toEqual(['container', 'document', 'document', 'failure'])
  })
  it('that nobody has explained asks for a mapping', async () => {
    await expect(documents('port,ship,day\nRimal,Sama,1\nSidra,Noor,2')).rejects.toMatchObject({
      code: 'needs-mapping',
    })
  })
  it.each([
    'Ten came home, said the officer, on Sunday.\nNone was hurt, said another, on Monday.',
    'Rimal, Sidra, Orvale:\nnine came home in all of them.',
  ])('is not seen in %j', async (text) => {
    expect(await documents(text)).toHaveLength(1)
  })
})

describe('an archive', () => {
  it('gives what is in it, archives inside too, and leaves out what describes a folder', async () => {
    const inner = gzipSync(await tarOf({ 'deep/a.txt': ARABIC }))
    const zip = await zipOf({
      'b.html': page(REPORT),
      'inner.tar.gz': inner,
      'README.txt': 'no',
      '__MACOSX/b.html': 'no',
    })
    const found = await documents(zip)
    expect(found.map(({ path }) => path)).toEqual(['in#b.html', 'in#inner.tar.gz#deep/a.txt'])
    expect(found[1]?.within?.part).toBe('inner.tar.gz#deep/a.txt')
  })
  it('of the web gives pages with their address and the day that the archive says', async () => {
    const warc = await warcOf({
      'https://rimal.example/1': { type: 'text/html', body: page(REPORT) },
      'https://rimal.example/style.css': { type: 'text/css', body: 'p { color: red }' },
      'https://rimal.example/gone': { type: 'text/html', body: page(REPORT), status: '404 Not Found' },
    })
    const expected = [{ url: 'https://rimal.example/1', captured: '2024-02-11T08:00:00.000Z' }]
    expect(await documents(warc)).toMatchObject(expected)
    const wacz = await zipOf({ 'archive/data.warc.gz': warc, 'datapackage.json': '{}', 'pages/pages.jsonl': '{}\n{}' })
    expect(await documents(wacz)).toMatchObject(expected)
  })
  it('with one bad file gives the others', async () => {
    const found = await opened(await zipOf({ 'a.txt': REPORT, 'b.pdf': '%PDF-1.4 broken', 'c.txt': ARABIC }))
    expect(found.map(({ kind }) => kind)).toEqual(['container', 'document', 'failure', 'document'])
  })
})

describe('a text or page', () => {
  it.each(['windows-1256', 'iso-8859-6', 'utf-16le'])('in %s is decoded by its content', async (encoding) => {
    const [document] = await documents(iconv.encode(`${ARABIC}\n${ARABIC}`, encoding))
    expect(document?.text).toContain('عاد تسعة صيادين إلى ميناء رمال')
  })
  it('keeps marks of direction', async () => {
    const text = `Nine \u202ecame\u202c home to Rimal on Sunday, a port officer said.`
    expect((await documents(text))[0]?.text).toBe(text)
  })
})
