/** Of the incidents, the share that the first look must hold. */
const SHARE = 0.9
/** So many times as far as the rest lies what the first look may leave out: one place across a sea makes a dot of all others. */
const FAR = 2

interface Counted {
  n: number
  place: { lon: number; lat: number }
}

/** The places without the few that lie so far off that all others would be crowded together; they are still on the map. */
export function withoutFar<P extends Counted>(places: readonly P[]): readonly P[] {
  const all = places.reduce((sum, { n }) => sum + n, 0)
  const middleOf = (of: 'lon' | 'lat') => {
    let before = 0
    const sorted = [...places].sort((a, b) => a.place[of] - b.place[of])
    const middle = sorted.find(({ n }) => {
      before += n
      return before >= all / 2
    })
    return middle?.place[of] ?? 0
  }
  const [lon, lat] = [middleOf('lon'), middleOf('lat')]
  const offset = ({ place }: P) => Math.hypot(place.lon - lon, place.lat - lat)
  const near = [...places].sort((a, b) => offset(a) - offset(b))
  let held = 0
  const most = near.filter(({ n }) => {
    const isNeeded = held < all * SHARE
    held += n
    return isNeeded
  })
  const reach = Math.max(...most.map(offset)) * FAR
  return places.filter((one) => offset(one) <= reach)
}
