/** What changed in the case by something done on a screen, of which the frame around it shows more. */
class Changes {
  /** How often something given was taken into the case: its strictest marking may be another since. */
  added = $state(0)
}
export const changes = new Changes()
