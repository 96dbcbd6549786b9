import type { ClassTree } from './classes.js'
import type { FrameIndex } from './compile.js'

/** What matching needs beside the sentence: units, classes, which types are mutual. */
export interface FrameGrammar {
  frames: FrameIndex
  tree: ClassTree
  mutual: ReadonlySet<string>
  /** Types of help that one side gives and the other gets. */
  oneWay: ReadonlySet<string>
  /** The slots that each type has. */
  slots: ReadonlyMap<string, ReadonlySet<string>>
  /** Prepositions by what they mark: in (place), during (course), the bearing from a place ("east of"), ground with a name ("on the road to Ber"), to, from, with (means), between, with (company), for (benefit), whoever protects (patron), the object of a verbal noun, some of those told of (instance). */
  prepositions: Record<
    | 'place'
    | 'course'
    | 'bearing'
    | 'ground'
    | 'goal'
    | 'source'
    | 'means'
    | 'company'
    | 'benefit'
    | 'between'
    | 'return'
    | 'against'
    | 'agent'
    | 'patron'
    | 'object'
    | 'instance',
    ReadonlySet<string>
  >
  /** Words behind which some of those just named are told of. */
  partWords: ReadonlySet<string>
  /** Words that stand between what somebody is and his name: "known as", «يدعى». */
  naming: ReadonlySet<string>
}
