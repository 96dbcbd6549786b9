import type { ClauseState } from './clause-state.js'
import { isQuote } from './group-boundary.js'
import type { Group } from './noun-group.js'

/** Who is described behind his name, or named behind his title. */

/** «محمود حمزة، قائد اللواء»: behind a comma a definite description of the person just named names nobody new. */
export function readApposition(s: ClauseState, i: number, group: Group): boolean {
  const named = s.chunks[i - 1]?.kind === 'comma' ? behindComma(s, i) : undefined
  if (!named && (isNameBehindTitle(s, i, group) || isTitleOfHarmed(s, i, group) || isTitleInPhrase(s, i, group)))
    return true
  if (named?.apposed && isOfficeOf(s, i, named, group)) return true
  if (!named || named.apposed || named.members || group.members) return false
  // «نفى المتحدث باسم الحركة، الشيخ سعيد برعي، أن …»: between commas a name is his whose office was told.
  const office = isTitle(named) && named.of !== undefined && s.chunks[i + 1]?.kind === 'comma'
  if (group.mention === named.mention && !(office && group.apposed)) return false
  if (!isOnePerson(named) || !isOnePersonOrName(s, group) || !group.definite || s.chunks[i + 1]?.kind === 'verb')
    return false
  if (group.classes.includes('person') && group.mention !== undefined && group.agreement.human && !group.of && !office)
    return false
  named.apposed = group
  named.classes = [...new Set([...named.classes, ...group.classes])]
  return true
}

/** Whoever stands before the comma: «رئيس الحكومة في المدينة، سعد المطلي، …» is no place but he whose office it is. */
function behindComma(s: ClauseState, i: number): Group | undefined {
  const [holder, under] = [s.chunks[i - 4]?.group, s.chunks[i - 3]]
  const seated = under?.kind === 'preposition' && under.tok.reading.role === 'place' && holder && isTitle(holder)
  const name = s.toks[s.chunks[i]!.group!.headTok]!.pos === 'name' && s.chunks[i + 1]?.kind === 'comma'
  return seated && name && holder.of && !holder.apposed ? holder : s.chunks[i - 2]?.group
}

/** «أعلن العميد سالم البكري، الناطق باسم القوة، مقتل …»: between commas the office of him whose rank and name were told. */
function isOfficeOf(s: ClauseState, i: number, named: Group, office: Group): boolean {
  const closed = s.chunks[i + 1]?.kind === 'comma' || s.chunks[i + 1]?.kind === 'stop'
  if (!closed || !isOnePerson(named) || !isOnePerson(office) || named.members || office.members) return false
  if (!office.definite || office.mention !== undefined || !office.of || !isTitle(office)) return false
  named.classes = [...new Set([...named.classes, ...office.classes])]
  return true
}

/** «قُتل القيادي في الحركة معلم أيمن»: behind a man's title a man with no article and no sign of an object is he himself. */
function isNameBehindTitle(s: ClauseState, i: number, group: Group): boolean {
  const title = s.chunks[i - 1]?.group
  if (!title || title.apposed || title.members || !title.of) return false
  const word = s.toks[group.headTok]!
  // «قال محافظ مرزق صالح الهوني»: a man's own name may stand behind an office in a place that nobody knows.
  const name = word.pos === 'name' && group.classes.includes('person') && group.mention !== undefined && !group.of
  if (name && title.mention === undefined && isOnePerson(title) && group.start - title.end === 1) {
    title.apposed = group
    title.end = group.end
    return true
  }
  if (!title.definite || !isTitle(title)) return false
  const shows = !s.lexicon.tables.inflection.nouns.noAccusative.some((e) => word.norm.endsWith(e))
  const man = word.pos === 'noun' && !word.article && group.agreement.human && group.agreement.number === 'singular'
  const rest = group.apposed ?? (group.of && !s.toks[group.of.headTok]!.known ? group.of : undefined)
  if (!man || !shows || group.case || group.counted || !rest || !group.classes.includes('person')) return false
  title.apposed = group
  title.end = group.end
  return true
}
/** «قتل أبو تراب القيادي في التنظيم»: right behind the name that follows a verb of harm, a man's full title is his who was harmed. */
function isTitleOfHarmed(s: ClauseState, i: number, title: Group): boolean {
  const [verb] = s.clause.verbs
  const before = s.chunks[i - 1]
  const named = before?.group ?? (isQuote(before?.tok) ? s.chunks[i - 2]?.group : undefined)
  if (!named || !verb?.verb?.patient || verb.S[0] !== named || verb.O.length > 0 || verb.subjectBefore) return false
  if (s.toks[named.headTok]!.pos !== 'name' || !isOnePersonOrName(s, named) || named.apposed) return false
  if (!isFullTitle(s, title) || title.start - named.end > 2 || s.chunks[i + 1]?.group) return false
  named.apposed = title
  named.classes = [...new Set([...named.classes, ...title.classes])]
  return true
}

/** «الإفراج عن قريب سالم المرادي المحافظ السابق»: right behind the name that ends a phrase, a man's full title is his who is named. */
function isTitleInPhrase(s: ClauseState, i: number, title: Group): boolean {
  const [under, before] = [s.chunks[i - 2], s.chunks[i - 1]?.group]
  if (under?.kind !== 'preposition' || !before || before.members || !isFullTitle(s, title)) return false
  let named = before
  while (named.of && named.of.end === named.end) named = named.of
  if (s.toks[named.headTok]!.pos !== 'name' || !named.classes.includes('person') || named.apposed) return false
  if (title.start - named.end !== 1 || title.mention !== undefined || s.chunks[i + 1]?.kind === 'verb') return false
  named.apposed = title
  return true
}

const isFullTitle = (s: ClauseState, title: Group) =>
  isTitle(title) && s.toks[title.headTok]!.article && (title.of !== undefined || title.modifiers.length > 0)

const isTitle = (g: Group) =>
  g.agreement.number === 'singular' && !g.counted && g.classes.some((c) => c === 'leader' || c === 'official')

const isOnePerson = (g: Group) =>
  g.agreement.number === 'singular' && !g.counted && !g.pronoun && g.classes.some((c) => ONE_PERSON.has(c))
/** «عادل بن زيدون»: a man's name may end as a plural does. */
const isOnePersonOrName = (s: ClauseState, g: Group) =>
  isOnePerson(g) || (s.toks[g.headTok]!.pos === 'name' && g.classes.includes('person') && !g.counted && !g.of)
const ONE_PERSON = new Set(['person', 'leader', 'official', 'soldier', 'fighter'])
