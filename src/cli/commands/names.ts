import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { IsnadError } from '../../model/index.js'
import { scoreNames } from '../../resolve/index.js'
import { command, type Session } from '../session.js'

/** `isnad names score PAIRS.tsv`: how likely the first two columns of each line are one name. */
export function namesCommand(session: Session): Command {
  const names = command('names', 'compare names across scripts')
  names.addCommand(
    command('score', "print each line's first two columns and a score from 0 to 1: one name?")
      .argument('<pairs>', 'a file of tab-separated lines')
      .action((path: string) => {
        for (const [i, line] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
          if (line.trim() === '') continue
          const [a, b] = line.split('\t')
          if (a === undefined || b === undefined)
            throw new IsnadError('usage', 'a line has no second column', {
              where: { file: basename(path), line: i + 1 },
              hint: 'Put a tab between the two names.',
            })
          session.io.out(`${a}\t${b}\t${scoreNames(a, b).score.toFixed(4)}\n`)
        }
      }),
  )
  return names
}
