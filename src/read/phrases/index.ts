import type { LanguagePack } from '../../packs/index.js'
import type { PhraseLayer, PhraseLayerBuilder } from './grammar.js'
import { subjectFirst } from './subject-first/layer.js'
import { verbFirst } from './verb-first/layer.js'

const BUILDERS: Record<LanguagePack['clause'], PhraseLayerBuilder> = {
  'subject-first': subjectFirst,
  'verb-first': verbFirst,
}

/** The phrase layer for a language, chosen by the order of its plain clause. */
export function phraseLayer(pack: LanguagePack): PhraseLayer {
  return BUILDERS[pack.clause](pack)
}
