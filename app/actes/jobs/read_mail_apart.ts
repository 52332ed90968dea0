import { actesConfig } from '#config/actes'
import { defineReading } from '#kernel/reading'
import type { RawMailReading, readRawMail } from './read_raw_mail.js'

const readApart = defineReading<typeof readRawMail>(
  new URL('./read_raw_mail.js', import.meta.url),
  'readRawMail'
)

/** `readRawMail`, in a thread of its own: anybody may write to the mailbox. */
export const readMailApart = (raw: Buffer): Promise<RawMailReading> =>
  readApart({ raw, trust: actesConfig.inbox.trust })
