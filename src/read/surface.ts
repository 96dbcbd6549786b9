import type { NounGroup, Predicate } from './analysis.js'

/** Whom a clause is about, as its words show it: the subject of an active verb, whoever suffers under a passive one. */
export const surface = ({ passive, functions: { S, O } }: Pick<Predicate, 'passive' | 'functions'>): NounGroup[] =>
  passive ? O : S
