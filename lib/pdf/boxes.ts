/** Left, bottom, right, top in points, in the page's own space. */
export type Box = [number, number, number, number]

/** Below this, no page can be read; far above the other, no coordinate means anything. */
const SMALLEST_SIDE = 1
const FARTHEST = 1_000_000

/**
 * What a page without any format shows everywhere: some readers take A4 then, others the American
 * letter, which is wider but less high.
 */
const SANE_PAGE: Box = [0, 0, 595.28, 792]

/**
 * What of a page is shown: the part of its CropBox that lies in its MediaBox, or the MediaBox when
 * there is none (ISO 32000-1 §14.11.2). Empty or absurd boxes count for nothing.
 */
export function shownBox(media: Box | null, crop: Box | null): Box {
  const format = media && isSane(media) ? media : SANE_PAGE
  const shown = crop && isSane(crop) ? intersection(format, crop) : format
  return isSane(shown) ? shown : format
}

/** The corners in order, whichever two were given. */
export function ordered([a, b, c, d]: number[]): Box {
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Whether a box is within another; `tolerance` is in points. */
export function isInside(inner: Box, outer: Box, tolerance = 0.01): boolean {
  const [left, bottom, right, top] = inner.map((side, at) => side - outer[at])
  return left >= -tolerance && bottom >= -tolerance && right <= tolerance && top <= tolerance
}

function isSane([left, bottom, right, top]: Box): boolean {
  const isNear = [left, bottom, right, top].every((side) => Math.abs(side) <= FARTHEST)
  return isNear && right - left >= SMALLEST_SIDE && top - bottom >= SMALLEST_SIDE
}

function intersection(one: Box, other: Box): Box {
  const [left, bottom] = [0, 1].map((side) => Math.max(one[side], other[side]))
  const [right, top] = [2, 3].map((side) => Math.min(one[side], other[side]))
  return [left, bottom, right, top]
}
