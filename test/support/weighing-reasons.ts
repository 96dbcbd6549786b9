import { because, type Reason } from '../../src/model/index.js'

/** Each reason that weighing gives, in English and in Arabic. */
export const WEIGHING_REASONS: readonly (readonly [Reason, string, string])[] = [
  [because('named-origin', { x: 'guards' }), 'goes back to Hill Guard', 'مردّه إلى المرابطين'],
  [
    because('named-origin-many', { n: 3, x: 'guards' }),
    '3 claims go back to Hill Guard',
    '3 إفادات مردّها إلى المرابطين',
  ],
  [
    because('same-body', { x: ['guards', 'coast'], y: 'front' }),
    'Hill Guard and Coast News speak for one body (Valley Front)',
    'المرابطون وخبر الساحل: الكلام باسم جهة واحدة (جبهة الوادي)',
  ],
  [
    because('passes-on', { x: 'guards', y: 'front' }),
    'Hill Guard also passes on what Valley Front says',
    'مما يرد عن المرابطين ما هو منقول عن جبهة الوادي',
  ],
  [
    because('known-through', { x: ['guards', 'coast'], y: 'front' }),
    'Hill Guard and Coast News are known only through Valley Front',
    'لا يُعرف ما يُنسب إلى المرابطين وخبر الساحل إلا عن طريق جبهة الوادي',
  ],
  [
    because('whose-report', { x: 'guards' }),
    'Hill Guard is quoted from a report of which it is not said whose it is',
    'ما يُنسب إلى المرابطين منقول عن تقرير لم يُذكر صاحبه',
  ],
  [
    because('one-unnamed', { x: 'guards', y: 'front' }),
    'one unnamed source (Hill Guard) given by Valley Front within a week',
    'مصدر واحد غير مسمّى (المرابطون) ورد كلامه لدى جبهة الوادي خلال أسبوع',
  ],
  [
    because('quoted-outlet', { x: 'guards' }),
    'what is quoted from Hill Guard goes back to the one origin that Hill Guard gives',
    'ما نُقل عن المرابطين مردّه إلى المصدر الوحيد المذكور هناك',
  ],
  [
    because('one-owner', { x: ['guards', 'coast'], y: 'front' }),
    'Hill Guard and Coast News have one owner (Valley Front)',
    'المرابطون وخبر الساحل لمالك واحد (جبهة الوادي)',
  ],
  [because('copy'), 'one text is a copy of another', 'نص منسوخ عن آخر'],
  [because('near-copy'), 'one text is nearly a copy of another', 'نص يكاد يكون نسخة عن آخر'],
  [because('translation'), 'one text is a translation of another', 'نص مترجم عن آخر'],
  [because('common-source'), 'the texts rest on one source', 'النصوص تستند إلى مصدر واحد'],
  [
    because('unnamed-together', { x: 'guards' }),
    'unnamed sources (Hill Guard): nothing shows that they are not one person',
    'مصادر غير مسمّاة (المرابطون): لا شيء يثبت أنها ليست شخصاً واحداً',
  ],
  [
    because('no-lineage', { x: 'guards' }),
    'no lineage that can be followed (Hill Guard): counts towards "at most" only',
    'لا سلسلة يمكن تتبعها (المرابطون): يُحسب في الحد الأعلى فقط',
  ],
  [
    because('counts-differ', { x: 'killed' }),
    'killed: the numbers cannot all be true',
    'قتلى: لا يمكن أن تصح الأعداد كلها',
  ],
  [
    because('later-toll', { x: 'killed' }),
    'killed: a later report of the same origin gives the higher number',
    'قتلى: تقرير لاحق من المصدر نفسه يذكر العدد الأعلى',
  ],
  [
    because('later-toll-unsure', { x: 'killed' }),
    'killed: the numbers cannot all be true; the higher one was reported later and may be an update',
    'قتلى: لا يمكن أن تصح الأعداد كلها؛ والعدد الأعلى أحدث وقد يكون تحديثاً',
  ],
  [because('days-differ'), 'the stated days do not meet', 'الأيام المذكورة لا تتفق'],
  [because('places-differ'), 'none of the stated places lies in another', 'ليس بين الأماكن المذكورة ما يقع داخل الآخر'],
  [because('parties-differ'), 'different actors are named', 'الجهات المذكورة مختلفة'],
  [because('outcomes-differ'), 'the reports differ on how it ended', 'تختلف التقارير في ما انتهى إليه الأمر'],
  [because('is-denied'), 'it is both said and denied', 'يُقال ويُنفى في آن'],
  [because('direction-differs'), 'the reports differ on who did it to whom', 'تختلف التقارير في مَن فعل ذلك بمَن'],
  [
    because('edit-differs', { x: 'killed', n: 3, m: 4 }),
    'killed: the text at one address was changed from version 3 to version 4',
    'قتلى: غُيّر النص المنشور على العنوان نفسه بين النسخة 3 والنسخة 4',
  ],
  [
    because('edit-dropped', { n: 3, m: 4 }),
    'version 3 of a text says it; nothing in version 4 was read as saying it',
    'تقوله النسخة 3 من النص، ولم يُقرأ في النسخة 4 ما يقوله',
  ],
  [
    because('circle', { x: ['guards', 'front', 'guards'] }),
    'circular reporting, each from the next: Hill Guard, Valley Front, Hill Guard',
    'نقل دائري، كلٌّ عن الذي يليه: المرابطون، جبهة الوادي، المرابطون',
  ],
  [
    because('lost-source', { x: 'guards', y: 'front' }),
    'Hill Guard does not say that it has it from Valley Front',
    'لا يرد لدى المرابطين أنه مأخوذ عن جبهة الوادي',
  ],
  [
    because('lost-origin', { x: 'guards', y: 'front', z: 'coast' }),
    'Hill Guard names Valley Front and not whom Valley Front has it from (Coast News)',
    'يرد لدى المرابطين النقل عن جبهة الوادي، لا عمّن أُخذ الخبر عنه أصلاً (خبر الساحل)',
  ],
  [
    because('interest-against-itself', { x: 'guards' }),
    'said by Hill Guard, and speaks against its own sayer',
    'القول صادر عن المرابطين، وهو حجة على قائله',
  ],
  [
    because('interest-own', { x: 'guards' }),
    'said by Hill Guard of what its own side did',
    'القول صادر عن المرابطين، وهو عمّا فعله الطرف القائل نفسه',
  ],
  [
    because('interest-other-side', { x: 'guards' }),
    'said by Hill Guard, the other side of it',
    'القول صادر عن المرابطين، أي عن الطرف الآخر',
  ],
  [
    because('interest-third', { x: 'guards' }),
    'said by Hill Guard, with no part in it',
    'القول صادر عن المرابطين، أي عمّن لا دور له في الأمر',
  ],
  [because('interest-denies', { x: 'guards' }), 'denied by Hill Guard', 'النفي صادر عن المرابطين'],
  [
    because('interest-only-others', { x: 'guards' }),
    'every side that is known to say it is another than those said to do it (Hill Guard)',
    'كل طرف معروف يقوله غير الطرف المنسوب إليه الفعل (المرابطون)',
  ],
  [
    because('interest-silent', { x: 'guards' }),
    'Hill Guard could answer, and the case holds no word of it',
    'لا كلمة في الملف من المرابطين، مع أن الرد ممكن',
  ],
  [
    because('grade-no-assessment'),
    'source F: no sourced assessment of its reliability is on file',
    'المصدر F: لا يوجد تقييم موثق لموثوقيته',
  ],
  [
    because('grade-1', { n: 3 }),
    'information 1: at least 3 independent origins, no contradiction',
    'المعلومة 1: 3 مصادر مستقلة على الأقل، ولا تناقض',
  ],
  [
    because('grade-2-values', { n: 3, x: ['killed', 'date'] }),
    'information 2: at least 3 independent origins, but they differ on killed and date',
    'المعلومة 2: 3 مصادر مستقلة على الأقل، لكن التقارير تختلف (قتلى والتاريخ)',
  ],
  [
    because('grade-3'),
    'information 3: one named origin; independence not established',
    'المعلومة 3: مصدر واحد مسمّى؛ الاستقلال غير ثابت',
  ],
  [because('grade-4-denied'), 'information 4: it is both said and denied', 'المعلومة 4: يُقال ويُنفى في آن'],
  [
    because('grade-4-outcome'),
    'information 4: the reports differ on how it ended',
    'المعلومة 4: تختلف التقارير في ما انتهى إليه الأمر',
  ],
  [because('grade-5'), 'information 5: denied, and nobody asserts it outright', 'المعلومة 5: منفية، ولا أحد يجزم بها'],
  [
    because('grade-6-unnamed'),
    'information 6: no origin is identified, so it cannot be judged',
    'المعلومة 6: لا مصدر معروف بعينه، فلا يمكن الحكم عليها',
  ],
  [because('grade-6-none'), 'information 6: nobody says that it happened', 'المعلومة 6: لا أحد يقول إنها وقعت'],
]
