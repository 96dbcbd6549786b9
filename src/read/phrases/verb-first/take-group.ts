import { arePeople, PEOPLE } from '../../people.js'
import { agrees, type Draft } from './draft.js'
import type { Group } from './noun-group.js'

/** What a verb takes a bare noun group as: its subject, its object, or the second of two. */

/** Whether a verb has room for a bare group. */
export function wants(d: Draft, group: Group): boolean {
  if (d.closed) return false
  // A stretch of time neither acts nor is acted on: «أمهلهم ثلاثة أيام», «بعد هجوم دام أربعة أيام».
  if (group.classes.includes('time')) return false
  const subject =
    d.S.length === 0 && !d.subjectBefore && d.agreement?.number !== 'plural' && d.agreement?.number !== 'dual'
  if (subject && group.case !== 'accusative') return true
  // What is done has no object but its subject.
  if (d.passive && d.S.length > 0 && d.verb?.ditransitive !== true) return false
  const transitive = d.verb === undefined || d.verb.transitive || d.pos === 'noun'
  if (!transitive) return false
  return d.O.length === 0 || (d.verb?.ditransitive === true && d.O2.length === 0)
}

/** Takes a bare group as subject, object or second object. */
export function give(d: Draft, group: Group, titled = false): void {
  // A plural verb has its subject before it: «وخطفوا ممرضة» is not said of the nurse.
  const alone = d.agreement?.number === 'plural' || d.agreement?.number === 'dual'
  const free = d.S.length === 0 && !d.subjectBefore && !alone
  const nominative = group.case !== 'accusative' && group.case !== 'oblique'
  // «حطت الطائرة … وأفرغت مسيّرات»: behind "and" with a subject at hand, things that have a name of their own are no doers.
  const goesOn = d.governor?.as === 'conjunct' && d.governor.by !== undefined
  // «تلقى المتفجرات»: nor are they where the verb does not agree with them.
  const thingly = group.classes.some((c) => THINGS.has(c))
  const named = group.mention !== undefined && !(thingly && (goesOn || !agrees(d.agreement, group)))
  const animate = (group.classes.some((c) => ANIMATE.has(c)) && !group.classes.includes('base')) || named
  // A coordinated verb whose subject is known takes a thing as its object.
  const thing = !animate || group.classes.includes('idiom') || isOfAnother(d, group)
  const shared = group.case !== 'nominative' && d.shared !== undefined && thing && d.verb?.transitive === true
  // «سلّم جماعة الحوثي أسيرين»: right behind its verb a subject agrees with it.
  const { gender, number } = d.agreement ?? {}
  const clash =
    gender === 'masculine' &&
    number === 'singular' &&
    d.verb?.ditransitive === true &&
    group.agreement.feminine === true &&
    group.classes.includes('group') &&
    !group.counted &&
    group.start - d.end < 2
  // «واحتجزت أحد عشر رجلا»: a man, or men of a stated number, are no subject of a feminine verb.
  const men =
    gender === 'feminine' &&
    number === 'singular' &&
    d.verb?.transitive === true &&
    group.agreement.human &&
    group.agreement.feminine === false &&
    (group.agreement.number === 'singular' || typeof group.quantity?.min === 'number')
  // «نفت الوزارة أن تكون قد زودت أي طرف»: with a subject from elsewhere, who does not agree is an object.
  const other = d.shared !== undefined && d.verb?.transitive === true && !agrees(d.agreement, group)
  if (
    free &&
    nominative &&
    !shared &&
    !other &&
    !clash &&
    !men &&
    (agrees(d.agreement, group) || !d.verb?.transitive || animate || titled)
  ) {
    d.S = [group]
    return
  }
  if (d.O.length === 0) {
    d.O = [group]
    return
  }
  // «سلّم القاعدةَ أسلحةً»: the first object is who gets, the second what.
  d.O2 = d.O
  d.O = [group]
}

/** «اعترض الخفر زورقا وأوقف طاقمه»: whoever seized a thing went on to seize its people. */
function isOfAnother(d: Draft, { of }: Group): boolean {
  const first = d.governor?.as === 'conjunct' ? d.governor.draft : undefined
  const taken = first?.O[0]
  if (!of?.pronoun || !d.verb?.patient || !taken || taken.pronoun || arePeople(taken) || !d.shared) return false
  return d.shared.some(arePeople) && agrees({ person: 3, ...of.pronoun }, taken)
}

const ANIMATE = new Set([...PEOPLE, 'source', 'outlet'])
const THINGS = new Set(['weapon', 'ammunition', 'missile', 'drone', 'explosive', 'equipment'])
