/**
 * The sounds that Arabic and Latin spellings of a name are both brought to, and how far apart two sounds are. A
 * lower-case letter is a consonant (`x` خ kh, `G` غ gh, `S` ش sh, `T` ث th, `D` ذ dh, `c` ch, `@` ع); vowels are
 * upper-case: short ones, as Latin writes all vowels, `A I U`; long ones, as Arabic writes only these, `V W Y`; `^` is an h that only ends a vowel.
 */
export const PHONES = 'btTjHxdDrzsSGfqklmnhwypvgc@AIUVWY^'

/** What it costs to leave a sound out. Vowels and ع are often not written; consonants hardly ever. */
const DROP: Readonly<Record<string, number>> = {
  A: 0.2,
  I: 0.2,
  U: 0.2,
  V: 0.3,
  W: 0.45,
  Y: 0.4,
  '@': 0.3,
  h: 0.55,
  w: 0.7,
  y: 0.6,
  '^': 0.1,
}

/** Groups of sounds that spellings mix up, and what taking one for another costs. The first that fits holds. */
const MIXED: readonly (readonly [string, number])[] = [
  ['AV', 0],
  ['^h', 0.02],
  ['^A', 0.08],
  ['IY', 0.02],
  ['UW', 0.02],
  ['yY', 0.05],
  ['wW', 0.05],
  ['yI', 0.15],
  ['wU', 0.2],
  ['hH', 0.03],
  ['AI', 0.12],
  ['AU', 0.15],
  ['IU', 0.18],
  ['VI', 0.2],
  ['VU', 0.22],
  ['YA', 0.42],
  ['WA', 0.42],
  ['@A', 0.08],
  ['@I', 0.15],
  ['@U', 0.15],
  ['@V', 0.2],
  ['YU', 0.4],
  ['WI', 0.4],
  ['VY', 0.4],
  ['VW', 0.45],
  ['WY', 0.5],
  ['sT', 0.25],
  ['tT', 0.2],
  ['dD', 0.15],
  ['zD', 0.2],
  ['qk', 0.08],
  ['qg', 0.15],
  ['gj', 0.15],
  ['gG', 0.08],
  ['kg', 0.35],
  ['xk', 0.3],
  ['xh', 0.45],
  ['Hx', 0.45],
  ['ck', 0.3],
  ['cS', 0.25],
  ['ct', 0.6],
  ['jS', 0.4],
  ['jz', 0.5],
  ['jy', 0.45],
  ['pb', 0.08],
  ['vf', 0.08],
  ['vb', 0.5],
  ['vw', 0.2],
  ['vW', 0.2],
  ['zs', 0.3],
  ['sS', 0.45],
  ['td', 0.45],
  ['zd', 0.4],
  ['Gk', 0.5],
  ['Gq', 0.4],
  ['pf', 0.5],
]

const N = PHONES.length
const CODE = new Map([...PHONES].map((p, i) => [p, i]))

/** Cost of leaving out each phone, by code. */
export const DROP_COST = Float64Array.from(PHONES, (p) => DROP[p] ?? 1)

/** Cost of taking phone i for phone j, at `i * N + j`; never more than leaving out both. */
export const SWAP_COST = new Float64Array(N * N)
for (let i = 0; i < N; i++) {
  for (let j = 0; j < N; j++) SWAP_COST[i * N + j] = i === j ? 0 : Math.min(1, DROP_COST[i]! + DROP_COST[j]!)
}
for (const [pair, cost] of MIXED) {
  const [i, j] = [CODE.get(pair[0]!)!, CODE.get(pair[1]!)!]
  SWAP_COST[i * N + j] = SWAP_COST[j * N + i] = cost
}

/** Phones of a word, by code. */
export type Phones = Uint8Array

/** Turns letters of `PHONES` into codes. */
export function encode(phones: string): Phones {
  return Uint8Array.from(phones, (p) => CODE.get(p)!)
}

/** How much there is of a word: the cost of leaving out all of it. */
export function mass(phones: Phones): number {
  let sum = 0
  for (const p of phones) sum += DROP_COST[p]!
  return sum
}
