import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Starts a worker over one of this package's programs (`….js`), also where the package runs from its TypeScript. */
export function startWorker(program: URL, options: WorkerOptions): Worker {
  const given = { ...options, execArgv: [] }
  return import.meta.url.endsWith('.ts')
    ? new Worker(fromSource(program), { ...given, eval: true })
    : new Worker(program, given)
}

/** The loader must be registered inside the worker. */
function fromSource(program: URL): string {
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href
  const source = program.href.replace(/\.js$/, '.ts')
  return `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}) })`
}
