import type { CustodyRecord } from '../case/index.js'
import { isolated } from './print-error.js'

/** One capture in a few lines: when, from where, on which way, with which bytes, by which program. */
export function custodyText(record: CustodyRecord): string {
  const { at, path, url, status, redirects = [], headers = [], within, same, size, sha256, tool } = record
  const type = headers.find(([name]) => name === 'content-type')?.[1]
  const lines = [
    `${at}  ${isolated(url ?? path)}${same ? `: the same ${same} again` : ''}`,
    ...redirects.map((hop) => `  by way of ${hop.url} (${hop.status})`),
    ...(status === undefined ? [] : [`  answered ${status}${type ? `, ${type}` : ''}, ${headers.length} headers kept`]),
    ...(within ? [`  part ${isolated(within.part)} of ${within.sha256}`] : []),
    `  ${size} bytes, sha256 ${sha256}, by ${tool}`,
  ]
  return `${lines.join('\n')}\n`
}
