/** What the reader points at, in the list, on the timeline or on the map: the other two show it too. */
class Pointed {
  incident = $state<string>()
  place = $state<string>()
}
export const pointed = new Pointed()
