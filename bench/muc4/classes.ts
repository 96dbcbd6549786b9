// What a name is, by the word lists of the English pack.
import { ClassRow, type Packs, table } from '../../src/packs/index.js'

/** The classes of a name by its head: the last word before any phrase that hangs on it. */
export function classesOfNouns(packs: Packs): (name: string) => ReadonlySet<string> {
  const parent = new Map(packs.ontology.classes.map((c) => [c.id, c.parent]))
  const byForm = new Map<string, Set<string>>()
  for (const row of table(packs.languages.get('en')!, 'words/classes.csv', ClassRow)) {
    const plural = row.plural && row.plural !== '-' ? row.plural : `${row.lemma}s`
    for (const form of [row.lemma, plural, `${row.lemma}s`, row.lemma.replace(/y$/, 'ies'), `${row.lemma}es`]) {
      const set = byForm.get(form) ?? new Set()
      for (let c: string | undefined = row.class; c !== undefined; c = parent.get(c)) set.add(c)
      byForm.set(form, set)
    }
  }
  return (name) => {
    const words = name
      .toLowerCase()
      .split(/\s+(?:of|in|from|who|that|with|at|on|near)\s/)[0]!
      .replace(/[^a-z' -]/g, '')
      .trim()
      .split(/\s+/)
    for (let i = 0; i < words.length; i++) {
      const known = byForm.get(words.slice(i).join(' '))
      if (known) return known
    }
    return new Set()
  }
}
