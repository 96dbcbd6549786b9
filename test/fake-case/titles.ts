import type { Titles } from '../../src/api/index.js'
import { CLAIM_TYPES } from '../../src/model/index.js'

const words = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { en: id.replaceAll('-', ' '), ar: ARABIC[id] ?? id }]))

const ARABIC: Record<string, string> = {
  meeting: 'لقاء',
  agreement: 'اتفاق',
  'prisoner-release': 'إفراج عن أسرى',
  'safe-passage': 'تأمين مرور',
  'arms-transfer': 'تسليم سلاح',
  training: 'تدريب',
  'non-aggression': 'كفّ عن القتال',
  'armed-clash': 'اشتباك',
  attack: 'هجوم',
  arrest: 'توقيف',
  escape: 'فرار',
}

/** Words for the fixture's own terms; the rest keep their ids. */
export const titles: Titles = { types: words(CLAIM_TYPES), channels: {}, statuses: {} }
