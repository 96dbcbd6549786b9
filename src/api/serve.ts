import { createAdaptorServer } from '@hono/node-server'
import type { Case } from '../case/index.js'
import { IsnadError } from '../model/index.js'
import type { ApiPacks } from './case-world.js'
import { type ApiOptions, createApi } from './create-api.js'
import { newToken, startDoor } from './door.js'

export interface ServeOptions extends ApiOptions {
  /** 0 takes any free port. */
  port?: number
  host?: string
}

/** A running server: its address, and how to end it. */
export interface Served {
  url: string
  /** The address to open first: it lets its reader in. */
  opening: string
  close(): Promise<void>
}

/** The port that is tried first where none is asked for. */
export const DEFAULT_PORT = 7357

/** Serves a case on this machine only, unless another host is asked for; resolves when it listens. */
export async function serve(kase: Case, packs: ApiPacks, options: ServeOptions = {}): Promise<Served> {
  const { port = DEFAULT_PORT, host = '127.0.0.1', ...api } = options
  const token = newToken()
  const door = api.door ?? startDoor(token)
  const server = createAdaptorServer({ fetch: createApi(kase, packs, { ...api, door }).fetch })
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${listening}/`
  return {
    url,
    opening: door.mode === 'local' ? `${url}?token=${token}` : url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error
  const why = error.code === 'EACCES' ? 'may not be used' : 'is in use'
  return new IsnadError('usage', `Port ${port} ${why}.`, {
    where: { what: `${host}:${port}` },
    hint: 'Choose another with --port; 0 takes any free one.',
    cause: error,
  })
}
