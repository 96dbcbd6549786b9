import { secureHeaders } from 'hono/secure-headers'

/**
 * The headers of every answer. No script, style, font or picture from anywhere but this server (map tiles only where the
 * user named their host); no inline script; no
 * markup made from strings except by the interface's own templates (Trusted Types); no frame around the pages.
 */
export const headers = (tileHosts: readonly string[] = []) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'", ...tileHosts],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      // `default` belongs to the map, and lets through one address: that of its worker (web/src/map/worker.ts).
      trustedTypes: ['svelte-trusted-html', 'default'],
    },
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Local servers have no certificate; the header would be ignored, and harmful behind a proxy that ends TLS.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })

/** Headers of a captured file: bytes to save, never a page to run. */
export const RAW_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}
