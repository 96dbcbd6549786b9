import type { Draft } from './draft.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'

/**
 * Whether a verb's ending alone shows who acts: a feminine, a plural or a dual of the third person with no subject in its
 * clause («وأفرجت عن ثلاثة»). A masculine singular without one is likelier a passive or impersonal, unless something is
 * written as its object that could not be its subject.
 */
export function hasImpliedSubject(d: Draft, lexicon: Lexicon): boolean {
  const { person, number, gender } = d.agreement ?? {}
  // «هاجمنا ثلاثة مواقع»: whoever speaks.
  if (d.form === 'finite' && person === 1 && number === 'plural' && !d.passive) return true
  if (d.form !== 'finite' || person !== 3 || d.passive || lexicon.saying.has(`${d.lemma}/verb`)) return false
  if (lexicon.classes.get(d.lemma)?.includes('outcome')) return false
  if (number === 'plural' || number === 'dual') return true
  // «قاذفات سلّمها عند الغروب»: with its object written onto it, a verb that describes is active.
  const own = d.O.length > 0 && d.S.length === 0 && d.verb?.transitive === true && d.resumed
  if (own) return true
  if (d.describes || d.subjectBefore) return false
  if (d.O.length > 0 && d.O[0]!.pronoun) return true
  if (d.O.length > 0) return gender === 'feminine' || d.O[0]!.case === 'accusative' || d.O2.length > 0
  return gender === 'feminine' && d.verb?.transitive === false
}

/** The subject that only the ending shows: a pronoun in the place of the verb, for the names step to resolve. */
export function impliedSubject(d: Draft): Group {
  const span = { start: d.tok.start, end: d.tok.end }
  const { number, gender } = d.agreement ?? {}
  return {
    ...span,
    head: span,
    headTok: -1,
    lemma: d.tok.norm,
    classes: [],
    definite: true,
    modifiers: [],
    pronoun: { ...d.agreement },
    implied: true,
    agreement: {
      number: number ?? 'singular',
      human: false,
      ...(gender && { feminine: gender === 'feminine' }),
    },
  }
}
