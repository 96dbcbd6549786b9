import { because, madeOnce, type Reason, type ReasonCode, type ValuesAfter } from '../model/index.js'
import { reasonSayer } from '../packs/index.js'
import { type KnownWorld, shownName } from '../resolve/index.js'

/** Says reasons in English: the output contract promises a text beside their codes. */
const inEnglish = madeOnce((packs: KnownWorld) =>
  reasonSayer(packs.ontology, 'en', { name: (word) => shownName(word, packs) }),
)

/** Reasons with their sentences, each sentence once. */
export function reasoned(all: readonly Reason[], packs: KnownWorld): { reasons: string[]; because: Reason[] } {
  const say = inEnglish(packs)
  const said = new Map(all.map((one) => [say(one), one]))
  return { reasons: [...said.keys()], because: [...said.values()] }
}

/** One reason as its sentence and its code. */
export function reasonedOnce<C extends ReasonCode>(
  packs: KnownWorld,
  code: C,
  ...values: ValuesAfter<C>
): { reason: string; because: Reason } {
  const why = because(code, ...values)
  return { reason: inEnglish(packs)(why), because: why }
}
