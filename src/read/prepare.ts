import { FrameFile, type LanguagePack, type Packs, trees } from '../packs/index.js'
import type { AttributionGrammar } from './attribution/grammar.js'
import { attributionGrammar } from './attribution/prepare.js'
import { classTree } from './frames/classes.js'
import { compileFrames } from './frames/compile.js'
import type { FrameGrammar } from './frames/grammar.js'
import { partWordsOf, prepositionsOf } from './frames/prepositions.js'
import { type SubjectGrammar, subjectGrammar } from './merge/subject.js'
import type { NameGrammar } from './names/find.js'
import { nameGrammar, shapeGrammar } from './names/prepare.js'
import type { ShapeGrammar } from './names/shape-grammar.js'
import type { PhraseLayer } from './phrases/grammar.js'
import { phraseLayer } from './phrases/index.js'
import { timeGrammar } from './phrases/prepare-times.js'
import type { TimeGrammar } from './phrases/time-words.js'

/** A language compiled for reading: every word list folded and indexed once. */
export interface ReaderLanguage {
  abbreviations: readonly string[]
  resumes: readonly string[]
  names: NameGrammar
  shapes: ShapeGrammar
  times: TimeGrammar
  phrases: PhraseLayer
  frames: FrameGrammar
  attribution: AttributionGrammar
  subject: SubjectGrammar
}

/** Compiles a language pack and the names of all theatres into what the cascade needs. */
export function prepareLanguage(pack: LanguagePack, packs: Packs): ReaderLanguage {
  const files = [...trees(pack, 'frames/', FrameFile).values()]
  const mutual = [...packs.ontology.types].filter(([, t]) => t.mutual === true).map(([id]) => id)
  const oneWay = [...packs.ontology.types]
    .filter(([, t]) => t.side === 'cooperation' && t.mutual !== true)
    .map(([id]) => id)
  const shapes = shapeGrammar(pack)
  return {
    abbreviations: pack.abbreviations,
    resumes: pack.resumes ?? [],
    names: nameGrammar(pack, packs),
    shapes,
    times: timeGrammar(pack),
    phrases: phraseLayer(pack),
    frames: {
      frames: compileFrames(pack.id, files),
      tree: classTree(packs.ontology.classes),
      mutual: new Set(mutual),
      oneWay: new Set(oneWay),
      slots: new Map([...packs.ontology.types].map(([id, t]) => [id, new Set(Object.keys(t.slots))])),
      prepositions: prepositionsOf(pack),
      partWords: partWordsOf(pack),
      naming: shapes.naming,
    },
    attribution: attributionGrammar(pack, packs),
    subject: subjectGrammar(pack, packs),
  }
}
