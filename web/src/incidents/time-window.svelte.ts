import { place, setParams } from '../router.svelte.js'
import { NARROWEST } from './time-axis.js'

/** The stretch of time that is looked at, in ms. It is part of the address: `zoom=2023-01-01T00:00~2023-06-01T00:00`. */
export class TimeWindow {
  /** All that is known: what is shown where the address says nothing. */
  #whole: () => [number, number]

  constructor(whole: () => [number, number]) {
    this.#whole = whole
  }

  get whole(): [number, number] {
    const [from, to] = this.#whole()
    const margin = (to - from) * 0.03
    return [from - margin, to + margin]
  }

  get range(): [number, number] {
    const [from, to] = (place.params.get('zoom') ?? '').split('~').map((text) => Date.parse(`${text}Z`))
    return from !== undefined && to !== undefined && from < to ? [from, to] : this.whole
  }

  /** Looks at a stretch, held to what is known and to the narrowest that makes sense. */
  show(from: number, to: number) {
    const [first, last] = this.whole
    const width = Math.min(last - first, Math.max(NARROWEST, to - from))
    const begin = Math.min(last - width, Math.max(first, (from + to) / 2 - width / 2))
    const text = (at: number) => new Date(at).toISOString().slice(0, 16)
    const all = width >= (last - first) * 0.999
    setParams({ zoom: all ? undefined : `${text(begin)}~${text(begin + width)}` })
  }

  /** Nearer (`by` below 1) or farther, keeping what is at `fixed` in its place. */
  zoom(by: number, fixed = (this.range[0] + this.range[1]) / 2) {
    const [from, to] = this.range
    this.show(fixed - (fixed - from) * by, fixed + (to - fixed) * by)
  }

  /** Earlier (below 0) or later, by a share of what is shown. */
  move(share: number) {
    const [from, to] = this.range
    const by = (to - from) * share
    this.show(from + by, to + by)
  }
}
