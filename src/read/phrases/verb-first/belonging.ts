import { BODY, isQuote, TITLE } from './group-boundary.js'
import type { ChunkInput } from './group-chunker.js'
import type { Group } from './noun-group.js'
import type { Tok } from './words.js'

/** What people belong to, behind a preposition: their body, those whose part they are, the field of an office. */

/** Reads the noun group that begins at a word, and the word after it. */
export type GroupAt = (input: ChunkInput, i: number) => { group: Group; next: number } | null

/** «15 شخصا من المفرج عنهم»: counted people, and those whose part they are. */
export function partOf(
  group: Group,
  input: ChunkInput,
  k: number,
  groupAt: GroupAt,
): { group: Group; next: number } | null {
  if (input.toks[k]!.reading.role !== 'source' || group.of || !group.agreement.human) return null
  const inner = groupAt(input, k + 1)
  const { agreement, definite, pronoun } = inner?.group ?? {}
  return inner && definite && !pronoun && agreement?.human && agreement.number === 'plural' ? inner : null
}

/** «تابعة لقوات …» names the body a group belongs to; «الموالية ل…» is an epithet: taken in, but nobody's body. */
export function affiliation(input: ChunkInput, k: number, groupAt: GroupAt): { group?: Group; next: number } | null {
  const { toks } = input
  const kind = toks[k]!.classes.find((c) => c === 'affiliation' || c === 'epithet')
  if (!kind || toks[k + 1]?.pos !== 'preposition') return null
  const inner = groupAt(input, k + 2)
  if (!inner) return null
  return kind === 'affiliation' ? { group: inner.group, next: inner.next } : { next: inner.next }
}

const OFFICES = new Set(['official', 'leader', 'worker', 'expert', 'person'])
/** «رئيس اللجنة لشؤون الأسرى فلان», «مدير الوكالة بصنعاء فلان»: what an office is for, or where, before its holder's name. */
export function fieldOf(group: Group, input: ChunkInput, k: number, groupAt: GroupAt): number {
  const { toks } = input
  const role = toks[k]!.reading.role
  const office = group.classes.some((c) => OFFICES.has(c))
  if (!office || group.apposed || group.agreement.number !== 'singular' || !group.definite) return k
  if (toks[k]!.pos !== 'preposition' || (role !== 'to' && role !== 'means' && role !== 'place')) return k
  const inner = groupAt(input, k + 1)
  const name = inner && !inner.group.pronoun ? toks[inner.next] : undefined
  return name?.mention !== undefined && input.mentions[name.mention]!.kind === 'person' ? inner!.next : k
}

/** «عنصر بالتنظيم»: somebody who does not stand behind a verb that might ask for the preposition («التقى القائد بالجماعة»). */
const isItsMan = (g: Group, toks: readonly Tok[]) => serves(g) && (!g.definite || toks[g.headTok - 1]?.pos !== 'verb')

/** Words for those who serve a body. */
const SERVES = new Set(['leader', 'fighter', 'soldier', 'official', 'source'])
const serves = (g: Group) => g.classes.some((c) => SERVES.has(c))

/** «قيادي في التنظيم», «مسلحين من القاعدة», «الناطق باسم الجماعة», «ممثل عن …»: people and the body they belong to. */
export function memberOf(
  group: Group,
  input: ChunkInput,
  k: number,
  groupAt: GroupAt,
): { group: Group; next: number } | null {
  const { toks } = input
  const t = toks[k]!
  if (t.pos !== 'preposition' || group.mention !== undefined || group.of?.pronoun) return null
  const role = t.reading.role
  // «قوات من الحرس», «مجموعة من الحركة»: a part of a body, named by a word for a body.
  const part = role === 'source' && !group.definite && group.classes.includes('group')
  // «مصدر في قيادة القوة»: somebody who tells, and the body in which he sits.
  const source = role === 'place' && group.classes.includes('source') && !group.definite
  if (!part && !source && !group.classes.some((c) => TITLE.has(c))) return null
  const ofBody = role === 'means' && t.attached === 'before' && isItsMan(group, toks)
  // «طلب شيوخ القبائل من المسلحين مغادرة البلدة»: a verb that calls for something has whom it asks behind "from".
  const verb = toks[group.headTok - 1]
  const asked = verb?.pos === 'verb' && input.lexicon.governors.has(`${verb.reading.lemma}/verb`)
  if (role === 'source' && group.definite && asked) return null
  const belongs = role === 'name' || role === 'source' || role === 'about' || role === 'place'
  if (!ofBody && (!belongs || t.attached === 'before')) return null
  if (role === 'place' && !serves(group)) return null
  // «القيادي في «حراس الدين»»: quotation marks do not part the body from its people.
  const quoted = isQuote(toks[k + 1])
  const found = groupAt(input, quoted ? k + 2 : k + 1)
  if (!found) return null
  const inner = quoted && isQuote(toks[found.next]) ? { ...found, next: found.next + 1 } : found
  const mentionKind = inner.group.mention === undefined ? undefined : input.mentions[inner.group.mention]?.kind
  if (quoted && role === 'place' && isQuote(toks[found.next]) && mentionKind !== 'place')
    inner.group.classes = ['group']
  // «يكف مسلحو الحركة عن مهاجمة …»: what people belong to is no act.
  if (toks[inner.group.headTok]?.reading.derived === 'masdar' && !inner.group.classes.includes('group')) return null
  // «المتحدث باسمه»: whoever speaks for those just named.
  if (role === 'name' && inner.group.pronoun) return inner
  const { agreement, classes } = inner.group
  // «خلية من خمسة أفراد»: how many make up a body.
  if (part && inner.group.quantity && agreement.human && !inner.group.definite) return inner
  // «لجنة من الأعيان»: who they are that make it up.
  if (part && agreement.human && agreement.number === 'plural' && inner.group.definite && !inner.group.pronoun)
    return inner
  if (ofBody && (agreement.human || agreement.number !== 'singular' || !classes.includes('group'))) return null
  const body = classes.some((c) => BODY.has(c)) || inner.group.mention !== undefined
  if (role === 'place' && ((mentionKind === 'place' && !source) || !inner.group.classes.includes('group'))) return null
  if (
    (role === 'source' || role === 'about') &&
    (mentionKind === 'place' || !(inner.group.classes.includes('group') || mentionKind === 'actor'))
  )
    return null
  if (!body) return null
  // «59 سجينا من سجناء القاعدة»: the body is what the others belong to.
  const people = inner.group.of && inner.group.classes.some((c) => TITLE.has(c))
  return people ? { group: inner.group.of!, next: inner.next } : inner
}
