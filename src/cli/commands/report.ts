import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { Case } from '../../case/index.js'
import {
  buildDraft,
  buildReport,
  collectDossier,
  collectDraft,
  glossesOf,
  placeNounsOf,
  type Report,
  toDocx,
  toHtml,
  toMarkdown,
} from '../../export/index.js'
import { IsnadError, type Tlp } from '../../model/index.js'
import { caseOption, command, languageOption, type Session, tlpOption } from '../session.js'
import { addTo } from './add.js'

interface ReportOptions {
  case: string
  dyad?: string[]
  draft?: string
  format: string
  language: string
  tlp?: Tlp
  out?: string
}

/** `isnad report --dyad A B [FILE…]`: a dossier in which every line has its note; `--draft ID`: a report from the screens. */
export function reportCommand(session: Session): Command {
  return command('report', 'write a footnoted dossier on two actors, from a case or from files given here')
    .option('--dyad <actor...>', 'two actors, by id or name; paths may follow')
    .option('--draft <id>', 'instead: a report that was written on the screens')
    .argument('[path...]', 'reports to build on, without a case')
    .addOption(caseOption())
    .addOption(new Option('--format <format>').choices(['markdown', 'html', 'docx']).default('markdown'))
    .addOption(languageOption())
    .addOption(tlpOption('the strictest marking that all readers may have'))
    .option('--out <file>', 'write to a file')
    .action(async (given: string[], options: ReportOptions) => {
      if (options.draft) return write(await draftOf(options.draft, options, session), options, session)
      const [a, b, ...more] = options.dyad ?? []
      const paths = [...more, ...given]
      if (!a || !b)
        throw new IsnadError('usage', 'a dossier needs two actors', { hint: 'Write: isnad report --dyad houthis aqap' })
      const report = paths.length
        ? await onFiles(paths, session, (kase) => reportOn(kase, a, b, options, session))
        : await session.withCase(options.case, (kase) => reportOn(kase, a, b, options, session))
      await write(report, options, session)
    })
}

async function reportOn(kase: Case, a: string, b: string, options: ReportOptions, session: Session): Promise<Report> {
  const dossier = await collectDossier(kase, a, b, { day: session.io.now().slice(0, 10) })
  const { ontology, titles, entities } = session.packs
  const outlet = (name: string) => entities.get(session.packs.outlet(name)?.id ?? '')
  const { language, tlp } = options
  return buildReport(dossier, {
    language,
    ontology,
    titles,
    sayings: ontology.sayings,
    outlet,
    gloss: glossesOf(session.packs),
    isPlaceNoun: placeNounsOf(session.packs),
    ...(tlp ? { tlp } : {}),
  })
}

/** A report that was written on the screens: in its own language, for the readers that it names. */
async function draftOf(id: string, options: ReportOptions, session: Session): Promise<Report> {
  return session.withCase(options.case, async (kase) => {
    const draft = await kase.reportDraft(id)
    const { ontology, titles, entities, languages } = session.packs
    return buildDraft(draft, await collectDraft(kase, draft, session.io.now().slice(0, 10)), {
      ontology,
      titles,
      sayings: ontology.sayings,
      outlet: (name) => entities.get(session.packs.outlet(name)?.id ?? ''),
      gloss: glossesOf(session.packs),
      isPlaceNoun: placeNounsOf(session.packs),
      abbreviations: (language) => languages.get(language)?.abbreviations ?? [],
    })
  })
}

async function write(report: Report, options: ReportOptions, session: Session): Promise<void> {
  if (options.format === 'docx' && !options.out)
    throw new IsnadError('usage', 'a Word file goes to a file', { hint: 'Name one: --out report.docx' })
  const made =
    options.format === 'docx' ? await toDocx(report) : options.format === 'html' ? toHtml(report) : toMarkdown(report)
  if (options.out) writeFileSync(options.out, made)
  else session.io.out(String(made))
}

/** A case of some files that is gone when the work is done. */
async function onFiles<T>(paths: string[], session: Session, work: (kase: Case) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-'))
  try {
    return await session.withNewCase(join(folder, 'case'), { name: paths.join(' '), tlp: 'clear' }, async (kase) => {
      await addTo(kase, paths, undefined, session)
      return work(kase)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
