import type { Candidate } from '../candidate.js'

/** "men believed to belong to X", "the group loyal to Y": words that describe a party carry no claim of membership. */
export const isEpithet = ({ type, fixed, predicate: { pos, form, governor, tense } }: Candidate): boolean =>
  (type === 'membership' && ((pos === 'noun' && form !== 'finite' && !isNews(fixed)) || governor?.as === 'relative')) ||
  // "areas that the group controls" says where something is.
  (type === 'seizure' && governor?.as === 'relative' && tense === 'present')

/** «تعيين فلان قائدا للواء»: an act that says what somebody is made is news. */
const isNews = (fixed: Candidate['fixed']) => fixed !== undefined && fixed.length > 0
