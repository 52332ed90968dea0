import { isPage, LineFault, numbersIn } from './written_lines.js'

/** A part of a page as it is shown, in parts of it from its top left corner; without size, a point. */
export interface NoteArea {
  left: number
  top: number
  width: number
  height: number
}

/** Where a note is laid: on a page, from 1; `area` is null for all of it. */
export interface NotePlace {
  page: number
  area: NoteArea | null
}

const isWithin = ({ left, top, width, height }: NoteArea) =>
  [left, top, left + width, top + height].every((one) => one >= 0 && one <= 1.0001)

/**
 * « 2 » for a page, « 2 ; 10 ; 20 » for a point of it, « 2 ; 10 ; 20 ; 30 ; 5 » for a rectangle:
 * left, top, width and height in hundredths of the page. Throws LineFault.
 */
export function placeWritten(text: string): NotePlace {
  const [page, left, top, width = 0, height = 0, ...more] = numbersIn(text) ?? []
  const area = left === undefined ? null : { ...inParts({ left, top: top ?? -1, width, height }) }
  if (page === undefined || !isPage(page) || more.length > 0 || (area && !isWithin(area))) {
    throw new LineFault(
      'Écrivez un numéro de page, comme « 2 », ou « page ; gauche ; haut ; largeur ; hauteur » en centièmes de la page.'
    )
  }
  return { page, area }
}

const inParts = ({ left, top, width, height }: NoteArea): NoteArea => ({
  ...{ left: left / 100, top: top / 100, width: width / 100, height: height / 100 },
})
