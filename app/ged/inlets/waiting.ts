import type { Arriving } from './take_arrival.js'

/** Something that waits, and what is done of it there once it is filed. */
export interface Waiting extends Arriving {
  /** Moves it to « Traités »; nothing of what is not there any more. */
  settle(): Promise<void>
}

/** What is visited: a folder of scans, a mailbox. */
export interface InletSource {
  /** The oldest first. */
  waiting(): AsyncIterable<Waiting>
  count(): Promise<number>
  close(): Promise<void>
}

/** Where what is taken goes, in the folder or in the mailbox. */
export const DONE_FOLDER = 'Traités'

/** What one visit files; the next ones take the others. */
export const MOST_IN_A_VISIT = 100
