import {
  adversePersons,
  buildDraft,
  checkDraft,
  collectDraft,
  type DraftOptions,
  glossesOf,
  placeNounsOf,
  toDocx,
  toHtml,
  toMarkdown,
} from '../export/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { REPORT_ROUTES } from './contract/reports.js'

const ENDINGS = { html: 'html', markdown: 'md', docx: 'docx' } as const

/** Reports: drafts kept in the case, what keeps one from being built, and the built report in each format. */
export const reportRoutes = ({ kase, speaker }: ApiContext) => {
  const { ontology, titles, entities, outlet, languages } = speaker.world.packs
  const options: DraftOptions = {
    ontology,
    titles,
    sayings: ontology.sayings,
    outlet: (name) => entities.get(outlet(name)?.id ?? ''),
    gloss: glossesOf(speaker.world.packs),
    isPlaceNoun: placeNounsOf(speaker.world.packs),
    abbreviations: (language) => languages.get(language)?.abbreviations ?? [],
  }
  const today = () => new Date().toISOString().slice(0, 10)
  const open = async (id: string, day = today()) => {
    const draft = await kase.reportDraft(id)
    return { draft, material: await collectDraft(kase, draft, day) }
  }
  return answers(REPORT_ROUTES, {
    'GET /reports': async () => ({
      items: (await kase.reportDrafts()).map(({ id, title, language, tlp, at, parts }) => ({
        ...{ id, title, language, tlp, at },
        parts: parts.length,
      })),
    }),
    'POST /reports': async ({ body }) => ({ draft: await kase.beginReport(body) }),
    'GET /reports/{id}': async ({ params }) => {
      const { draft, material } = await open(params.id)
      const told = [...material.incidents.entries()]
      const views = await speaker.incidents(told.map(([, incident]) => incident))
      return {
        draft,
        incidents: Object.fromEntries(told.map(([at], i) => [String(at), views[i]!])),
        persons: adversePersons(draft, material, options),
        names: await speaker.names([...material.claims.values()]),
      }
    },
    'PUT /reports/{id}': async ({ params, body }) => ({
      draft: await kase.saveReport({ ...body, id: params.id, at: new Date().toISOString() }),
    }),
    'DELETE /reports/{id}': async ({ params }) => {
      await kase.removeReport(params.id)
      return { removed: params.id }
    },
    'GET /reports/{id}/problems': async ({ params }) => {
      const { draft, material } = await open(params.id)
      return { items: checkDraft(draft, material, options) }
    },
    'GET /reports/{id}/built': async ({ params, query }) => {
      const { draft, material } = await open(params.id, query.day)
      return buildDraft(draft, material, options)
    },
    'GET /reports/{id}/file': async ({ params, query: { format } }) => {
      const { draft, material } = await open(params.id)
      const report = buildDraft(draft, material, options)
      const text = (content: string) => new TextEncoder().encode(content)
      const bytes =
        format === 'docx' ? await toDocx(report) : text(format === 'html' ? toHtml(report) : toMarkdown(report))
      return { bytes, name: `${fileName(draft.title)}.${ENDINGS[format]}` }
    },
  })
}

/** A title as a file name: letters and digits of any script, joined by hyphens. */
const fileName = (title: string) =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'report'
