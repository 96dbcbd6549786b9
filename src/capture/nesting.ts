import { type Limits, overLimit } from './limits.js'

/** Elements that many pages never close, or that have nothing inside: they say nothing of depth. */
const SHALLOW =
  /^(?:p|li|td|th|tr|dt|dd|option|optgroup|thead|tbody|tfoot|colgroup|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|param|rp|rt)$/i

/** Elements whose content is text, whatever it looks like: scripts hold whole pages. */
const RAW = /^(?:script|style|textarea|title)$/i

/** Refuses a page with elements too deep in one another, or too many, before a parser builds a tree of them. */
export function refuseDeepPage(html: string, limits: Limits): void {
  let depth = 0
  let deepest = 0
  let count = 0
  const tag = /<(\/?)([a-z][a-z0-9:-]*)/gi
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (SHALLOW.test(match[2] ?? '')) {
      if (!match[1]) count += 1
      continue
    }
    if (match[1]) depth = Math.max(0, depth - 1)
    else {
      count += 1
      depth += 1
      if (depth > deepest) deepest = depth
      if (RAW.test(match[2] ?? '')) tag.lastIndex = endOfRaw(html, match[2] ?? '', tag.lastIndex)
    }
  }
  if (deepest > limits.nesting)
    throw overLimit(`its elements stand ${deepest} deep in one another`, 'nesting', limits.nesting)
  if (count > limits.elements) throw overLimit(`the page has ${count} elements`, 'elements', limits.elements)
}

/** Where the end tag of an element stands whose content is text; without one, all that follows is its content. */
function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/** The same of JSON, before it is parsed. */
export function refuseDeepJson(json: string, limits: Limits): void {
  let depth = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (inString) {
      if (code === 92) i += 1
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 123 || code === 91) {
      if (++depth > limits.nesting)
        throw overLimit(`its values stand more than ${limits.nesting} deep in one another`, 'nesting', limits.nesting)
    } else if (code === 125 || code === 93) depth -= 1
  }
}
