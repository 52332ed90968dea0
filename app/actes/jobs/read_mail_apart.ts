import { defineReading } from '#kernel/reading'
import type { readRawMail } from './read_raw_mail.js'

/** `readRawMail`, in a thread of its own: anybody may write to the mailbox. */
export const readMailApart = defineReading<typeof readRawMail>(
  new URL('./read_raw_mail.js', import.meta.url),
  'readRawMail'
)
