import { madeOnce } from '../model/index.js'
import { dayOfYear } from './find-days.js'
import type { BylineForm, CaptureKnowledge, KnownOutlet } from './knowledge.js'

/** Who wrote, printed and first published a text, as its own lines say. */
export interface Byline {
  author?: string
  outlet?: string
  /** The agency or outlet whose report this is. */
  credit?: string
  /** `MM-DD` of a dateline that gives no year. */
  dayOfYear?: string
  /** The line that only says where the text comes from; no part of the report. */
  creditLine?: string
}

const NAME = '([\\p{L}\\p{N}][^\\n()]{1,60}?)'

/**
 * Reads the lines that say where a text comes from: «المرسى – خبر» (outlet – agency) or "writer – outlet" above the
 * report, a dateline "ADEN, Feb. 12 (YPA) –", a closing "(AFP)", and the packs' phrases ("first appeared on …").
 * Form decides what a name is only where neither the packs nor the page's own header (`outlet`) know it.
 */
export function readByline(text: string, knowledge: CaptureKnowledge, outlet?: string): Byline {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const own = outlet ? nameKey(outlet) : ''
  const named: KnownOutlet[] = outlet ? [{ id: own, names: [outlet], domains: [] }] : []
  const known = (name: string) => findOutlet(name, knowledge.outlets) ?? findOutlet(name, named)
  const { staff, agencies, patterns } = compiled(knowledge.bylines)
  const isAgency = (name: string) => name.split(/\s+/).some((word) => agencies.has(nameKey(word)))
  return {
    ...phrases(lines, patterns, known, isAgency),
    ...signature(lines, known),
    ...pair(lines.slice(0, 4), known, (name) => staff.has(nameKey(name)), isAgency, knowledge.givenNames),
    ...dateline(lines.slice(0, 4), known, isAgency, knowledge),
    ...filedBy(lines.slice(0, 4), known, isAgency),
  }
}

/** The initials that agencies go by: «د ب أ». */
const INITIALS = /^\p{L}(?: \p{L}){1,4}$/u
const DASHED = new RegExp(`^${NAME}\\s*[–—-]\\s+${NAME}$`, 'u')
const STROKED = new RegExp(`^${NAME}\\s*[/|]\\s*${NAME}$`, 'u')

/** The outlet that goes by a name, however it is written. */
export function findOutlet(name: string, outlets: readonly KnownOutlet[]): KnownOutlet | undefined {
  const key = nameKey(name)
  return key ? byKey(outlets).get(key) : undefined
}

/** Outlets by the keys of their names, the first of several alike. */
const byKey = madeOnce(
  (outlets: readonly KnownOutlet[]) =>
    new Map(outlets.flatMap((one) => one.names.map((name) => [nameKey(name), one] as const)).reverse()),
)

const nameKey = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** "Letters from home": no name ends in a word with a small letter, where letters have sizes. */
const PLAIN_END = /\s\p{Ll}[^\s]*$/u

/** Where letters have no capitals nothing else tells a person from a paper. */
const isPerson = (name: string, givenNames: ReadonlySet<string>) =>
  /\p{Lu}/u.test(name) || name.split(/\s+/).some((word) => givenNames.has(word))

type Known = (name: string) => KnownOutlet | undefined
const wordCount = (name: string) => name.split(/\s+/).length

/** «المرسى – خبر» on a line of its own; "Outlet – staff" and the like credit nobody else. */
function pair(
  lines: readonly string[],
  known: Known,
  isStaff: (name: string) => boolean,
  isAgency: (name: string) => boolean,
  givenNames: ReadonlySet<string>,
): Byline {
  for (const line of lines) {
    const bare = line.replace(/\s*:$/, '')
    const [, left, right] = DASHED.exec(bare) ?? STROKED.exec(bare) ?? []
    const dash = DASHED.test(bare) ? '-' : '/'
    if (!left || !right || /[.,،:؛!?؟]/.test(line) || wordCount(left) > 4 || wordCount(right) > 4) continue
    if (isStaff(right)) return { outlet: left }
    if (isStaff(left)) return known(right) ? { outlet: right } : {}
    if (dash === '/' && !known(left)) continue
    // A date or a place before the dash: what stands behind it is an agency only if it looks like one.
    if (/\p{N}/u.test(left)) continue
    if (!known(left) && (isAgency(right) || INITIALS.test(right))) return { credit: right }
    if (known(right) || known(left)) {
      // «شاطئ نيوز | 21-02-2023»: behind the paper its day.
      const credits = known(right) !== undefined || (wordCount(right) < 2 && !/\p{N}/u.test(right))
      if (known(left)) return credits ? { outlet: left, credit: right } : { outlet: left }
      return wordCount(left) === 1 ? { outlet: left, credit: right } : { author: left, outlet: right }
    }
    // Nobody signs with one word: two single words are outlet and agency, a longer first name is the writer's.
    if (wordCount(left) === 1 && wordCount(right) === 1) return { outlet: left, credit: right }
    if (wordCount(left) < 2 || wordCount(left) + wordCount(right) > 5 || PLAIN_END.test(left)) continue
    // «شبوة اليوم – عتق»: a paper and the town that it writes from.
    return isPerson(left, givenNames) ? { author: left, outlet: right } : { outlet: left }
  }
  return {}
}

