import { type Stretch, trimmed, wholeWords } from './selected.js'

/**
 * What of the document's own words a selection covers, in whole words; undefined where it covers none.
 * Paragraphs carry the offset of their first character; labels that the screen puts between the words do not count.
 */
export function stretchOf(range: Range, root: HTMLElement, text: string): Stretch | undefined {
  const from = offsetOf(range.startContainer, range.startOffset, root)
  const to = offsetOf(range.endContainer, range.endOffset, root)
  if (from === undefined || to === undefined || to <= from) return undefined
  const words = trimmed(text, from, to)
  return words && wholeWords(text, words)
}

function offsetOf(node: Node, offset: number, root: HTMLElement): number | undefined {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('p[data-start]')
  if (!paragraph || !root.contains(paragraph)) return undefined
  let at = Number(paragraph.dataset.start)
  const inside = document.createRange()
  inside.setStart(paragraph, 0)
  inside.setEnd(node, offset)
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let one = walker.nextNode(); one; one = walker.nextNode()) {
    if (one.parentElement?.closest('.tag, rt')) continue
    if (one === node) return at + offset
    if (inside.comparePoint(one, 0) > 0) return at
    at += one.textContent?.length ?? 0
  }
  return at
}
