/** One run of glyphs as a PDF places it: its text in logical order, its left edge, baseline and width in points. */
export interface Glyphs {
  str: string
  dir: string
  transform: readonly number[]
  width: number
  height: number
}

interface Run {
  text: string
  x: number
  y: number
  width: number
  size: number
}

const MARKS_ONLY = /^\s*\p{M}+\s*$/u
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Digits read left to right inside right-to-left text. */
const LTR = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u

/**
 * The lines of a page in reading order. A PDF places glyphs; which stand on one line is told by their baselines, in
 * which order they are read by the direction of the line: from the right where most letters are of a right-to-left
 * script, and within it runs of Latin letters and digits from the left (what the Unicode bidirectional algorithm does
 * the other way round, UAX 9 L2).
 */
export function linesOf(items: readonly Glyphs[]): string[] {
  const lines: Run[][] = []
  for (const { str, transform, width, height } of items) {
    if (!str || (str.trim() === '' && width < 0.5)) continue
    const run = { text: plainForms(str), x: transform[4] ?? 0, y: transform[5] ?? 0, width, size: height || 10 }
    const line = lines.at(-1)
    const same = line?.[0] && Math.abs(line[0].y - run.y) < Math.max(line[0].size, run.size) * 0.4
    if (same) line.push(run)
    else lines.push([run])
  }
  const out: string[] = []
  let last: Run | undefined
  const fromRight = direction(lines.flat()) === 'rtl'
  for (const line of lines) {
    const [first] = line
    if (!first) continue
    // A gap of more than a line and a half is a paragraph's.
    if (last && last.y - first.y > Math.max(last.size, first.size) * 2.1 && out.at(-1)) out.push('')
    const text = lineText(line, fromRight).replace(/\s+/g, ' ').trim()
    if (text) out.push(text)
    last = first
  }
  return out
}

/** Arabic letters drawn in their joined forms (U+FB50–FDFF, U+FE70–FEFC) as the letters they are. */
function plainForms(text: string): string {
  const letters = text.replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (forms) => forms.normalize('NFKC'))
  // Reversed with its letter, a mark stands before it.
  return letters.replace(/(^|[^\p{L}\p{M}])(\p{M}+)(\p{L})/gu, '$1$3$2')
}

/** A line with both scripts begins where its page's lines begin, or where its own letters say so. */
function lineText(line: readonly Run[], pageFromRight: boolean): string {
  const byPlace = [...line].sort((a, b) => a.x - b.x)
  if (!line.some(isRtl)) return joinRuns(byPlace)
  const whole = marksOnLetters(byPlace)
  return joinRuns(pageFromRight || direction(line) === 'rtl' ? fromTheRight(whole) : insideOut(whole))
}

function direction(runs: readonly Run[]): 'rtl' | 'ltr' {
  const count = (script: RegExp) =>
    runs.reduce((sum, { text }) => sum + [...text].filter((letter) => script.test(letter)).length, 0)
  return count(RTL) >= count(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u) ? 'rtl' : 'ltr'
}

/** Vowel marks are drawn as glyphs of their own, over the letter that they belong to: each is put behind it again. */
function marksOnLetters(runs: readonly Run[]): Run[] {
  const letters = runs.filter(({ text }) => !MARKS_ONLY.test(text)).map((run) => ({ ...run }))
  for (const mark of runs.filter(({ text }) => MARKS_ONLY.test(text))) {
    const middle = mark.x + mark.width / 2
    const away = (run: Run) => Math.abs(run.x + run.width / 2 - middle) - run.width / 2
    const [base] = letters.filter(isRtl).sort((a, b) => away(a) - away(b))
    if (base) base.text += mark.text.trim()
  }
  return letters
}

/** Runs from the right, those of Latin letters and digits with what stands between them from the left. */
function fromTheRight(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]!
    if (!isLtr(run)) {
      out.push(isRtl(run) ? run : { ...run, text: mirrored(run.text) })
      continue
    }
    let from = i
    for (let j = i - 1; j >= 0; j--) {
      if (isLtr(runs[j]!)) from = j
      else if (isRtl(runs[j]!)) break
    }
    out.push(...runs.slice(from, i + 1))
    i = from
  }
  return out
}

/** A left-to-right line: the stretches of right-to-left runs in it are read from the right. */
function insideOut(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (let i = 0; i < runs.length; i++) {
    if (!isRtl(runs[i]!)) {
      out.push(runs[i]!)
      continue
    }
    let to = i
    for (let j = i + 1; j < runs.length; j++) {
      if (isRtl(runs[j]!)) to = j
      else if (isLtr(runs[j]!)) break
    }
    out.push(...fromTheRight(runs.slice(i, to + 1)))
    i = to
  }
  return out
}

const isRtl = (run: Run) => RTL.test(run.text)
const isLtr = (run: Run) => !isRtl(run) && LTR.test(run.text)

const PAIRS = '()[]{}<>«»‹›'
/** Brackets are drawn as they look; read from the right, each is its partner. */
function mirrored(text: string): string {
  return [...text]
    .reverse()
    .map((mark) => {
      const at = PAIRS.indexOf(mark)
      return at < 0 ? mark : PAIRS[at ^ 1]
    })
    .join('')
}

/** Runs in reading order as text: a space where a gap is seen between two of them and none is written. */
function joinRuns(runs: readonly Run[]): string {
  let text = ''
  let last: Run | undefined
  for (const run of runs) {
    if (last) {
      const gap = run.x >= last.x ? run.x - (last.x + last.width) : last.x - (run.x + run.width)
      if (gap > Math.max(last.size, run.size) * 0.18 && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' '
    }
    text += run.text
    last = run
  }
  return text
}
