import { readFileSync } from 'node:fs'
import { Option } from 'commander'
import { type Limits, readLimit } from '../capture/index.js'
import { readTableFile } from '../packs/index.js'
import type { Session } from './session.js'

const listed = (value: string, list: string[]) => [...list, value]

/** `--limit NAME=NUMBER`: what one input may cost. */
export const limitOption = () =>
  new Option('--limit <name=number>', 'change what one input may cost; may be given again')
    .argParser(listed)
    .default([], 'see docs/capture.md')

/** `--allow-host HOST`: an exception from "public addresses only". */
export const allowHostOption = () =>
  new Option('--allow-host <host>', 'fetch from this host although it is not public; may be given again')
    .argParser(listed)
    .default([], 'none')

/** `--mapping FILE`: what the columns of a table mean; taken up when it is read. */
export const mappingOption = (session: Session) =>
  new Option('--mapping <file>', 'what the columns of a table mean; may be given again')
    .argParser((path: string, list: string[]) => {
      session.addTable(readTableFile(path, readFileSync(path, 'utf8')))
      return [...list, path]
    })
    .default([], 'those of the packs')

/** The limits that options set. */
export function limitsOf(given: readonly string[] = []): Partial<Limits> {
  return Object.assign({}, ...given.map(readLimit))
}
