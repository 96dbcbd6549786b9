import type { Part } from '../draft.js'
import { type Limits, overLimit } from '../limits.js'

/** Values are what an export's writer put there: a message may be none, and a day a number. */
interface Chat {
  name?: unknown
  type?: unknown
  id?: unknown
  messages?: (Message | null)[]
}
type Message = { [name in 'id' | 'type' | 'date' | 'edited' | 'from' | 'author' | 'text' | Forwarded]?: unknown }
type Forwarded = 'forwarded_from' | 'saved_from'

/** An export of Telegram Desktop: one chat, or an account's chats. */
export function isTelegram(value: unknown): value is Chat | { chats: { list: Chat[] } } {
  if (typeof value !== 'object' || value === null) return false
  const chat = value as Chat & { chats?: { list?: unknown } }
  return (
    (Array.isArray(chat.messages) && typeof chat.type === 'string' && 'id' in chat) || Array.isArray(chat.chats?.list)
  )
}

/**
 * Each message with words as a document: the channel as its outlet, its day, when it was edited, and the channel that it
 * was forwarded from as the outlet whose report it is. Bytes of a message are its JSON. `silent` counts messages that
 * hold no words (pictures, calls, joins).
 */
export function telegramParts(value: object, limits: Limits): { parts: Part[]; silent: number } {
  const chats = isTelegram(value) && 'chats' in value ? value.chats.list : [value as Chat]
  const parts: Part[] = []
  let silent = 0
  for (const chat of chats) {
    for (const message of chat.messages ?? []) {
      const text = wordsOf(message?.text).trim()
      if (message?.type !== 'message' || !text) {
        silent += 1
        continue
      }
      if (parts.length >= limits.parts) throw overLimit('the export has too many messages', 'parts', limits.parts)
      parts.push(partOf(chat, message, text))
    }
  }
  return { parts, silent }
}

function partOf(chat: Chat, message: Message, text: string): Part {
  const from = string(message.from)
  const channel = string(chat.name) ?? from
  const isChannel = /channel/.test(string(chat.type) ?? '')
  const forwarded = string(message.forwarded_from) ?? string(message.saved_from)
  const [number, at] = [id(message.id), id(chat.id)]
  const url = isChannel && at && number ? `https://t.me/c/${at}/${number}` : undefined
  // In a group the message is its writer's; in a channel "from" is the channel again.
  const author = string(message.author) ?? (isChannel || from === channel ? undefined : from)
  return {
    name: `${channel ?? 'chat'} ${number ?? ''}`.trim(),
    bytes: Buffer.from(JSON.stringify({ chat: { name: chat.name, id: chat.id, type: chat.type }, message })),
    draft: {
      text,
      furniture: 'whole',
      outlet: channel,
      author,
      published: string(message.date)?.slice(0, 10),
      modified: string(message.edited)?.slice(0, 10),
      url,
      credit: forwarded && forwarded !== channel ? forwarded : undefined,
      creditKind: 'outlet',
      basis: { outlet: 'channel', author: 'export', credit: 'forwarded from' },
    },
  }
}

const string = (value: unknown) => (typeof value === 'string' ? value : undefined)
const id = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : undefined)

/** Telegram writes text as a string, or as a list of strings and marked pieces. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(wordsOf).join('')
  if (typeof text === 'object' && text !== null) return wordsOf((text as { text?: unknown }).text)
  return ''
}
