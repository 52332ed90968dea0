import { intersection, multiplied, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'
import { areaOf, linesOf, squareOf, strokeOf, type Area } from './area.js'
import { Canvas, NOTHING } from './canvas.js'
import { hides } from './canvas_state.js'
import type { Mark } from './marks.js'
import { glyphsOf } from './text_run.js'

/** Follows what pdf.js would draw of a page, and keeps each character and each cover in order. */
export class PageWalk extends Canvas {
  readonly marks: Mark[] = []
  private willClip = false

  willClipToPath(): void {
    this.willClip = true
  }

  show(items: Parameters<typeof glyphsOf>[1]): void {
    if (this.isMask) return
    const font = this.around.fontOf(this.state.font)
    this.marks.push(...glyphsOf(this.state, items, font, this.isShown))
  }

  moveText(x: number, y: number): void {
    const { state } = this
    state.x = state.lineX += x
    state.y = state.lineY += y
  }

  placeText(text: Matrix): void {
    Object.assign(this.state, { text, x: 0, y: 0, lineX: 0, lineY: 0 })
  }

  /** Paints a path, or clips what follows to it. */
  paint(how: { fills?: boolean; strokes?: boolean; isEvenOdd?: boolean }, path: ArrayLike<number>) {
    const { state } = this
    const lines = linesOf(path, state.matrix)
    if (lines.length > 0) {
      if (how.fills) this.cover(areaOf(lines, how.isEvenOdd), state.fill, state.fillAlpha)
      const [a, b, c, d] = state.matrix
      const width = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c))
      if (how.strokes) this.cover(strokeOf(lines, width), state.stroke, state.strokeAlpha)
    }
    if (this.willClip)
      state.clip = (lines.length > 0 && intersection(areaOf(lines).box, state.clip)) || NOTHING
    this.willClip = false
  }

  /** A picture, or a mask through which a colour is laid; `at` when it comes several times. */
  image(hasMask: boolean, at: Matrix = [1, 0, 0, 1, 0, 0]): void {
    const { state } = this
    const isOpaque = !hasMask && !state.isMasked && state.blend === 'source-over'
    const area = squareOf(multiplied(at, state.matrix))
    this.cover(area, isOpaque ? '#000000' : null, state.fillAlpha, true)
  }

  /** A colour, or a shade of colours, over all that is not clipped away. */
  flood(): void {
    const [left, bottom, right, top] = this.state.clip
    const path = [0, left, bottom, 1, right, bottom, 1, right, top, 1, left, top, 4]
    this.cover(areaOf(linesOf(path, [1, 0, 0, 1, 0, 0])), null, this.state.fillAlpha)
  }

  /** What some readers draw there, and others not. */
  maybeCover(box: Box): void {
    const [left, bottom, right, top] = box
    const area = squareOf([right - left, 0, 0, top - bottom, left, bottom])
    const { view: clip } = this.around
    this.marks.push({ kind: 'cover', area, clip, colour: null, isImage: false, hides: null })
  }

  square(): void {
    this.cover(squareOf(this.state.matrix), this.state.fill, this.state.fillAlpha)
  }

  private cover(area: Area, colour: string | null, alpha: number, isImage = false): void {
    if (!this.isShown || this.isMask) return
    const hiding = hides(this.state, colour, alpha)
    if (hiding === false && !isImage) return
    const { clip } = this.state
    const known = isImage ? null : colour
    this.marks.push({ kind: 'cover', area, clip, colour: known, isImage, hides: hiding })
  }
}
