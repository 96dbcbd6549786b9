import PostalMime from 'postal-mime'
import { safeName } from '../archives/zip.js'
import { captureError } from '../captured.js'
import type { Draft, Part } from '../draft.js'
import { htmlLines } from '../html-lines.js'
import { type Limits, overLimit } from '../limits.js'

const FIELD =
  /^(from|to|date|subject|message-id|mime-version|received|return-path|reply-to|delivered-to|content-type):/i

/** A mail begins with a block of header fields, of which at least three are a mail's own. */
export function isMail(decoded: string): boolean {
  const head = decoded.slice(0, 16_384).split('\n')
  if (!/^[\w-]+:/.test(head[0] ?? '') && !/^From \S+@/.test(head[0] ?? '')) return false
  const names = new Set<string>()
  for (const line of head) {
    if (line === '') break
    const name = FIELD.exec(line)?.[1]?.toLowerCase()
    if (name) names.add(name)
    else if (!/^[\w-]+:|^\s/.test(line)) return false
  }
  return (
    names.size >= 3 && (names.has('from') || names.has('received')) && (names.has('date') || names.has('message-id'))
  )
}

/** A mail's own text and, as further parts, what was attached to it. Throws `damaged-file` or `over-limit`. */
export async function readMail(bytes: Uint8Array, limits: Limits): Promise<{ draft: Draft; parts: Part[] }> {
  const mail = await new PostalMime({ maxNestingDepth: 32, maxHeadersSize: 1_000_000 })
    .parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .catch((error: Error) => {
      throw captureError('damaged-file', `it is a damaged mail: ${error.message}`, 'Save the mail again.')
    })
  if (mail.attachments.length > limits.parts)
    throw overLimit(`it has ${mail.attachments.length} attachments`, 'parts', limits.parts)
  const text = mail.html ? htmlLines(mail.html) : (mail.text ?? '')
  const from = mail.from
  const parts = mail.attachments.flatMap(({ filename, content, mimeType, disposition, related }, i): Part[] => {
    // Pictures that belong to the letter's own layout are no reports.
    if (related || disposition === 'inline') return []
    const data = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
    return [{ name: filename ? safeName(filename) : `attachment ${i + 1}`, bytes: data, contentType: mimeType }]
  })
  return {
    draft: {
      text: text.trim(),
      furniture: 'cut',
      title: mail.subject,
      author: from?.name || from?.address,
      published: day(mail.date),
      basis: { title: 'subject', author: 'sender', published: 'date field' },
    },
    parts,
  }
}

function day(date: string | undefined): string | undefined {
  const at = date ? Date.parse(date) : Number.NaN
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10)
}
