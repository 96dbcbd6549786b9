/**
 * What stands around the text of a page met in the wild: styles, scripts, data for search engines, menus, cards of other reports,
 * a foot. Half of the 91 pages of the public article-extraction benchmark are larger than 117 kB, with 3,500 letters of text;
 * a made-up page becomes as heavy.
 */
const HEAVY = 117_000

const TOPICS = ['محليات', 'اقتصاد', 'رياضة', 'ثقافة', 'صحة', 'تقارير', 'فيديو', 'كاريكاتير']
const HEADLINES = [
  'افتتاح معرض للكتاب في المدينة',
  'أسعار صرف العملات صباح اليوم',
  'توقعات بأمطار على المرتفعات',
  'نتائج الجولة العاشرة من الدوري',
  'ندوة عن صون المخطوطات',
]

const style = (n: number) =>
  `.c${n}{display:flex;margin:0 ${n % 9}px;color:#${(n * 7919) % 4096};line-height:1.${n % 9}}`
const link = (n: number) =>
  `<li class="menu-item menu-item-${n}"><a href="/section/${n}">${TOPICS[n % TOPICS.length]}</a></li>`
const card = (n: number) =>
  `<div class="card card--small" data-id="${n}"><a href="/news/${n}.html"><img class="lazy" data-src="/img/${n}-300x200.webp" alt=""><h4>${HEADLINES[n % HEADLINES.length]}</h4></a><span class="date">${(n % 28) + 1}/3/2024</span></div>`
const script = (n: number) =>
  `window.q=window.q||[];window.q.push(["slot-${n}",{size:[300,${n % 600}],path:"/net/${n}/side"}]);`

const many = (count: number, make: (n: number) => string, from = 0) =>
  Array.from({ length: count }, (_, i) => make(from + i)).join('')

/** The page with all this around its text. Bytes in UTF-8: about 117 kB. */
export function furnished(html: string, n: number): string {
  const menu = `<nav class="site-menu"><ul>${many(120, link)}</ul></nav>`
  const more = `<aside class="widget sidebar"><h3>آخر الأخبار</h3>${many(60, card, n)}</aside>`
  const foot = `<footer class="site-footer"><ul>${many(60, link, 200)}</ul></footer>`
  const body = html.replace(/(<body[^>]*>)/, `$1${menu}`).replace('</body>', `${more}${foot}</body>`)
  const left = HEAVY - Buffer.byteLength(body)
  const filled = (make: (n: number) => string, share: number) =>
    many(Math.ceil((left * share) / make(500).length), make)
  const head = `<style>${filled(style, 0.6)}</style><script>${filled(script, 0.4)}</script>`
  return body.replace('</head>', `${head}</head>`)
}
