import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { agreements, mergeJudgements } from '../../case/index.js'
import { IsnadError, Judgement } from '../../model/index.js'
import { caseOption, command, jsonOption, type Session } from '../session.js'
import { table } from '../table.js'

/** `isnad judge export | merge | agreement`: judgements of two analysts, each with a copy of the case, come together. */
export function judgeExchange(session: Session): Command[] {
  const exported = command('export', 'print all judgements, one JSON a line, for another copy of the case')
    .addOption(caseOption())
    .action((options: { case: string }) =>
      session.withCase(options.case, async (kase) => {
        for (const one of await kase.judgements()) session.io.out(`${JSON.stringify(one)}\n`)
      }),
    )
  const merge = command('merge', 'take in the judgements of another copy of the case')
    .argument('<file>', 'what judge export printed')
    .addOption(caseOption())
    .addOption(jsonOption())
    .action((path: string, options: { case: string; json?: boolean }) =>
      session.withCase(options.case, async (kase) => {
        const merged = await mergeJudgements(readJudgements(path), kase)
        if (merged.failed.length > 0) session.partial()
        if (options.json) return session.json(merged)
        for (const { judgement, message } of merged.failed) session.io.err(`${judgement.id}: ${message}\n`)
        session.io.out(
          `${merged.added} added, ${merged.known} already there, ${merged.failed.length} fit nothing here\n`,
        )
      }),
    )
  const agreement = command('agreement', "how far analysts agree on what both decided: Cohen's kappa")
    .addOption(caseOption())
    .addOption(jsonOption())
    .action((options: { case: string; json?: boolean }) =>
      session.withCase(options.case, async (kase) => {
        const all = await kase.judgements()
        const gone = new Set(all.flatMap(({ id, reverses }) => (reverses === undefined ? [] : [reverses, id])))
        const rows = agreements(all.filter(({ id }) => !gone.has(id)))
        if (options.json) return session.json(rows)
        if (rows.length === 0) return session.io.out('Fewer than two analysts have judged.\n')
        const shown = (n: number | null) => (n === null ? '–' : n.toFixed(2))
        const cells = rows.map(({ a, b, both, observed, kappa }) => [a, b, String(both), shown(observed), shown(kappa)])
        session.io.out(table(['analyst', 'analyst', 'both decided', 'alike', 'kappa'], cells, session.io.width))
      }),
    )
  return [exported, merge, agreement]
}

function readJudgements(path: string): Judgement[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const where = { file: basename(path), line: i + 1 }
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new IsnadError('judgement-invalid', 'a line is not JSON', {
        where,
        hint: 'Give a file of isnad judge export.',
      })
    }
    const parsed = Judgement.safeParse(value)
    if (parsed.success) return [parsed.data]
    const issue = parsed.error.issues[0]
    throw new IsnadError('judgement-invalid', `${issue?.path.join('.') || 'line'}: ${issue?.message}`, {
      where,
      hint: 'Give a file of isnad judge export.',
    })
  })
}
