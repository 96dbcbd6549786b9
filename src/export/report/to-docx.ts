import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { direction } from '../../text/index.js'
import type { Block, Inline, Report } from './blocks.js'

const LEVELS = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const
const FONT = 'Times New Roman'
const SMALL = 19

/** A report as a Word file, with real footnotes, the marking on every page, and each run in its own direction. */
export async function toDocx(report: Report): Promise<Uint8Array> {
  const writer = new Writer(report)
  // Word puts the notes at the foot of each page: the heading over them has nothing under it.
  const shown = report.blocks.filter((block, i) => block.kind !== 'heading' || report.blocks[i + 1]?.kind !== 'notes')
  const children = shown.flatMap((block) => writer.block(block))
  const marking = new TextRun({ text: `TLP:${report.marking}`, bold: true, font: FONT })
  const header = new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [marking] })] })
  const document = new Document({
    title: report.title,
    creator: 'Isnad',
    styles: { default: { document: { run: { font: FONT, size: 23, language: { value: report.language } } } } },
    footnotes: writer.footnotes(),
    sections: [{ headers: { default: header }, children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

class Writer {
  private readonly rtl: boolean
  private readonly notes: ReadonlyMap<number, Inline[]>
  private readonly marked = new Set<number>()

  constructor(report: Report) {
    this.rtl = report.direction === 'rtl'
    const notes = report.blocks.flatMap((block) => (block.kind === 'notes' ? block.items : []))
    this.notes = new Map(notes.map(({ number, parts }) => [number, parts]))
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      [...this.notes].map(([number, parts]) => [number, { children: [this.paragraph(parts, { size: SMALL })] }]),
    )
  }

  block(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({ heading: LEVELS[block.level], bidirectional: this.rtl, children: this.runs([block.text]) }),
        ]
      case 'paragraph':
        return [this.paragraph(block.parts, { bold: block.role === 'marking', italics: block.role === 'reply' })]
      case 'list':
        return block.items.map((item) => this.paragraph(item, {}, true))
      case 'table':
        return [this.table([block.head.map((cell) => [cell]), ...block.rows])]
      case 'notes':
        return []
    }
  }

  private paragraph(
    parts: readonly Inline[],
    style: { bold?: boolean; italics?: boolean; size?: number },
    bullet = false,
  ) {
    return new Paragraph({
      bidirectional: this.rtl,
      spacing: { after: 120 },
      ...(bullet ? { bullet: { level: 0 } } : {}),
      children: this.runs(parts, style),
    })
  }

  private table(rows: readonly (readonly Inline[][])[]): Table {
    return new Table({
      visuallyRightToLeft: this.rtl,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (cells, i) =>
          new TableRow({
            tableHeader: i === 0,
            children: cells.map((cell) => new TableCell({ children: [this.paragraph(cell, { bold: i === 0 })] })),
          }),
      ),
    })
  }

  private runs(parts: readonly Inline[], style: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] {
    return parts.map((part) => {
      if (typeof part === 'string') return new TextRun({ text: part, rightToLeft: this.rtl, ...style })
      if ('quote' in part)
        return new TextRun({ text: part.quote, rightToLeft: direction(part.quote) === 'rtl', ...style })
      // A second mark of one note is a number alone: Word gives a note one place.
      if (this.marked.has(part.note)) return new TextRun({ text: String(part.note), superScript: true })
      this.marked.add(part.note)
      return new FootnoteReferenceRun(part.note)
    })
  }
}
