import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** An empty database for one test file, or the reason why there is none. */
export type TestDatabase = { url: string; stop(): Promise<void> } | { skip: string }

/**
 * Gives an empty PostgreSQL database: on the server named by `ISNAD_TEST_POSTGRES`, or on a server started in a
 * temporary folder from the binaries of this machine. PostgreSQL refuses to run as root; there it runs as `postgres`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const given = process.env.ISNAD_TEST_POSTGRES ?? process.env.ISNAD_TEST_DATABASE
  if (given) return freshDatabase(given, async () => undefined)
  const server = startServer()
  return 'skip' in server ? server : freshDatabase(server.url, server.stop)
}

/** One line for the test's name: why it is skipped, or nothing. */
export function skipReason(database: TestDatabase): string {
  return 'skip' in database ? ` (skipped: ${database.skip})` : ''
}

async function freshDatabase(server: string, stop: () => Promise<void>): Promise<TestDatabase> {
  const name = `isnad_test_${process.pid}_${randomBytes(3).toString('hex')}`
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async stop() {
      await admin(`drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

function startServer(): { url: string; stop(): Promise<void> } | { skip: string } {
  const bin = binaries()
  if (!bin) return { skip: 'no PostgreSQL server on this machine and ISNAD_TEST_POSTGRES is not set' }
  const asRoot = process.getuid?.() === 0
  const run = (command: string, args: string[]) =>
    asRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args], { stdio: 'ignore', cwd: '/' })
      : execFileSync(join(bin, command), args, { stdio: 'ignore' })
  // The path of a socket may have no more than about 100 characters.
  const folder = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'isnad-pg-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const data = join(folder, 'data')
  try {
    if (asRoot) execFileSync('chown', ['postgres', folder])
    run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'])
    const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`
    run('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start'])
  } catch (error) {
    remove()
    return { skip: `PostgreSQL in ${bin} did not start: ${(error as Error).message.split('\n')[0]}` }
  }
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      remove()
    },
  }
}

/** The folder that holds initdb and pg_ctl: the newest of the distribution's, else one on the PATH. */
function binaries(): string | undefined {
  if (process.env.ISNAD_POSTGRES_BIN) return process.env.ISNAD_POSTGRES_BIN
  const packaged = '/usr/lib/postgresql'
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(packaged, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}
