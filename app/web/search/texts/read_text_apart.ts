import { defineReading } from '#kernel/reading'
import type { keptText, readText } from './read_text.js'

/** `readText`, in a thread of its own. */
export const readTextApart = defineReading<typeof readText>(
  new URL('./read_text.js', import.meta.url),
  'readText'
)

/** `keptText`, in a thread of its own. */
export const keptTextApart = defineReading<typeof keptText>(
  new URL('./read_text.js', import.meta.url),
  'keptText'
)
