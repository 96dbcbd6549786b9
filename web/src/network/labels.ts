/** A dot of a drawing, in pixels. */
export interface Dot {
  id: string
  x: number
  y: number
  radius: number
}

/** A dot that is to be named, and how much room its name takes. */
export interface Wanted extends Dot {
  width: number
  height: number
  /** It is named in any case, whatever lies beneath. */
  always?: boolean
}

/** The middle of a label, and from where its words are written: beside a dot they begin, or end, at the dot. */
export interface Placed {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

/** Between a dot and its name, in pixels. */
const GAP = 2

/** Beside a dot, the best place first: below, above, to the right, to the left, then askew. */
const BESIDE = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0.8, -0.8],
  [-0.8, -0.8],
] as const

/**
 * Where names can stand so that none covers another, or a dot; the first of the list have the right of way. One for which there
 * is no room has no place. Names stay within the drawing.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  dots: readonly Dot[],
  frame: { width: number; height: number },
): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const kept: Box[] = []
  for (const one of wanted) {
    const places = BESIDE.map(([right, down]) => {
      const x = one.x + right * (one.radius + GAP + one.width / 2)
      const y = one.y + down * (one.radius + GAP + one.height / 2)
      const anchor = right === 0 ? 'middle' : right > 0 ? 'start' : 'end'
      return { x: within(x, one.width, frame.width), y: within(y, one.height, frame.height), anchor } as const
    })
    const isFree = (at: Placed) => {
      const box = { ...at, width: one.width, height: one.height }
      return !kept.some((other) => meet(box, other)) && !dots.some((dot) => covers(box, dot))
    }
    const place = places.find(isFree) ?? (one.always ? places[0] : undefined)
    if (!place) continue
    placed.set(one.id, place)
    kept.push({ ...place, width: one.width, height: one.height })
  }
  return placed
}

type Box = Pick<Wanted, 'x' | 'y' | 'width' | 'height'>

const meet = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

/** Whether a box lies over some of a dot. */
function covers(box: Box, { x, y, radius }: Dot): boolean {
  const across = Math.max(0, Math.abs(x - box.x) - box.width / 2)
  const down = Math.max(0, Math.abs(y - box.y) - box.height / 2)
  return Math.hypot(across, down) < radius
}

/** A middle from which something of a size reaches over neither end. */
const within = (middle: number, size: number, end: number) => Math.min(end - size / 2, Math.max(size / 2, middle))
