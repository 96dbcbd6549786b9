import { showForced } from '../text/index.js'

/**
 * A text of others as a terminal may show it: control characters, which would move its cursor or change its colours, are
 * pictures of themselves, and marks that force an order on letters are arrows. Line breaks and tabs stay.
 */
export function shown(text: string): string {
  return showForced(text)
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f]/g, '\ufffd')
}

/** A path or name, which may hold anything, as one line. */
export const shownPath = (path: string): string => shown(path.replace(/\n/g, '\u2424'))
