import { defineReading } from '#kernel/reading'
import type { readReceived } from './read_received.js'

/** `readReceived`, in a thread of its own: the file was made by a stranger. */
export const readReceivedApart = defineReading<typeof readReceived>(
  new URL('./read_received.js', import.meta.url),
  'readReceived'
)