/** "ADEN, Feb. 12 (YPA) –", "UNITED NATIONS (Reuters) -", «عدن (الاتحاد)» at the start of a paragraph. */
function dateline(
  lines: readonly string[],
  known: Known,
  isAgency: (name: string) => boolean,
  { months }: CaptureKnowledge,
): Byline {
  for (const line of lines) {
    const [, place = '', day, agency, dash] =
      /^(\p{L}[\p{L}'’./ -]{1,40}?)(?:\s*\([^()\n]{2,24}\))?(?:(?:,\s*|\s+(?=\p{N}))([^()–—]{2,24}?))?\s*\(([^()\n]{2,40})\)\s*([–—:-]{1,2})?\s+[\p{L}\p{N}]/u.exec(
        line,
      ) ?? []
    if (!agency || wordCount(place) > 4) continue
    const first = day ? dayOfYear(day, months) : undefined
    // Without a dash, or an acronym, a bracket near the start is only a bracket; «الحديدة (اليمن) –» says where that is.
    const capitals = /\p{Lu}/u.test(place) && place === place.toUpperCase()
    if (!known(agency) && !(dash && (capitals || isAgency(agency) || INITIALS.test(agency)))) continue
    return first ? { credit: agency.trim(), dayOfYear: first } : { credit: agency.trim() }
  }
  return {}
}

const QUOTED = /^[«“"](.+)[»”"]$/u

/**
 * «عدن – سبأ: …», «لندن ـ «النهار»: …», "(AFP) - …" at the start of a paragraph: a place and who reports from it. A paper between
 * quotation marks is the one that prints it.
 */
function filedBy(lines: readonly string[], known: Known, isAgency: (name: string) => boolean): Byline {
  for (const line of lines) {
    const [, name = ''] =
      /^\p{L}[\p{L} ]{1,24}?\s*[–—/ـ-]\s*([^:،,.()\n]{2,40}?)\s*:\s+\S+\s+\S+/u.exec(line) ??
      /^\(([^()\n]{2,40})\)\s*[–—:ـ-]{1,2}\s+\S+\s+\S+/u.exec(line) ??
      []
    const bare = QUOTED.exec(name)?.[1] ?? name
    if (bare === name ? known(name) || isAgency(name) || INITIALS.test(name) : known(bare))
      return bare === name ? { credit: name } : { outlet: bare }
  }
  return {}
}

/** The agency's name at the very end: in brackets, in capitals after the last full stop, or alone on the line. */
function signature(lines: readonly string[], known: Known): Byline {
  const last = lines.at(-1) ?? ''
  const bracketed = /\(([^()\n]{2,40})\)[.\s]*$/.exec(last)?.[1]?.trim()
  const capitals = /[.!?”"]\s+[–—-]?\s*(\p{Lu}{2,20})$/u.exec(last)?.[1]
  const agency = bracketed ?? capitals ?? (wordCount(last) <= 3 ? last : '')
  return agency && known(agency) ? { credit: agency } : {}
}

/** The packs' words for who wrote and printed a text, made ready once. */
interface Compiled {
  staff: ReadonlySet<string>
  agencies: ReadonlySet<string>
  patterns: readonly { kind: 'author' | 'outlet'; pattern: RegExp }[]
}

const compiled = madeOnce((forms: readonly BylineForm[]): Compiled => {
  const keys = (kind: BylineForm['kind']) => new Set(forms.flatMap((b) => (b.kind === kind ? [nameKey(b.form)] : [])))
  const patterns = forms.flatMap(({ form, kind }) => {
    if (kind !== 'author' && kind !== 'outlet') return []
    const [before = '', after = ''] = form.split('{name}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    // A phrase that opens with the name's place must make up the line; else anything may stand before it.
    return [{ kind, pattern: new RegExp(`${kind === 'author' ? '^' : ''}${before}${NAME}${after}\\s*[.!]?$`, 'iu') }]
  })
  return { staff: keys('staff'), agencies: keys('agency'), patterns }
})

/** The packs' phrases, on a line near the top or the bottom. */
function phrases(
  lines: readonly string[],
  patterns: Compiled['patterns'],
  known: Known,
  isAgency: (name: string) => boolean,
): Byline {
  const near = lines.length > 12 ? [...lines.slice(0, 6), ...lines.slice(-6)] : lines
  const byline: Byline = {}
  for (const { kind, pattern } of patterns) {
    for (const line of near) {
      const name = line.length <= 200 ? pattern.exec(line)?.[1]?.trim() : undefined
      if (!name || wordCount(name) > 6) continue
      if (kind === 'author' && (known(name) || isAgencyName(name, isAgency))) byline.credit ??= name
      else if (kind === 'author') byline.author ??= name
      else {
        byline.credit ??= name
        byline.creditLine ??= line
      }
    }
  }
  return byline
}

/** "Valley Press Agency": the name itself ends in what it is. */
const isAgencyName = (name: string, isAgency: (word: string) => boolean) =>
  /^[\p{L} ]+$/u.test(name) && wordCount(name) > 1 && isAgency(name.split(/\s+/).at(-1)!)
