/** What happens when someone adds, re-reads, judges, leaves out? The only door of faces to what is stored. */
export type * from './case.js'
