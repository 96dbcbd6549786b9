// The linking set: invented and restated reports of one folder of stories, with the incidents that they tell of marked in
// the text: "[name: the words that tell of it]".
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ClaimType, Republication } from '../../src/model/index.js'

const STORIES = join(import.meta.dirname, 'stories')

/** Words of a document that tell of an incident; offsets into the text without marks. */
export interface MarkedMention {
  incident: string
  type: ClaimType
  start: number
  end: number
}

export interface StoryDocument {
  id: string
  /** The file as it is added: header lines and text. */
  file: string
  text: string
  mentions: MarkedMention[]
}

/** Documents that belong together; incidents of different stories are never one. */
export interface Story {
  name: string
  /** Held back from whoever tunes linking; only scored. */
  held: boolean
  documents: StoryDocument[]
  /** Pairs of incidents that look alike and are two. */
  alike: [string, string][]
  repeats: { kind: Republication['kind']; documents: string[] }[]
}

interface Written {
  incidents: Record<string, ClaimType>
  alike: [string, string][]
  repeats: Story['repeats']
  documents: { id: string; outlet: string; published: string; text: string }[]
}

/** Every story, by file name. */
export function readStories(): Story[] {
  const files = readdirSync(STORIES).filter((name) => name.endsWith('.yml'))
  return files.sort().map((file): Story => {
    const { incidents, alike, repeats, documents } = parse(readFileSync(join(STORIES, file), 'utf8')) as Written
    const held = file.startsWith('held-')
    return {
      name: file.replace(/\.yml$/, ''),
      held,
      alike,
      repeats,
      documents: documents.map(({ id, outlet, published, text: marked }): StoryDocument => {
        const { text, mentions } = unmark(marked, incidents)
        return { id, text, mentions, file: `Outlet: ${outlet}\nPublished: ${published}\n\n${text}\n` }
      }),
    }
  })
}

/** Takes the marks out of a text and says what they marked. */
function unmark(marked: string, incidents: Written['incidents']): Pick<StoryDocument, 'text' | 'mentions'> {
  let text = ''
  const mentions: MarkedMention[] = []
  for (const part of marked.split(/(\[[^\]]+\])/)) {
    const [, incident, words] = /^\[([a-z-]+): ([^\]]+)\]$/.exec(part) ?? []
    if (incident !== undefined && words !== undefined) {
      const type = incidents[incident]
      if (!type) throw new Error(`no incident "${incident}" in the head of the story`)
      mentions.push({ incident, type, start: text.length, end: text.length + words.length })
      text += words
    } else text += part
  }
  return { text, mentions }
}
