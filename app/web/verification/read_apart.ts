import { clock } from '#kernel/clock'
import { defineReading } from '#kernel/reading'
import { trustAnchors } from '#kernel/trust'
import type { readDocument } from './read_document.js'

export interface DocumentAtHand {
  path: string
  size: number
  /** Whether a person of the house brings it, and not anybody. */
  fromMember: boolean
}

/** `readDocument`, in a thread of its own. */
export const readDocumentApart = defineReading<typeof readDocument>(
  new URL('./read_document.js', import.meta.url),
  'readDocument'
)

/**
 * Reads a received file in a thread of its own. Throws E_PDF_UNREADABLE, E_PDF_LOCKED, what says
 * that it is too much to read, or E_READING_BUSY.
 */
export async function readReceived({ path, size, fromMember }: DocumentAtHand) {
  const about = { path, trustAnchors: await trustAnchors(), at: clock.now().toJSDate() }
  return readDocumentApart(about, { by: fromMember ? 'house' : 'visitor', bytes: size })
}
