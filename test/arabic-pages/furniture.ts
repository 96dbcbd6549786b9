/** What stands around and inside reports on Arabic news sites; our own words in the manner of such pages. */
const OTHERS = [
  'أسعار الأسماك ترتفع في أسواق الساحل مع اقتراب موسم العواصف',
  'بلدية الريان تفتتح ثلاث مدارس جديدة بعد ترميمها',
  'تعادل سلبي بين الشراع والمنارة في ختام الدوري',
  'انقطاع الإنترنت عن أحياء واسعة من مدينة الصخرة',
  'موجة غبار تضرب المرتفعات وتحذيرات للمسافرين',
]
const links = (from: number, count: number, tag = 'li') =>
  Array.from(
    { length: count },
    (_, i) => `<${tag}><a href="/news/${from + i}">${OTHERS[(from + i) % OTHERS.length]}</a></${tag}>`,
  ).join('')

export const breadcrumbs = (style: number): string =>
  [
    '<div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/news">أخبار</a> » <a href="/local">محليات</a></div>',
    '<nav aria-label="مسار التنقل"><ol><li><a href="/">الرئيسية</a></li><li><a href="/local">أخبار محلية</a></li></ol></nav>',
    '<div id="path"><a href="/">الصفحة الرئيسية</a> &gt; <a href="/politics">سياسة</a></div>',
    '<p class="path"><span>أنت هنا:</span> <a href="/">الرئيسية</a> / <a href="/reports">تقارير</a></p>',
  ][style % 4] ?? ''

/** Strips of other headlines in the middle of a text. */
export const strip = (style: number): string =>
  [
    `<div class="read-also"><strong>اقرأ أيضاً:</strong><ul>${links(style, 2)}</ul></div>`,
    `<p><strong>اقرأ أيضاً: <a href="/news/9">${OTHERS[style % 5]}</a></strong></p>`,
    `<blockquote class="also"><p>إقرأ أيضاً</p><p><a href="/x">${OTHERS[(style + 1) % 5]}</a></p></blockquote>`,
    `<div class="inline-related"><h4>مواضيع ذات صلة</h4><div><a href="/n/1">${OTHERS[(style + 2) % 5]}</a></div></div>`,
    `<p>شاهد أيضاً: <a href="/v/1">${OTHERS[(style + 3) % 5]}</a></p>`,
    `<p style="text-align:center"><a href="/n/5">«${OTHERS[(style + 4) % 5]}»</a></p>`,
    `<aside><h3>قد يعجبك أيضا</h3><ul>${links(style, 3)}</ul></aside>`,
  ][style % 7] ?? ''

export const share = (style: number): string =>
  [
    '<div class="share-buttons"><span>شارك</span><a href="#">فيسبوك</a><a href="#">تويتر</a><a href="#">واتساب</a></div>',
    '<ul class="social"><li><a href="#">مشاركة عبر فيسبوك</a></li><li><a href="#">مشاركة عبر تلغرام</a></li><li><a href="#">طباعة</a></li></ul>',
    '<p>شارك الخبر:</p><p><a href="#">فيسبوك</a> | <a href="#">تويتر</a> | <a href="#">واتساب</a></p>',
    '<div><a href="#">نسخ الرابط</a> <a href="#">إرسال بالبريد</a> <a href="#">طباعة</a></div>',
  ][style % 4] ?? ''

export const tags = (style: number): string =>
  [
    '<div class="tags"><span>الوسوم:</span> <a href="/t/1">رمال</a> <a href="/t/2">جيش الساحل</a></div>',
    '<p>كلمات مفتاحية: <a href="/t/1">سدرة</a>، <a href="/t/2">الوادي</a></p>',
    '<p>#رمال #الساحل #أخبار</p>',
    '<div><h5>الوسوم</h5><a href="/t/3">محليات</a></div>',
  ][style % 4] ?? ''

export const comments = (style: number): string =>
  [
    '<div id="comments"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول المطلوبة معلَّمة بـ *</p><form><label>التعليق</label><textarea></textarea><button>إرسال التعليق</button></form></div>',
    '<section class="comment-list"><h3>التعليقات</h3><div class="comment"><p>الله يكون في عون أهلهم ويرد كل غائب إلى بيته سالماً.</p></div></section>',
    '<div class="fb-comments"></div><p>أضف تعليقك</p>',
    '',
  ][style % 4] ?? ''

export const ticker = (style: number): string =>
  style % 2
    ? `<div class="ticker"><span>عاجل</span><marquee>${links(style, 3, 'span')}</marquee></div>`
    : `<div id="breaking-news"><strong>آخر الأخبار</strong><ul>${links(style, 4)}</ul></div>`

export const related = (style: number): string =>
  [
    `<section class="related-posts"><h3>مقالات ذات صلة</h3><ul>${links(style, 4)}</ul></section>`,
    `<div class="more"><h3>المزيد من الأخبار</h3>${links(style, 5, 'div')}</div>`,
    `<table><tr><td>أخبار ذات صلة</td></tr>${Array.from({ length: 3 }, (_, i) => `<tr><td><a href="/n/${i}">${OTHERS[(style + i) % 5]}</a></td></tr>`).join('')}</table>`,
    `<div class="most-read"><h3>الأكثر قراءة</h3><ol>${links(style, 5)}</ol></div>`,
  ][style % 4] ?? ''

export const menu = (style: number): string =>
  `<${style % 2 ? 'div' : 'ul'} class="main-menu"><li><a href="/">الرئيسية</a></li><li><a href="/local">محليات</a></li><li><a href="/economy">اقتصاد</a></li><li><a href="/sport">رياضة</a></li><li><a href="/opinion">آراء</a></li><li><a href="/video">فيديو</a></li></${style % 2 ? 'div' : 'ul'}>`

export const footer = (style: number): string =>
  [
    '<footer><p>جميع الحقوق محفوظة © صحيفة رمال</p><a href="/about">من نحن</a> <a href="/contact">اتصل بنا</a></footer>',
    '<div class="footer"><p>اشترك في نشرتنا البريدية لتصلك آخر الأخبار</p><form><input><button>اشترك</button></form><p>حقوق النشر محفوظة</p></div>',
    '<div id="foot"><a href="/privacy">سياسة الخصوصية</a> | <a href="/terms">شروط الاستخدام</a><br>تصميم وبرمجة: شركة المدى</div>',
  ][style % 3] ?? ''

export const appeal = (style: number): string =>
  [
    '<p>لمتابعة آخر الأخبار اشترك في قناتنا على تلغرام <a href="#">اضغط هنا</a></p>',
    '<p><strong>تابعونا على <a href="#">واتساب</a></strong></p>',
    '<div class="newsletter">انضم إلى قناتنا على واتساب ليصلك كل جديد</div>',
  ][style % 3] ?? ''
