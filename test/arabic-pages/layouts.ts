import { appeal, breadcrumbs, comments, footer, menu, related, share, strip, tags, ticker } from './furniture.js'
import type { Report } from './reports.js'

/** Lays a report out as some family of news sites does; `n` varies the furniture. */
export type Layout = (report: Report, n: number) => string

const head = (r: Report, more = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${r.title} | صحيفة رمال</title>${more}</head>`
const p = (texts: readonly string[], open = '<p>', close = '</p>') =>
  texts.map((text) => `${open}${text}${close}`).join('\n')
/** The paragraphs with something put between the second and the third. */
const with2 = (r: Report, between: string, open?: string, close?: string) =>
  `${p(r.paragraphs.slice(0, 2), open, close)}${between}${p(r.paragraphs.slice(2), open, close)}`
const meta = (r: Report) =>
  `<meta property="og:site_name" content="صحيفة رمال"><meta property="og:title" content="${r.title}"><meta property="article:published_time" content="${r.day}T08:00:00+03:00"><meta property="article:modified_time" content="${r.day.slice(0, 8)}28T10:00:00+03:00"><link rel="canonical" href="https://rimal.example/n/1">`
const data = (r: Report) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: r.title, datePublished: r.day, dateModified: `${r.day.slice(0, 8)}28`, author: { '@type': 'Person', name: r.byline }, publisher: { name: 'صحيفة رمال' } })}</script>`

export const LAYOUTS: Record<string, Layout> = {
  'blog theme': (r, n) =>
    `${head(r, meta(r))}<body class="single"><header>${menu(n)}</header>${ticker(n)}<div id="content"><article class="post">${breadcrumbs(n)}<h1 class="entry-title">${r.title}</h1><div class="entry-meta"><span class="author">${r.byline}</span> <time class="entry-date" datetime="${r.day}">${r.day}</time></div><div class="entry-content">${with2(r, strip(n))}${share(n)}</div>${tags(n)}</article>${related(n)}${comments(n)}</div>${footer(n)}</body></html>`,
  'magazine theme': (r, n) =>
    `${head(r, data(r))}<body>${menu(n)}<div class="td-container"><div class="td-main">${breadcrumbs(n + 1)}<h1>${r.title}</h1>${share(n)}<div class="td-post-content">${p(r.paragraphs.slice(0, 1))}<div class="td-ad"><span>إعلان</span></div>${p(r.paragraphs.slice(1))}${strip(n)}</div>${tags(n + 1)}${related(n)}</div><div class="td-sidebar"><h4>الأكثر قراءة</h4><ul><li><a href="/1">أسعار الأسماك ترتفع</a></li></ul></div></div>${footer(n)}</body></html>`,
  'page builder': (r, n) =>
    `${head(r, meta(r))}<body><div class="elementor"><div class="section">${menu(n)}</div><div class="section"><div class="widget"><h1>${r.title}</h1></div><div class="widget text-editor">${with2(r, strip(n + 1), '<div>', '</div>')}</div><div class="widget">${appeal(n)}</div><div class="widget">${share(n + 1)}</div></div><div class="section">${related(n + 1)}</div>${footer(n + 1)}</div></body></html>`,
  'node with fields': (r, n) =>
    `${head(r, data(r))}<body><div id="page"><div id="header">${menu(n)}</div><div id="main">${breadcrumbs(n)}<div class="node node-news"><h2>${r.title}</h2><div class="field field-date"><span>${r.day}</span></div><div class="field field-body"><div class="field-item">${with2(r, strip(n + 2))}</div></div><div class="field field-tags">${tags(n)}</div></div>${comments(n)}</div></div>${footer(n)}</body></html>`,
  'component with tools': (r, n) =>
    `${head(r)}<body><div class="main-menu">${menu(n)}</div><div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">${r.day}</span><h2 class="itemTitle">${r.title}</h2><span class="itemAuthor">كتب: <a href="/a">${r.byline}</a></span></div><div class="itemToolbar"><ul><li>حجم الخط</li><li><a href="#">طباعة</a></li><li><a href="#">البريد الإلكتروني</a></li></ul></div><div class="itemBody"><div class="itemFullText">${p(r.paragraphs)}</div></div><div class="itemLinks">${tags(n)}</div>${related(n)}</div>${footer(n)}</body></html>`,
  'tables of old': (r, n) =>
    `<html dir="rtl"><head><meta charset="utf-8"><title>${r.title}</title></head><body><table width="900"><tr><td colspan="2">${menu(1)}</td></tr><tr><td width="200"><b>آخر الأخبار</b><br><a href="/1">أسعار الأسماك ترتفع</a><br><a href="/2">انقطاع الإنترنت</a></td><td><table><tr><td><b>${r.title}</b></td></tr><tr><td>${r.paragraphs.join('<br><br>')}</td></tr><tr><td>${share(n + 2)}</td></tr></table></td></tr><tr><td colspan="2">${footer(n)}</td></tr></table></body></html>`,
  'accelerated page': (r, n) =>
    `<!doctype html><html amp lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${r.title}</title>${meta(r)}${data(r)}</head><body><amp-sidebar id="s"><ul><li><a href="/">الرئيسية</a></li><li><a href="/l">محليات</a></li></ul></amp-sidebar><header><a href="/">صحيفة رمال</a></header><article><h1>${r.title}</h1><amp-img src="a.jpg" alt="صورة"></amp-img><div class="amp-wp-article-content">${with2(r, strip(n))}</div><amp-social-share type="twitter"></amp-social-share></article><amp-list>${related(n)}</amp-list>${footer(n)}</body></html>`,
  'free blog': (r, n) =>
    `${head(r)}<body><div class="blog-posts"><div class="post hentry"><h3 class="post-title">${r.title}</h3><div class="post-body">${p(r.paragraphs, '<div style="text-align:right">', '</div><br>')}</div><div class="post-footer"><span>مرسلة بواسطة ${r.byline}</span> ${share(n)}</div></div></div><div id="sidebar">${related(n + 3)}</div>${footer(n)}</body></html>`,
  'divisions only': (r, n) =>
    `${head(r, meta(r))}<body>${ticker(n)}<div class="c1"><div class="c2">${breadcrumbs(n + 2)}<div class="t">${r.title}</div><div class="d">${r.day} | ${r.byline}</div><div class="x">${with2(r, strip(n + 3))}</div>${share(n)}${tags(n + 2)}</div><div class="c3">${related(n)}</div></div>${footer(n)}</body></html>`,
  'agency service': (r, n) =>
    `${head(r, data(r))}<body><div class="wrap">${menu(n)}<section class="story"><h1>${r.title}</h1><figure><img src="x.jpg"><figcaption>صورة من الأرشيف لميناء رمال</figcaption></figure><div class="story-text">${p(r.paragraphs)}</div><p class="source">المصدر: وكالات</p></section>${related(n + 1)}</div>${footer(n)}</body></html>`,
  'application shell': (r, n) =>
    `${head(r, data(r))}<body><div id="__next"><header>${menu(n)}</header><main><div class="article-header"><h1>${r.title}</h1></div><div class="article-body" itemprop="articleBody">${with2(r, `${strip(n)}<div class="ad-slot" data-id="7"></div>`)}</div>${appeal(n)}</main></div><script id="__NEXT_DATA__" type="application/json">{"props":{"text":"${r.paragraphs[0]?.slice(0, 60)}"}}</script>${footer(n)}</body></html>`,
  'print page': (r, n) =>
    `${head(r)}<body><div class="print"><img src="logo.png" alt="رمال"><h1>${r.title}</h1><p class="date">${r.day}</p>${p(r.paragraphs)}<hr><p>رابط الخبر: https://rimal.example/n/${n}</p><p><a href="javascript:print()">اطبع الصفحة</a></p></div></body></html>`,
  'paragraphs with breaks': (r, n) =>
    `${head(r, meta(r))}<body><header>${menu(n)}</header><article><h1>${r.title}</h1>${share(n)}<div class="content"><p>${r.paragraphs.slice(0, 2).join('<br /><br />')}</p>${strip(n + 4)}<p>${r.paragraphs.slice(2).join('<br /><br />')}</p></div>${tags(n)}${comments(n)}</article>${related(n)}${footer(n)}</body></html>`,
  'live page with updates': (r, n) =>
    `${head(r, data(r))}<body>${ticker(n + 1)}${menu(n)}<main><article>${breadcrumbs(n + 3)}<h1>${r.title}</h1><div class="updated">آخر تحديث: ${r.day}</div><div class="body">${with2(r, strip(n + 5))}</div>${share(n)}</article><aside>${related(n)}</aside></main>${footer(n)}</body></html>`,
}
