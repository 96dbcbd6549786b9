import { marked } from 'marked'
import { parse } from 'yaml'
import type { Draft } from '../draft.js'
import { htmlLines } from '../html-lines.js'

/** Front matter, a heading with `#`, a fence, or two links written `[words](address)`: plain reports have none of these. */
export function isMarkdown(text: string): boolean {
  const head = text.slice(0, 20_000)
  if (/^---\n(?:[\w-]+:.*\n)+---\n/.test(head)) return true
  const headings = head.match(/^#{1,6} \S/gm)?.length ?? 0
  const links = head.match(/\[[^\]\n]+\]\((?:https?:|\/|\.|#)[^)\s]*\)/g)?.length ?? 0
  const strong = head.match(/(?:^|\s)\*\*[^*\n]+\*\*/g)?.length ?? 0
  return headings >= 2 || links >= 2 || (headings === 1 && (links > 0 || strong > 0 || /^# /.test(head)))
}

/** A Markdown text without its marks; front matter gives title, author, day and address. */
export function readMarkdown(text: string): Draft {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)
  const data = front ? frontMatter(front[1] ?? '') : {}
  const body = front ? text.slice(front[0].length) : text
  const heading = /^\s*# +(.+?) *#*$/m.exec(body)
  const lines = htmlLines(marked.parse(body, { async: false, gfm: true }))
  const title = data.title ?? (heading ? htmlLines(marked.parse(heading[1] ?? '', { async: false })) : undefined)
  return {
    text: title && lines.startsWith(title) ? lines.slice(title.length).trimStart() : lines,
    furniture: 'cut',
    title,
    author: data.author,
    published: data.date?.slice(0, 10),
    url: data.url ?? data.source,
    basis: { title: data.title ? 'front matter' : 'heading', author: 'front matter' },
  }
}

function frontMatter(source: string): Record<string, string | undefined> {
  try {
    const data = parse(source, { maxAliasCount: 10 })
    const entries = Object.entries(typeof data === 'object' && data !== null ? data : {})
    return Object.fromEntries(
      entries.map(([key, value]) => [
        key.toLowerCase(),
        value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : undefined,
      ]),
    )
  } catch {
    return {}
  }
}
