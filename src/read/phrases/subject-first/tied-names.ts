import type { Mention } from '../../../model/index.js'
import { beginsUpper, fold, type Token as Raw } from '../../../text/index.js'
import type { Lexicon } from './lexicon.js'

/**
 * "Red Band-army clashes", "the Ostby–Orvale talks": two parties that a dash ties before what they do together, each a
 * token of its own.
 */
export function pairAt(
  raw: readonly Raw[],
  i: number,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): { halves: [Raw, Raw]; length: number } | null {
  const t = raw[i]!
  const [dash, second] = [raw[i + 1], raw[i + 2]]
  let halves: [Raw, Raw] | undefined
  let length = 1
  const isActor = (h: Raw) => mentions.some((m) => m.start === h.start && m.end === h.end && m.kind === 'actor')
  if (t.kind === 'word' && DASH.test(t.text)) {
    const ties = [...t.text.matchAll(new RegExp(DASH, 'gu'))].map(({ index }) => cutAt(t, index))
    // "Houthi-al-Qaeda talks": of several dashes the one between two names.
    halves = ties.length === 1 ? ties[0] : ties.find((pair) => pair.every(isActor))
  } else if (t.kind === 'word' && second?.kind === 'word' && /^[–‑-]$/u.test(dash!.text)) {
    if (dash!.start === t.end && second.start === dash!.end) halves = [t, second]
    length = 3
  }
  if (!halves || !tellsDeed(raw, i + length, lexicon)) return null
  const named = halves.map(isActor)
  const party = halves.every((h, k) => named[k] || isSide(h, lexicon) || (named[1 - k] && isNation(h, lexicon)))
  return party ? { halves, length } : null
}

const DASH = /[-‐‑]/u

/** A word cut at a dash. */
function cutAt(t: Raw, at: number): [Raw, Raw] {
  const part = (from: number, to: number): Raw => {
    const text = t.text.slice(from, to)
    return { kind: 'word', start: t.start + from, end: t.start + to, text, norm: fold(text) }
  }
  return [part(0, at), part(at + 1, t.text.length)]
}

/**
 * "A Red Band-led assault": the name of whoever is said to have done what is named behind, without the participle tied to it
 * by a dash; undefined where it is only described ("Band-held").
 */
export function leaderOf(
  raw: readonly Raw[],
  i: number,
  n: number,
  name: Mention,
  lexicon: Lexicon,
): readonly Raw[] | undefined {
  const last = raw[i + n - 1]!
  const dash = name.end - last.start
  if (name.kind !== 'actor' || last.end <= name.end + 2 || dash <= 0 || !DASH.test(last.text[dash]!)) return undefined
  const [own, participle] = cutAt(last, dash)
  const readings = lexicon.readings.get(participle.norm) ?? []
  const does = readings.some(
    (r) => r.form === 'participle' && lexicon.light.get(r.lemma)?.some((l) => l.agent === 'subject'),
  )
  return does && tellsDeed(raw, i + n, lexicon) ? [...raw.slice(i, i + n - 1), own] : undefined
}

/** Whether the noun that stands here, behind at most two words that describe it, names something done. */
function tellsDeed(raw: readonly Raw[], from: number, lexicon: Lexicon): boolean {
  for (const t of raw.slice(from, from + 3)) {
    const readings = lexicon.readings.get(t.norm) ?? []
    if (readings.some((r) => r.pos === 'noun' && lexicon.eventNouns.has(r.lemma))) return true
    if (t.kind !== 'word' || !readings.every((r) => r.pos === 'adjective' || r.pos === 'noun')) return false
  }
  return false
}

/** A word for a side: army, rebels. */
const isSide = ({ norm }: Raw, lexicon: Lexicon): boolean =>
  (lexicon.readings.get(norm) ?? []).some((r) => lexicon.classes.get(r.lemma)?.some((c) => SIDES.has(c)))

/** "Saudi", "Orvalian", beside a party that is known: a capital on what describes, or on a name that no list knows. */
function isNation({ norm, text }: Raw, lexicon: Lexicon): boolean {
  const describes = (lexicon.readings.get(norm) ?? []).every(
    (r) => r.pos === 'adjective' || (r.pos === 'noun' && lexicon.classes.get(r.lemma)?.includes('person')),
  )
  return beginsUpper(text) && norm.length > 3 && describes
}
const SIDES = new Set(['group', 'fighter', 'soldier', 'authority'])
