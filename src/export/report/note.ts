import { basename } from 'node:path'
import type { CaseClaim } from '../../case/index.js'
import { IsnadError } from '../../model/index.js'
import { fillForm } from '../say/fill-form.js'
import { quotedSpans } from '../say/quoted-spans.js'
import { apart, quotedWords } from '../say/report-words.js'
import { outletName, sayHop } from '../say/say-claim.js'
import { sayDay, sayDays } from '../say/say-time.js'
import type { Inline } from './blocks.js'
import type { DossierDocument } from './dossier.js'
import type { ReportContext } from './report-context.js'

/**
 * The note of one statement: outlet (or what the text restates), title, day with its basis, address, captured day,
 * fingerprint, chain, and the words that state it and its numbers. Throws `unsourced-statement` where the span does not stand in the text.
 */
export function noteFor(claim: CaseClaim, source: DossierDocument | undefined, context: ReportContext): Inline[] {
  const words = context.words.note
  const { document, reading } = sourced(claim, source)
  const restated = document.restatedFrom !== undefined || document.restatedOutlet !== undefined
  const { quote } = context.sayings
  const from = restated
    ? fillForm(words.restated, {
        outlet: outletName(document.restatedOutlet ?? '', context),
        address: apart(document.restatedFrom ?? '', context),
      })
    : document.outlet
      ? fillForm(words.outlet, { outlet: outletName(document.outlet, context) })
      : words['no-outlet']
  const parts = [
    from,
    document.title ? `${quote[0]}${apart(document.title, context)}${quote[1]}` : '',
    published(document.published, context),
    document.url && !restated ? fillForm(words.address, { address: apart(document.url, context) }) : '',
    !document.url && !restated ? fillForm(words.file, { path: apart(basename(document.path), context) }) : '',
    document.captured ? fillForm(words.captured, { day: sayDay(document.captured.slice(0, 10), context) }) : '',
    fillForm(words.hash, { hash: apart(`${document.id.replace(/^sha256:/, '').slice(0, 12)}…`, context) }),
    fillForm(words.chain, { chain: chainWords(claim, context) }),
    claim.decision ? fillForm(words.decision, { decision: context.words.decisions[claim.decision] }) : '',
  ]
  const [before = '', after = ''] = words.evidence.split('{text}')
  const line = parts.filter(Boolean).join(context.words.between)
  const quoted = quotedSpans(claim, reading.document.text).flatMap((span, i): Inline[] => [
    (i > 0 ? ' … ' : '') + quote[0],
    { quote: quotedWords(span, claim.document, context) },
    quote[1],
  ])
  return [`${line}. ${before}`, ...quoted, after].filter((part) => part !== '')
}

/** The document of a claim, checked: its evidence must stand in the text exactly where the claim says. */
function sourced(claim: CaseClaim, source: DossierDocument | undefined): DossierDocument {
  const { start, end, text } = claim.evidence
  if (source && text.trim() !== '' && source.reading.document.text.slice(start, end) === text) return source
  throw new IsnadError('unsourced-statement', `claim ${claim.id} has no sentence that states it in its document`, {
    where: { file: claim.path, what: `${start}–${end}` },
    hint: 'Read the document again, or reject the claim; a report is not built on it.',
  })
}

function published(value: DossierDocument['document']['published'], context: ReportContext): string {
  const { note, basis } = context.words
  if (!value) return note['not-dated']
  return fillForm(note.published, { day: sayDays(value.from, value.to, context), basis: basis[value.basis] })
}

function chainWords(claim: CaseClaim, context: ReportContext): string {
  if (claim.chain.length === 0) return context.words.note['own-voice']
  return claim.chain.map((hop) => sayHop(hop, claim.document, context)).join(context.words.arrow)
}
