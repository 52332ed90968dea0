import { HOSTILE } from '../../tests/kernel/hostile_documents.js'
import { SHAPES } from '../../tests/kernel/hostile_shapes.js'

/** What is thrown: files of a few kilobytes that unfold, and files of 24 MB that hold. */
export const FILES: Record<string, () => Buffer> = {
  ...SHAPES,
  '( repeated': HOSTILE['( repeated'],
  'obj repeated': HOSTILE['obj repeated'],
  '100,000 pages': HOSTILE['100,000 pages'],
  '60,000 fields in each other': HOSTILE['60,000 fields in each other'],
}
