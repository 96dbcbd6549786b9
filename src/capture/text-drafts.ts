import type { Draft } from './draft.js'
import { readMarkdown } from './formats/markdown.js'
import { type Headers, splitHeaders } from './header-lines.js'
import { LIMITS, type Limits } from './limits.js'
import { refuseDeepPage } from './nesting.js'
import { readPage } from './page-text.js'

/** A draft and the header lines that stood above it. */
export interface HeadedDraft {
  draft: Draft
  headers: Headers
}

/** A page's article with what the page says of itself. */
export function draftOfPage(html: string, limits: Limits = LIMITS): HeadedDraft {
  refuseDeepPage(html, limits)
  const page = readPage(html)
  const title = withoutSite(page.metadata.title, page.text)
  const { author, outlet, published, modified, url, basis } = page.metadata
  return {
    headers: {},
    draft: {
      text: withoutHeading(page.text, title),
      furniture: 'cut',
      title,
      author: author ?? page.byline,
      outlet,
      published,
      modified,
      canonical: url,
      basis: { ...basis, ...(author ? {} : { author: 'byline' }) },
    },
  }
}

/** A text, which may begin with header lines; what follows them may be Markdown. */
export function draftOfText(decoded: string, markdown: boolean): HeadedDraft {
  const { headers, text } = splitHeaders(decoded)
  return { headers, draft: markdown ? readMarkdown(text) : { text, furniture: 'cut' } }
}

/** "Nine go home | The Plain": where the text begins with the headline alone, what follows it is the site's. */
function withoutSite(title: string | undefined, text: string): string | undefined {
  const first = text.split('\n', 1)[0]?.trim() ?? ''
  const rest = title?.startsWith(first) ? title.slice(first.length) : ''
  return first.length >= 15 && /^\s*[|–—-]\s*\S/.test(rest) ? first : title
}

/** A page's article often repeats its headline, which is kept as the title. */
function withoutHeading(text: string, title: string | undefined): string {
  const [first = '', ...rest] = text.split('\n')
  return title && first.trim() === title ? rest.join('\n') : text
}
