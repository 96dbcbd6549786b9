// npm run muc4 -- DIRECTORY [--split dev] [--out FILE] [--errors N]: reads the messages of MUC-4 (1992), maps claims to its
// templates by muc4/mapping.yml and prints CEAF-REE. The directory holds <split>.jsonl.gz, one message a line with docid, text,
// dateline_date and grit_extracts (role -> entities, each a list of names); it is no part of this project. --out writes the
// templates in the form that scorers of MUC-4 take.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Document } from '../src/model/index.js'
import { loadPacks } from '../src/packs/index.js'
import { createReader } from '../src/read/index.js'
import { addRole, type Entity, type Figures, normal, percent, ROLES, type Role } from './muc4/ceaf-ree.js'
import { pool } from './muc4/pool.js'
import { templateMaker } from './muc4/templates.js'

interface Message {
  docid: string
  text: string
  dateline_date: string | null
  grit_extracts: Partial<Record<Role, (string | string[])[]>>
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { split: { type: 'string', default: 'dev' }, out: { type: 'string' }, errors: { type: 'string' } },
})
const file = join(positionals[0] ?? '', `${values.split}.jsonl.gz`)
if (!positionals[0] || !existsSync(file)) {
  process.stderr.write(
    `${positionals[0] ? `There is no ${file}.` : 'No directory was given.'} MUC-4 is not part of this project: give the directory that holds ` +
      `${values.split}.jsonl.gz (npm run muc4 -- DIRECTORY). Nothing was read.\n`,
  )
  process.exit(positionals[0] ? 1 : 2)
}

const packs = loadPacks()
const reader = createReader(packs)
const toTemplates = templateMaker(packs)
const messages = gunzipSync(readFileSync(file))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l) as Message)

const sums = Object.fromEntries(ROLES.map((role) => [role, { right: 0, read: 0, wanted: 0 }])) as Record<Role, Figures>
const lines: string[] = []
const errors: string[] = []
for (const message of messages) {
  const templates = toTemplates(reader.read(documentOf(message)))
  const read = pool(templates)
  lines.push(JSON.stringify({ docid: message.docid, templates, extracts: read }))
  for (const role of ROLES) {
    const wanted = (message.grit_extracts[role] ?? []).map((e) => [e].flat())
    addRole(sums[role], wanted, read[role])
    noteErrors(message.docid, role, wanted, read[role])
  }
}
if (values.out) writeFileSync(values.out, `${lines.join('\n')}\n`)
for (const error of errors.slice(0, Number(values.errors ?? 0))) process.stdout.write(`${error}\n`)
print()

/** A message as a document: its text and the day of its dateline. */
function documentOf({ docid, text, dateline_date }: Message): Document {
  const day = isoDay(dateline_date)
  return {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    path: docid,
    language: 'en',
    text,
    ...(day ? { published: { from: day, to: day, basis: 'dateline' as const } } : {}),
  }
}

/** "4 FEB 90" as an ISO day. */
function isoDay(dateline: string | null): string | undefined {
  if (!dateline) return undefined
  const date = new Date(`${dateline.replace(/(\d\d)$/, '19$1')} UTC`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

function noteErrors(docid: string, role: Role, wanted: readonly Entity[], read: readonly Entity[]): void {
  const right = (w: Entity, r: Entity) => r.every((n) => w.map(normal).includes(normal(n)))
  for (const w of wanted) if (!read.some((r) => right(w, r))) errors.push(`missed\t${docid}\t${role}\t${w.join(' | ')}`)
  for (const r of read) if (!wanted.some((w) => right(w, r))) errors.push(`spare\t${docid}\t${role}\t${r.join(' | ')}`)
}

function print(): void {
  const micro = { right: 0, read: 0, wanted: 0 }
  for (const figures of Object.values(sums))
    for (const key of ['right', 'read', 'wanted'] as const) micro[key] += figures[key]
  process.stdout.write(`MUC-4 ${values.split}, ${messages.length} messages: CEAF-REE\n`)
  process.stdout.write(
    `${'role'.padEnd(10)}${['P', 'R', 'F1'].map((h) => h.padStart(8)).join('')}   right / read / wanted\n`,
  )
  for (const [role, f] of [...Object.entries(sums), ['all', micro] as const]) {
    const figures = percent(f).map((x) => x.toFixed(1).padStart(8))
    process.stdout.write(`${role.padEnd(10)}${figures.join('')}   ${f.right} / ${f.read} / ${f.wanted}\n`)
  }
}
