// node scripts/refresh-docs.mjs [FILE …]: runs the commands that the documentation shows and writes their real output
// under them, so that a page never shows what the program no longer says. In a page
//
//   <!-- file reports/one.txt -->     writes the fenced block that follows into the page's folder
//   <!-- run lines=5                  runs the lines up to the end of the comment and fills the fenced block that follows
//   npx isnad list claims -->
//
// `lines=N` shows the first N lines and says how many follow; `pick=/…/` shows the lines that match, "…" for the others;
// `keep=name:/…(…)/` keeps what a pattern finds in the whole output as {name} for later commands of the page. A line that
// begins with @ is run and not shown.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { root } from './run.mjs'

const PAGES = [
  'README.md',
  'docs/first-hour.md',
  'docs/errors.md',
  'docs/cli.md',
  'docs/contract.md',
  'docs/accuracy.md',
]
const BLOCK = /<!-- (file|run) ?([^\n]*?)(?:\n([\s\S]*?))? ?-->\n```(\w*)\n([\s\S]*?)```/g

/** Runs one page's commands in a folder of its own, with the samples beside it, and returns the page with their output. */
async function refreshed(page) {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-docs-'))
  symlinkSync(join(root, 'samples'), join(folder, 'samples'))
  const kept = {}
  try {
    let out = ''
    let last = 0
    for (const match of page.matchAll(BLOCK)) {
      const [whole, what, head, body = '', language, content] = match
      let block = whole
      if (what === 'file') write(join(folder, head.trim()), content)
      else {
        const [options, first] = splitHead(head)
        const commands = [first, ...body.split('\n')].filter((line) => line.trim() !== '')
        let text = ''
        for (const command of commands)
          if (command.startsWith('@')) ran(command.slice(1), folder)
          else text += await shown(fill(command, kept), folder, options, kept)
        block = `<!-- run${head && ` ${head}`}${match[3] === undefined ? '' : `\n${body}`} -->\n\`\`\`${language}\n${text}\`\`\``
      }
      out += page.slice(last, match.index) + block
      last = match.index + whole.length
    }
    return out + page.slice(last)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** The options before the command on a marker's first line. */
function splitHead(head) {
  const options = {}
  const rest = head.replace(/(lines|pick|keep)=(\S+)\s*/g, (_, name, value) => {
    options[name] = value
    return ''
  })
  return [options, rest]
}

const fill = (command, kept) =>
  command.replace(/\{(\w+)\}/g, (_, name) => {
    if (!kept[name]) throw new Error(`nothing was kept as {${name}} for: ${command}`)
    return kept[name]
  })

async function shown(command, folder, { lines, pick, keep }, kept) {
  const output = /^npm start/.test(command) ? await started(command, folder) : ran(command, folder)
  if (keep) {
    const [, name, pattern] = /^(\w+):\/(.*)\/$/.exec(keep)
    const found = new RegExp(pattern).exec(output)?.[1]
    if (!found) throw new Error(`${keep} finds nothing in the output of: ${command}\n${output}`)
    kept[name] = found
  }
  return `$ ${command}\n${trimmed(output.replaceAll(folder, '/home/you'), lines && Number(lines), pick && new RegExp(pick.slice(1, -1)))}`
}

/** Some of an output, saying that it is not all. */
function trimmed(output, most, pick) {
  const all = output.replace(/\n+$/, '').split('\n')
  if (pick)
    return `${all
      .map((line) => (pick.test(line) ? line : '…'))
      .join('\n')
      .replace(/…(\n…)+/g, '…')}\n`
  if (!most || all.length <= most) return output.trim() === '' ? '' : `${all.join('\n')}\n`
  return `${all.slice(0, most).join('\n')}\n… (${all.length - most} more lines)\n`
}

function ran(command, folder) {
  // What a user types as `npx isnad` is this build; its progress is left out, since it depends on the machine.
  const isnad = `isnad() { "${process.execPath}" "${join(root, 'dist/cli/main.js')}" "$@"; }; npx() { "$@"; }`
  const env = { ...process.env, COLUMNS: '120' }
  for (const name of ['ISNAD_CASE', 'ISNAD_ANALYST', 'ISNAD_DATABASE', 'ISNAD_DEBUG']) delete env[name]
  try {
    return withoutProgress(
      execFileSync('bash', ['-c', `${isnad}; exec 2>&1; ${command}`], {
        cwd: command.startsWith('npm ') ? root : folder,
        env,
        encoding: 'utf8',
      }),
    )
  } catch (error) {
    return withoutProgress(`${error.stdout}`)
  }
}

/** Without what npm says of itself, either. */
const withoutProgress = (text) =>
  text.replace(/^(?:(?:Adding|Reading|Linking) \d+\/\d+ .*|npm warn .*|> .*)(?:\n|$)/gm, '').replace(/^\n+/, '')

/** `npm start` serves until it is ended: what it prints until then. */
function started(command, folder) {
  const words = command.split(/\s+--\s+/)[1]?.split(' ') ?? []
  const program = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'start', ...words], { cwd: folder })
  let said = ''
  program.stdout.on('data', (text) => {
    said += text
    if (/Open http\S+/.test(said)) program.kill('SIGINT')
  })
  return new Promise((resolve) => program.on('exit', () => resolve(said.replace(/\?token=[\w-]+/g, '?token=…'))))
}

install()
build()
const pages = process.argv.length > 2 ? process.argv.slice(2) : PAGES
for (const path of pages) {
  const page = readFileSync(join(root, path), 'utf8')
  const text = await refreshed(page)
  if (text !== page) writeFileSync(join(root, path), text)
  console.log(`${path} ${text === page ? 'was true' : 'refreshed'}`)
}
