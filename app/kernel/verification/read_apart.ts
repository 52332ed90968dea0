import { defineReading } from '#kernel/reading'
import type { readDocument } from './read_document.js'

/** `readDocument`, in a thread of its own. */
export const readDocumentApart = defineReading<typeof readDocument>(
  new URL('./read_document.js', import.meta.url),
  'readDocument'
)
