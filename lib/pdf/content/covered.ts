import type { Box } from '../page.js'

/** Boxes that merely touch do not hide one another. */
const TOUCHING = 1

/** Whether something opaque in the rectangle would hide one of the boxes, even in part. */
export function coveredBy(boxes: Box[], rectangle: Box): boolean {
  const [left, bottom, right, top] = rectangle
  if (right - left <= 2 * TOUCHING || top - bottom <= 2 * TOUCHING) return false
  return boxes.some(
    (box) =>
      box[0] <= right - TOUCHING &&
      box[2] >= left + TOUCHING &&
      box[1] <= top - TOUCHING &&
      box[3] >= bottom + TOUCHING
  )
}
