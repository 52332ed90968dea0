import { digest, drawCode, plainCode } from '#identity'
import { clock } from '#kernel/clock'
import type Recipient from '../models/recipient.js'

const MINUTES = 15
const SIGNS = 8
const MOST_TRIES = 5
/** Codes that one address is mailed in an hour: whoever holds a link must not fill a mailbox. */
const MOST_CODES = 5

const hashOf = ({ id }: Recipient, code: string): string => digest(`${id} ${code}`)

/** Counts a code to be mailed; false when enough were in this hour. Its caller holds the row. */
export async function countCode(recipient: Recipient): Promise<boolean> {
  const isRecent = (recipient.codesSince ?? clock.now()) > clock.now().minus({ hours: 1 })
  const sent = isRecent ? recipient.codesSent : 0
  if (sent >= MOST_CODES) return false
  const codesSince = isRecent && recipient.codesSince ? recipient.codesSince : clock.now()
  await recipient.merge({ codesSent: sent + 1, codesSince }).save()
  return true
}

/** Draws the code of a recipient, in the place of the one before; it is kept as a digest. */
export async function drawFor(recipient: Recipient): Promise<string> {
  const code = drawCode(SIGNS)
  const codeEndsAt = clock.now().plus({ minutes: MINUTES })
  await recipient.merge({ codeHash: hashOf(recipient, code), codeEndsAt, codeTries: 0 }).save()
  return code
}

/**
 * Whether what was typed is the code that lives; it serves once and bears five tries. The count is
 * written, so the caller must not break its transaction.
 */
export async function spend(recipient: Recipient, typed: string): Promise<boolean> {
  const { codeHash, codeEndsAt, codeTries } = recipient
  if (!codeHash || !codeEndsAt || codeEndsAt < clock.now() || codeTries >= MOST_TRIES) return false
  const isRight = codeHash === hashOf(recipient, plainCode(typed))
  recipient.merge(isRight ? { codeHash: null } : { codeTries: codeTries + 1 })
  await recipient.save()
  return isRight
}
