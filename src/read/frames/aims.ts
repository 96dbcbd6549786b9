import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { hasClass } from './classes.js'
import type { Unit } from './compile.js'
import type { FrameGrammar } from './grammar.js'
import { behindAny, take } from './slots.js'

/** The act of one of some verbs that hangs on a predicate: "sent men TO BACK the clan". */
export const aimOf = (
  { over = [], counts }: Pick<Unit, 'over' | 'counts'>,
  { index }: Predicate,
  { predicates }: Sentence,
) =>
  predicates.find((p) => p.governor?.predicate === index && over.includes(p.lemma) && !isApart(p, counts !== undefined))

/** "sent men to the Guard, under whom they had trained": what a clause of its own tells is no aim. */
const isApart = ({ form, governor }: Predicate, toll: boolean) =>
  form === 'finite' && (governor?.as === 'relative' || (governor?.as === 'adverbial' && !toll))

/** Whom such an act is done to, or with or for whom: "to back the clan", "to fight alongside the clan". */
export function aimedAt({ functions: f }: Predicate, { prepositions: p, tree }: FrameGrammar): NounGroup[] {
  const beside = behindAny(f, p.place).filter((g) => hasClass(g, ['group'], tree))
  return f.O.length > 0 ? f.O : [...behindAny(f, p.company), ...behindAny(f, p.benefit), ...beside]
}

/** Who acts in the act that one hangs on: "THE CLAN demanded that the army hand over the man". */
export function actorOver(unit: Unit, { governor, functions }: Predicate, { predicates }: Sentence): NounGroup[] {
  const up = governor && predicates[governor.predicate]
  // "asked them to send the brigade shells": whoever asks for it gets nothing where the words say who does.
  const gets = unit.slots.get('U') === 'counterparts'
  const told =
    gets && [...unit.slots].some(([f, slot]) => f !== 'U' && slot === 'counterparts' && take(functions, f).length > 0)
  return up && !up.passive && !told ? up.functions.S : []
}

/** "a kidnapping campaign targeting clerks": on whom a deed is done that a verb beside its noun says of it. */
export const aimedBy = ({ span }: Predicate, { predicates }: Sentence, { frames }: FrameGrammar): NounGroup[] =>
  predicates
    .filter(
      (q) =>
        q.form === 'gerund' &&
        q.governor?.as === 'relative' &&
        q.functions.S.some((g) => g.start <= span.start && span.end <= g.end) &&
        // A verb that counts its victims ("killing nine") tells of more than on whom the deed is done.
        frames.get(`${q.lemma}/verb`)?.some((u) => u.type === 'attack' && u.slots.get('O') === 'counterparts') ===
          true &&
        !frames.get(`${q.lemma}/verb`)!.some((u) => u.counts?.counterparts),
    )
    .flatMap((q) => q.functions.O)
