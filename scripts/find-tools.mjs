// Looks for what some tests need beyond npm packages: a Chromium, and a PostgreSQL server that can be started.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

function onPath(names, path = process.env.PATH ?? '') {
  const ends = process.platform === 'win32' ? ['.exe', ''] : ['']
  for (const folder of path.split(delimiter))
    for (const name of names)
      for (const end of ends) if (folder && existsSync(join(folder, name + end))) return join(folder, name + end)
  return undefined
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const CHROMIUM_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** Path of a Chromium or Chrome, ISNAD_CHROMIUM first; undefined where there is none. */
export function findChromium() {
  return process.env.ISNAD_CHROMIUM ?? onPath(CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find((path) => existsSync(path))
}

/** Folder that holds `initdb` and `pg_ctl`, ISNAD_POSTGRES_BIN first, newest version first; undefined where none. */
export function findPostgres() {
  if (process.env.ISNAD_POSTGRES_BIN) return process.env.ISNAD_POSTGRES_BIN
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folder = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  return folder ?? onPath(['initdb'])?.replace(/[\\/]initdb(\.exe)?$/, '')
}
