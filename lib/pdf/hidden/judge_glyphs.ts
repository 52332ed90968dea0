import { intersection } from '../content/matrix.js'
import type { Box } from '../page.js'
import { holds } from './area.js'
import { isAlike } from './canvas_state.js'
import type { Cover, Glyph, Mark } from './marks.js'

/**
 * Why a character that is in the file is not read on the page. `covered`: something opaque came
 * over it. `invisible`: nothing is drawn for it, or in the colour of what is under it. `away`: off
 * the page, or clipped. `pending`: marked for a redaction that was never done. `image`: invisible
 * over an image, as the words of a scan are. `doubtful`: under what may let it show.
 */
export type Hiding = 'covered' | 'invisible' | 'away' | 'pending' | 'image' | 'doubtful'

export interface JudgedGlyph {
  glyph: Glyph
  hiding: Hiding | null
}

/** Comparisons on one page, beyond which nobody can tell: no page that is read has as many. */
const MOST_COMPARISONS = 20_000_000
/** Letters that draw a block: some tools hide a word under a row of them. */
const BLOCK = /^[\u2580-\u2590\u2593\u25a0\u25ac\u25ae]+$/
const WHITE = '#ffffff'

/** What becomes of each character. Throws RangeError when a page has too much to be compared. */
export function judgeGlyphs(marks: Mark[], pending: Box[]): JudgedGlyph[] {
  const covers = marks.flatMap((mark, order) => {
    const cover = asCover(mark)
    return cover ? [{ ...cover, order }] : []
  })
  const glyphs = marks.flatMap((mark, order) => (mark.kind === 'glyph' ? [{ mark, order }] : []))
  if (glyphs.length * covers.length > MOST_COMPARISONS) throw new RangeError('too much on one page')
  return glyphs.map(({ mark, order }) => {
    const near = covers.filter((cover) => touches(cover, mark.box))
    return { glyph: mark, hiding: hidingOf(mark, order, near, pending) }
  })
}

type Laid = Cover & { order: number }

function hidingOf(glyph: Glyph, order: number, near: Laid[], pending: Box[]): Hiding | null {
  const isUnder = (covers: Laid[]) => placesUnder(covers, glyph.box) >= MOST
  if (pending.some((box) => isMostlyIn(glyph.box, box))) return 'pending'
  const plain = near.filter(({ isImage, hides }) => !isImage && hides)
  if (glyph.isUnseen) {
    if (isUnder(plain.filter((cover) => cover.order > order || !isBackground(cover))))
      return 'covered'
    return isUnder(near.filter(({ isImage }) => isImage)) ? 'image' : 'invisible'
  }
  if (!glyph.shown || !isMostlyIn(glyph.box, glyph.shown)) return 'away'
  const later = near.filter((cover) => cover.order > order)
  if (isUnder(later.filter(({ hides }) => hides))) return 'covered'
  if (glyph.isVeiled || isUnder(later)) return 'doubtful'
  const under = near.filter((cover) => cover.order < order && isUnder([cover])).at(-1)
  const ground = under ? (under.hides ? under.colour : null) : WHITE
  return ground && glyph.colour && isAlike(ground, glyph.colour) ? 'invisible' : null
}

/** White laid first, under a whole page, hides nothing. */
const isBackground = ({ colour }: Cover) => colour !== null && isAlike(colour, WHITE)

function asCover(mark: Mark): Cover | null {
  if (mark.kind === 'cover') return mark
  if (!BLOCK.test(mark.text) || mark.isUnseen || !mark.shown) return null
  const [left, bottom, right, top] = mark.box
  const corners: [number, number][] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
  return {
    kind: 'cover',
    area: { lines: [corners], isEvenOdd: false, box: mark.box },
    clip: mark.shown,
    colour: mark.colour,
    isImage: false,
    hides: true,
  }
}

/** Two in three of nine places: a character is hidden when it can no longer be read. */
const MOST = 6

const touches = ({ area, clip }: Cover, box: Box) =>
  intersection(box, area.box) !== null && intersection(box, clip) !== null

/** How many of the nine places of a character are under one of them: thin ones hide together. */
const placesUnder = (covers: Cover[], box: Box) =>
  covers.length === 0
    ? 0
    : placesIn(box).filter((place) =>
        covers.some(({ area, clip }) => isIn(place, clip) && holds(area, place))
      ).length

function isMostlyIn(box: Box, other: Box): boolean {
  return placesIn(box).filter((place) => isIn(place, other)).length >= 5
}

const isIn = ([x, y]: [number, number], [left, bottom, right, top]: Box) =>
  x >= left && x <= right && y >= bottom && y <= top

function placesIn([left, bottom, right, top]: Box): [number, number][] {
  const thirds = [0.2, 0.5, 0.8]
  return thirds.flatMap((x) =>
    thirds.map((y): [number, number] => [left + x * (right - left), bottom + y * (top - bottom)])
  )
}
