import type { Block, Inline, Report } from './blocks.js'

/** A report as Markdown with footnotes (`[^1]`), as GitHub, Pandoc and most editors read them. */
export function toMarkdown(report: Report): string {
  const body = report.blocks.map(block).join('\n\n')
  // Markdown has no direction of its own; one element round the text gives it.
  return report.direction === 'rtl' ? `<div dir="rtl" lang="${report.language}">\n\n${body}\n\n</div>\n` : `${body}\n`
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${plain(one.text)}`
    case 'paragraph':
      return one.role === 'marking' || one.role === 'banner' ? `**${line(one.parts)}**` : line(one.parts)
    case 'list':
      return one.items.map((item) => `- ${line(item)}`).join('\n')
    case 'table':
      return [one.head, one.head.map(() => '---'), ...one.rows.map((row) => row.map(line))]
        .map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`)
        .join('\n')
    case 'notes':
      return one.items.map(({ number, parts }) => `[^${number}]: ${line(parts)}`).join('\n')
  }
}

function line(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return plain(part)
      return 'note' in part ? `[^${part.note}]` : plain(part.quote)
    })
    .join('')
}

/** What Markdown or HTML inside it would take for a sign; a report's words must come out as they stand. */
function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>#]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
}
