import { appositions, describedBehindNickname, describedInLists, officesInLists } from './appositions.js'
import { belongings } from './belongings.js'
import type { Chunk } from './chunk.js'
import { coordinations, headlineLists, officesOfOne } from './coordinations.js'
import { genitivesJoined, genitivesOver, ofPhrases, rates } from './genitives.js'
import type { Lexicon } from './lexicon.js'
import { namedInBody } from './named-in-body.js'
import { namedSo } from './named-so.js'

/** Ties neighbouring groups together: of-phrases, coordination, apposition. Works on the flat list, left to right. */
export function linkGroups(chunks: Chunk[], lexicon: Lexicon, heading = false): Chunk[] {
  const tied = belongings(
    ofPhrases(genitivesOver(genitivesJoined(rates(officesOfOne(namedInBody(namedSo(chunks)))))), lexicon),
  )
  const flat = describedInLists(officesInLists(describedBehindNickname(tied)))
  return appositions(coordinations(heading ? headlineLists(flat) : flat, lexicon))
}
