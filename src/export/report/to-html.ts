import type { Block, Inline, Report } from './blocks.js'

const STYLE = `
:root { color-scheme: light dark; --ink: #1d1b18; --paper: #fdfcf9; --faint: #6b655c; --rule: #d9d3c7; --mark: #7a2e1d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e4da; --paper: #191714; --faint: #a39a8c; --rule: #3a352e; --mark: #e39a83; } }
body { font: 1.05rem/1.6 Georgia, "Noto Naskh Arabic", "Noto Serif", serif; color: var(--ink); background: var(--paper);
  max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--rule); }
h3 { margin-bottom: .2rem; font-size: 1.05rem; } h3 + p { margin-top: 0; color: var(--faint); font-size: .92rem; }
.marking { font-weight: 600; letter-spacing: .04em; } .banner { border: 1px solid var(--mark); color: var(--mark); padding: .5rem .8rem; }
.reply { margin-inline-start: 1.25rem; padding-inline-start: .75rem; border-inline-start: 2px solid var(--rule); color: var(--faint); font-size: .92rem; }
.own { padding-inline-start: .75rem; border-inline-start: 3px solid var(--ink); }
.aside, .notes { color: var(--faint); font-size: .9rem; } .notes li { margin-bottom: .5rem; overflow-wrap: anywhere; }
.notes a { color: inherit; text-decoration: none; } .notes bdi { color: var(--ink); } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: start; padding: .35rem .6rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
sup a { color: var(--mark); text-decoration: none; padding: 0 .1em; }
@media print { body { max-width: none; margin: 0; color: #000; background: #fff; } h2, h3 { break-after: avoid; } }
`

/** A report as one page of HTML that needs nothing else: it can be opened, printed, sent and archived. */
export function toHtml(report: Report): string {
  const body = firstMarksOnly(report.blocks.map(block).join('\n'))
  return `<!DOCTYPE html>
<html lang="${report.language}" dir="${report.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(report.title)}</title><style>${STYLE}</style></head>
<body>
${body}
</body></html>
`
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${plain(one.text)}</h${one.level}>`
    case 'paragraph':
      return `<p${one.role ? ` class="${one.role}"` : ''}>${line(one.parts)}</p>`
    case 'list':
      return `<ul>\n${one.items.map((item) => `<li>${line(item)}</li>`).join('\n')}\n</ul>`
    case 'table': {
      const head = one.head.map((cell) => `<th scope="col">${plain(cell)}</th>`).join('')
      const rows = one.rows.map((row) => `<tr>${row.map((cell) => `<td>${line(cell)}</td>`).join('')}</tr>`)
      return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
    }
    case 'notes':
      return `<ol class="notes">\n${one.items
        .map(({ number, parts }) => `<li id="note-${number}">${line(parts)} <a href="#ref-${number}">↩</a></li>`)
        .join('\n')}\n</ol>`
  }
}

function line(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return plain(part)
      if ('note' in part) return `<sup id="ref-${part.note}"><a href="#note-${part.note}">[${part.note}]</a></sup>`
      return `<bdi>${plain(part.quote)}</bdi>`
    })
    .join('')
}

/** A note may be marked twice; it leads back to its first mark, and an id stands once in a page. */
function firstMarksOnly(body: string): string {
  const seen = new Set<string>()
  return body.replace(/<sup id="ref-(\d+)">/g, (mark, number: string) => {
    if (seen.has(number)) return '<sup>'
    seen.add(number)
    return mark
  })
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const plain = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
