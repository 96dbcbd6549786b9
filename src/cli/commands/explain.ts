import type { Command } from 'commander'
import { readDocument } from '../../capture/index.js'
import { captureKnowledge } from '../../case/index.js'
import { type Claim, type Reading, SLOTS } from '../../model/index.js'
import { createReader, type ExplainedSentence } from '../../read/index.js'
import { isolated } from '../print-error.js'
import { command, jsonOption, type Session } from '../session.js'

/** `isnad explain "sentence"`: the claims of a sentence, each with the rule and the words behind every part. */
export function explainCommand(session: Session): Command {
  return command('explain', 'show how a sentence is read: names, claims, rules, and the words behind every part')
    .argument('<sentence...>')
    .option('--date <day>', 'day the sentence was published, for relative dates')
    .addOption(jsonOption())
    .action((words: string[], options: { date?: string; json?: boolean }) => explain(words.join(' '), options, session))
}

export async function explain(
  sentence: string,
  options: { date?: string; json?: boolean },
  session: Session,
): Promise<void> {
  const head = options.date ? `Published: ${options.date}\n\n` : ''
  const bytes = new TextEncoder().encode(head + sentence)
  const { document } = await readDocument({ path: '-', bytes }, captureKnowledge(session.packs))
  const { reading, sentences } = createReader(session.packs).explain(document)
  if (options.json) session.json({ ...reading, steps: sentences })
  else session.io.out(`${[...steps(sentences), ...explained(reading)].map(isolated).join('\n')}\n`)
}

/** What each step found in each sentence, and what became of every candidate. */
function steps(sentences: readonly ExplainedSentence[]): string[] {
  return sentences.flatMap((s, i) => [
    `sentence ${i + 1}: “${s.text}”`,
    ...s.times.map((t) => `  time: ${t}`),
    ...s.phrases.split('\n'),
    ...(s.phrases.includes('=') ? [LEGEND] : []),
    ...s.candidates.map(
      (c) => `  ${c.kept ? 'kept' : 'dropped'}: ${c.type}, ${c.status}, by ${c.rule}${c.why ? ` — ${c.why}` : ''}`,
    ),
    ...s.refused.map(({ rule, why }) => `  not fitting: ${rule} — ${why}`),
    '',
  ])
}

const LEGEND =
  '  (S who acts, O acted on, O2 to whom, G of whom, X whose; other names are prepositions; ← what a clause hangs on)'

function explained({ document, claims, mentions, unread }: Reading): string[] {
  return [
    `language: ${document.language}`,
    `names:`,
    ...mentions.map(
      (m) => `  ${m.start}–${m.end} ${m.kind} “${m.text}”${m.entities.length ? ` = ${m.entities.join(' or ')}` : ''}`,
    ),
    ...claims.flatMap((claim, i) => [
      '',
      `claim ${i + 1}: ${claim.type}${claim.mode ? ` (${claim.mode})` : ''}, ${claim.status}`,
      ...parts(claim),
    ]),
    ...unread.map((one) => `\nnot read (${one.reason}): “${one.text}”`),
    ...(claims.length + unread.length === 0 ? ['', 'no claim'] : []),
  ]
}

function parts(claim: Claim): string[] {
  const span = (x: { start?: number | undefined; end?: number | undefined }) =>
    x.start === undefined ? '' : `${x.start}–${x.end} `
  return [
    `  rule: ${claim.rule}   certainty of reading: ${claim.confidence.toFixed(2)}`,
    `  evidence: ${span(claim.evidence)}“${claim.evidence.text}”`,
    ...SLOTS.flatMap((slot) =>
      claim[slot].map((f) => {
        const via = f.via ? ` via ${f.via.start}–${f.via.end}` : ''
        return `  ${slot}: ${span(f)}“${f.text}”${f.entity ? ` = ${f.entity}` : ''}${via}${f.inferred ? ' (inferred)' : ''}`
      }),
    ),
    ...(claim.time
      ? [`  time: “${claim.time.text}” ${claim.time.from ?? '?'} – ${claim.time.to ?? '?'} (${claim.time.precision})`]
      : []),
    ...Object.entries(claim.counts).map(
      ([key, count]) => `  ${key}: “${count?.text}” ${count?.min ?? '?'} – ${count?.max ?? '?'}`,
    ),
    ...claim.chain.map((hop) => `  chain: ${hop.name} (${hop.kind})${hop.cue ? ` by “${hop.cue.text}”` : ''}`),
    ...claim.support.map((one) => `  support: ${span(one)}for ${one.for}`),
    ...claim.links.map((link) => `  link: ${link.kind} ${link.claim}`),
  ]
}
