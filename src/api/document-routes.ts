import { extensionOf } from '../capture/index.js'
import { IsnadError } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { DOCUMENT_ROUTES } from './contract/documents.js'
import { SIZE } from './cut-page.js'

/** Documents: the list, one with its newest reading, how it came in and changed, and its bytes as captured. */
export const documentRoutes = ({ kase, speaker }: ApiContext) =>
  answers(DOCUMENT_ROUTES, {
    'GET /documents': ({ query: { limit = SIZE, ...filter } }) => kase.documentPage({ ...filter, limit }),
    'GET /documents/{id}': async ({ params }) => {
      const found = await kase.document(params.id)
      return { ...found, claims: await speaker.claims(found.claims), names: await speaker.names(found.claims) }
    },
    'GET /documents/{id}/history': async ({ params: { id } }) => {
      const [custody, lists, [reread]] = await Promise.all([kase.custody(id), kase.versions(), kase.diff(id)])
      const own = lists.find(({ versions }) => versions.some((one) => one.document === id))
      return {
        custody: custody.map(({ kind, sha256, size, path, at, url, status, tool, same }) => ({
          ...{ kind, sha256, size, path, at, tool },
          ...(url === undefined ? {} : { url }),
          ...(status === undefined ? {} : { status }),
          ...(same === undefined ? {} : { same }),
        })),
        versions: own ? { ...own, changes: own.changes.map(({ paragraphs }) => ({ paragraphs })) } : null,
        reread: { added: reread?.added ?? [], removed: reread?.removed ?? [] },
      }
    },
    'GET /documents/{id}/raw': async ({ params: { id } }) => {
      const bytes = await kase.raw(id)
      if (!bytes)
        throw new IsnadError('not-found', 'The bytes of this document are not kept.', {
          where: { what: id },
          hint: 'They were removed on request, or never captured.',
        })
      const { document } = await kase.document(id)
      return { bytes, name: `${id.replace(/^sha256:/, '').slice(0, 16)}.${extensionOf(bytes, document.path)}` }
    },
  })
