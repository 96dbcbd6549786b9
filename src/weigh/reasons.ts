import type { Reason } from '../model/index.js'
import { type KnownWorld, shownName } from '../resolve/index.js'

/** Every reason that weighing gives, in both languages; `{x}` stands for what the sentence is about. */
const REASONS = {
  'named-origin': { en: 'goes back to {x}', ar: 'مردّه إلى {x}' },
  'named-origin-many': { en: '{n} claims go back to {x}', ar: '{n} من الإفادات مردّها إلى {x}' },
  'same-body': { en: '{x} speak for one body ({y})', ar: '{x} يتحدثون باسم جهة واحدة ({y})' },
  'passes-on': {
    en: '{x} also passes on what {y} says',
    ar: '{x} ينقل أيضاً عن {y}',
  },
  'known-through': {
    en: '{x} are known only through {y}',
    ar: 'لا يُعرف ما يُنسب إلى {x} إلا عن طريق {y}',
  },
  'whose-report': {
    en: '{x} is quoted from a report of which it is not said whose it is',
    ar: '{x} منقول عن تقرير لم يُذكر صاحبه',
  },
  'one-unnamed': {
    en: 'one unnamed source ({x}) given by {y} within a week',
    ar: 'مصدر واحد غير مسمّى ({x}) نقل عنه {y} خلال أسبوع',
  },
  'quoted-outlet': {
    en: 'what is quoted from {x} goes back to the one origin that {x} gives',
    ar: 'ما نُقل عن {x} مردّه إلى المصدر الوحيد الذي يذكره {x}',
  },
  'one-owner': { en: '{x} have one owner ({y})', ar: '{x} لمالك واحد ({y})' },
  copy: { en: 'one text is a copy of another', ar: 'نص منسوخ عن آخر' },
  'near-copy': { en: 'one text is nearly a copy of another', ar: 'نص يكاد يكون نسخة عن آخر' },
  translation: { en: 'one text is a translation of another', ar: 'نص مترجم عن آخر' },
  'common-source': { en: 'the texts rest on one source', ar: 'النصوص تستند إلى مصدر واحد' },
  'unnamed-together': {
    en: 'unnamed sources ({x}): nothing shows that they are not one person',
    ar: 'مصادر غير مسمّاة ({x}): لا شيء يثبت أنها ليست شخصاً واحداً',
  },
  'no-lineage': {
    en: 'no lineage that can be followed ({x}): counts towards "at most" only',
    ar: 'لا سلسلة يمكن تتبعها ({x}): يُحسب في الحد الأعلى فقط',
  },
  'counts-differ': { en: '{x}: the numbers cannot all be true', ar: '{x}: لا يمكن أن تصح الأعداد كلها' },
  'later-toll': {
    en: '{x}: a later report of the same origin gives the higher number',
    ar: '{x}: تقرير لاحق من المصدر نفسه يذكر العدد الأعلى',
  },
  'later-toll-unsure': {
    en: '{x}: the numbers cannot all be true; the higher one was reported later and may be an update',
    ar: '{x}: لا يمكن أن تصح الأعداد كلها؛ والعدد الأعلى أحدث وقد يكون تحديثاً',
  },
  'days-differ': { en: 'the stated days do not meet', ar: 'الأيام المذكورة لا تتفق' },
  'places-differ': {
    en: 'none of the stated places lies in another',
    ar: 'ليس بين الأماكن المذكورة ما يقع داخل الآخر',
  },
  'parties-differ': { en: 'different actors are named', ar: 'الجهات المذكورة مختلفة' },
  'outcomes-differ': { en: 'the reports differ on how it ended', ar: 'تختلف التقارير في ما انتهى إليه الأمر' },
  'is-denied': { en: 'it is both said and denied', ar: 'يُقال ويُنفى في آن' },
  'direction-differs': {
    en: 'the reports differ on who did it to whom',
    ar: 'تختلف التقارير في مَن فعل ذلك بمَن',
  },
  'edit-differs': {
    en: '{x}: the text at one address was changed from version {n} to version {m}',
    ar: '{x}: غُيّر النص المنشور على العنوان نفسه بين النسخة {n} والنسخة {m}',
  },
  'edit-dropped': {
    en: 'version {n} of a text says it; nothing in version {m} was read as saying it',
    ar: 'تقوله النسخة {n} من النص، ولم يُقرأ في النسخة {m} ما يقوله',
  },
  circle: {
    en: 'circular reporting, each from the next: {x}',
    ar: 'نقل دائري، كلٌّ عن الذي يليه: {x}',
  },
  'lost-source': {
    en: '{x} does not say that it has it from {y}',
    ar: '{x} لا يذكر أنه أخذه عن {y}',
  },
  'lost-origin': {
    en: '{x} names {y} and not whom {y} has it from ({z})',
    ar: '{x} يذكر {y} ولا يذكر عمّن نقل {y} ({z})',
  },
  'interest-against-itself': {
    en: '{x} says what speaks against itself',
    ar: '{x} يقول ما هو حجة عليه',
  },
  'interest-own': {
    en: '{x} says it of what its own side did',
    ar: '{x} يقوله عمّا فعله طرفه هو',
  },
  'interest-other-side': {
    en: '{x}, the other side of it, says it',
    ar: 'يقوله {x} وهو الطرف الآخر فيه',
  },
  'interest-third': {
    en: '{x} says it and takes no part in it',
    ar: 'يقوله {x} ولا دور له فيه',
  },
  'interest-denies': { en: '{x} denies it', ar: '{x} ينفيه' },
  'interest-only-others': {
    en: 'every side that is known to say it is another than those said to do it ({x})',
    ar: 'كل طرف معروف يقوله غير الطرف المنسوب إليه الفعل ({x})',
  },
  'interest-silent': {
    en: '{x} could answer, and the case holds no word of it',
    ar: 'بإمكان {x} أن يرد، وليس في الملف كلمة منه',
  },
  'grade-no-assessment': {
    en: 'source F: no sourced assessment of its reliability is on file',
    ar: 'المصدر F: لا يوجد تقييم موثق لموثوقيته',
  },
  'grade-1': {
    en: 'information 1: at least {n} independent origins, no contradiction',
    ar: 'المعلومة 1: {n} على الأقل من المصادر المستقلة، ولا تناقض',
  },
  'grade-2-values': {
    en: 'information 2: at least {n} independent origins, but they differ on {x}',
    ar: 'المعلومة 2: {n} على الأقل من المصادر المستقلة، لكنها تختلف في {x}',
  },
  'grade-3': {
    en: 'information 3: one named origin; independence not established',
    ar: 'المعلومة 3: مصدر واحد مسمّى؛ الاستقلال غير ثابت',
  },
  'grade-4-denied': {
    en: 'information 4: it is both said and denied',
    ar: 'المعلومة 4: يُقال ويُنفى في آن',
  },
  'grade-4-outcome': {
    en: 'information 4: the reports differ on how it ended',
    ar: 'المعلومة 4: تختلف التقارير في ما انتهى إليه الأمر',
  },
  'grade-5': {
    en: 'information 5: denied, and nobody asserts it outright',
    ar: 'المعلومة 5: منفية، ولا أحد يجزم بها',
  },
  'grade-6-unnamed': {
    en: 'information 6: no origin is identified, so it cannot be judged',
    ar: 'المعلومة 6: لا مصدر معروف بعينه، فلا يمكن الحكم عليها',
  },
  'grade-6-none': {
    en: 'information 6: nobody says that it happened',
    ar: 'المعلومة 6: لا أحد يقول إنها وقعت',
  },
} as const

export type ReasonCode = keyof typeof REASONS

/** Makes a reason. */
export function because(code: ReasonCode, params: Reason['params'] = {}): Reason {
  return { code, params }
}

const isCode = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code)

/**
 * A reason as a sentence in one of the two languages. `name` says the ids and field keys in it in words of that language
 * and leaves what it does not know as it is. A code of a later version is shown as it is.
 */
export function sayReason(reason: Reason, lang: 'en' | 'ar' = 'en', name = (word: string) => word): string {
  if (!isCode(reason.code)) return reason.code
  return REASONS[reason.code][lang].replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = reason.params[key] ?? ''
    if (typeof value === 'number') return String(value)
    return [value]
      .flat()
      .map(name)
      .join(lang === 'ar' ? '، ' : ', ')
  })
}

/** Reasons with their sentences, each sentence once. */
export function reasoned(all: readonly Reason[], packs: KnownWorld): { reasons: string[]; because: Reason[] } {
  const said = new Map(all.map((one) => [sayReason(one, 'en', (word) => shownName(word, packs)), one]))
  return { reasons: [...said.keys()], because: [...said.values()] }
}
