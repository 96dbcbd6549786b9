// The hook of as-built.mjs; loaders run in a thread of their own and so in a file of their own.
const BENCH = new URL('./', import.meta.url).href

/** Turns `../src/read/index.js`, as a bench imports it, into `../dist/read/index.js`. */
export function resolve(specifier, context, next) {
  const own = context.parentURL?.startsWith(BENCH) && specifier.includes('../src/')
  return next(own ? specifier.replace('../src/', '../dist/') : specifier, context)
}
