/** A piece of a line: plain words, a mark of a note, or words of a report (which may run the other way). */
export type Inline = string | { note: number } | { quote: string }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; parts: Inline[]; role?: 'marking' | 'banner' | 'aside' | 'own' | 'reply' }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'table'; head: string[]; rows: Inline[][][] }
  | { kind: 'notes'; items: { number: number; parts: Inline[] }[] }

/** A report before it has a format. */
export interface Report {
  title: string
  language: string
  direction: 'ltr' | 'rtl'
  marking: string
  blocks: Block[]
}
