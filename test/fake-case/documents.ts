import type { CaseDocument } from '../../src/case/case.js'
import type { EditedParagraph } from '../../src/case/edited-paragraphs.js'
import { sha256 } from '../../src/model/index.js'

/** A document of the invented theatre: a coast, a valley, two armed groups and those who write about them. */
export type FakeDocument = Omit<CaseDocument, 'claims'> & { text: string }

function document(path: string, day: string, rest: Partial<FakeDocument>, lines: string[]): FakeDocument {
  const text = lines.join('\n\n')
  return {
    id: `sha256:${sha256(text)}`,
    path,
    language: path.endsWith('.ar.txt') ? 'ar' : 'en',
    published: { from: day, to: day, basis: 'metadata' },
    captured: `${day}T09:00:00Z`,
    text,
    ...rest,
  }
}

export const documents = {
  freed: document(
    '01-freed.en.txt',
    '2023-03-12',
    { outlet: 'Coast Gazette', title: 'Harbour Front frees nine fighters of the Highland Guard' },
    [
      'QANAT — The Harbour Front let nine fighters of the Highland Guard go on Friday night, a security source in Qanat told the Meridian agency.',
      'In return, the source said, the Guard opened the road through Wadi Rimal to the lorries of the Front.',
      'Nabil Sarhan, who speaks for the Guard, denied that the two sides had reached any agreement. "We have nothing to do with them," he said.',
      'Residents of Qanat said that the power had been cut for two hours that night.',
    ],
  ),
  freedArabic: document(
    '02-freed.ar.txt',
    '2023-03-13',
    { outlet: 'صوت الوادي', title: 'جبهة المرفأ تفرج عن مقاتلين من حرس المرتفعات' },
    [
      'أفرجت جبهة المرفأ مساء الجمعة عن تسعة من مقاتلي حرس المرتفعات، بحسب ما نقلته وكالة Meridian عن مصدر أمني في قنات.',
      'لكن شيخاً قبلياً حضر الوساطة قال للصحيفة إن عدد المفرج عنهم سبعة فقط، وإن بينهم جريحين.',
      'ولم يصدر عن الجبهة أي تعليق حتى ساعة نشر الخبر.',
    ],
  ),
  escaped: document(
    '03-escaped.ar.txt',
    '2023-03-14',
    { outlet: 'الضفة برس', title: 'فرار سجناء من سجن المرفأ في قنات' },
    [
      'فرّ تسعة سجناء من حرس المرتفعات من سجن المرفأ في مدينة قنات ليل الجمعة بعد انقطاع التيار الكهربائي.',
      'ولم تُعرف وجهة الفارين، فيما نُصبت حواجز على الطريق المؤدية إلى وادي رمال.',
    ],
  ),
  clash: document(
    '04-clash.en.txt',
    '2023-06-03',
    { outlet: 'Meridian', title: 'At least 14 killed as rivals clash in Wadi Rimal' },
    [
      'Fighters of the Harbour Front and the Highland Guard clashed for six hours in Wadi Rimal on Friday, and at least 14 people were killed, a health official in Sahil province said.',
      'The Coast Army said in a statement that 22 had died on both sides.',
      'It was the third such fight of the year in the valley.',
    ],
  ),
  clashArabic: document(
    '05-clash.ar.txt',
    '2023-06-04',
    { outlet: 'صوت الوادي', title: 'اشتباكات عنيفة في وادي رمال' },
    [
      'اندلعت اشتباكات بين جبهة المرفأ وحرس المرتفعات في وادي رمال يوم الجمعة، وأسفرت عن مقتل 22 من الطرفين، وفق بيان لجيش الساحل.',
      'وأفاد سكان بأن الطريق الرئيسة ظلت مغلقة حتى فجر السبت.',
    ],
  ),
  meeting: document('06-meeting.ar.txt', '2023-10-21', { outlet: 'الضفة برس', title: 'لقاء سري بين الجبهة والحرس' }, [
    'كشفت مصادر مطلعة أن قيادات من جبهة المرفأ وحرس المرتفعات عقدت لقاءً سرياً في وادي رمال منتصف أكتوبر الجاري.',
    'وبحسب المصادر اتفق الطرفان على وقف القتال بينهما حتى نهاية العام.',
  ]),
  panel: document(
    '07-panel.en.txt',
    '2024-01-18',
    {
      title: 'Monitors: Front handed drones to the Guard',
      restatedFrom: 'https://meridian.example/2024/01/18/monitors-drones',
      restatedOutlet: 'Meridian',
    },
    [
      'The Harbour Front gave the Highland Guard four drones in November and trained some of its men to fly them, the Monitoring Group on the Coast says in its new report.',
      'The Group, which reports to the regional council, says that the relationship is one of convenience. It rests on interviews with former members of both.',
      'A former fighter told the Group that the training took place near Wadi Rimal.',
    ],
  ),
  panelArabic: document(
    '08-panel.ar.txt',
    '2024-01-19',
    { outlet: 'صوت الوادي', title: 'تقرير: الجبهة سلّمت الحرس طائرات مسيّرة' },
    [
      'قال فريق الرصد المعني بالساحل في تقرير جديد إن جبهة المرفأ سلّمت حرس المرتفعات أربع طائرات مسيّرة في نوفمبر الماضي.',
      'ونفى متحدث باسم الجبهة ذلك، وقال إن الجبهة لم تسلّم أحداً أي سلاح.',
    ],
  ),
  raid: document(
    '09-raid.en.txt',
    '2024-02-09',
    { outlet: 'Coast Gazette', title: 'Two hurt as Guard shells Front post' },
    [
      'The Highland Guard shelled a post of the Harbour Front north of Qanat on Thursday and injured two men, the Front said.',
      'Salim Ahmad, 31, a driver, was held at a checkpoint of the Front the next day, his brother told the Gazette.',
    ],
  ),
  weather: document(
    '10-weather.en.txt',
    '2024-02-11',
    { outlet: 'Coast Gazette', title: 'Rain fills the wells of Sahil after three dry years' },
    [
      'Rain has filled the wells of Sahil province for the first time in three years, farmers said on Saturday.',
      'Readers wrote: <img src="x" onerror="document.title=\'taken\'"><b>thanks</b>',
    ],
  ),
} satisfies Record<string, FakeDocument>

export type DocumentKey = keyof typeof documents

/** How the second version of the clash differs from the first. */
export const TOLL_EDITED: EditedParagraph = [
  { text: 'Four', in: 'before' },
  { text: 'Five', in: 'after' },
  { text: ' were killed.', in: 'both' },
]
