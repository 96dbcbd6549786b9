import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown
}
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
let done = false

/**
 * Lets the map start its worker under the page's policy, which takes no address of a script from a string. The policy
 * named `default` is asked for every such string; it lets through the worker's own address and nothing else.
 */
export function allowWorker(): void {
  if (done) return
  done = true
  trusted?.createPolicy('default', {
    createScriptURL(url) {
      if (url === workerUrl || url === new URL(workerUrl, location.href).href) return url
      throw new TypeError(`not a script of this page: ${url}`)
    },
  })
  setWorkerUrl(workerUrl)
}
