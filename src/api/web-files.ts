import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** Where the built screens are, seen from the sources or from the build; undefined where they are not built. */
export function findWebRoot(): string | undefined {
  return ['../../dist/web', '../web']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(join(path, 'index.html')))
}

/** Serves the built screens; any other address gives the first page, whose router finds the view. */
export function webFiles(root: string | undefined): Hono {
  const app = new Hono()
  if (!root) return app.get('*', (c) => c.text('The screens are not built. Next: npm run build\n', 503))
  // Files under assets/ carry a hash of their content in their name.
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('*', serveStatic({ root, precompressed: true }))
  app.get('/assets/*', (c) => c.text('Not found\n', 404))
  return app.get('*', (c) =>
    c.html(readFileSync(join(root, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-store' }),
  )
}
