import { defineReading } from '#kernel/reading'
import type { filesOf } from './downloaded.js'

/** `filesOf`, in a thread of its own: what comes from outside may be no good ZIP. */
export const filesApart = defineReading<typeof filesOf>(
  new URL('./downloaded.js', import.meta.url),
  'filesOf'
)
