import { clock } from '#kernel/clock'
import type { UploadPurpose } from '#lib/uploads/purpose'
import { ADDED_BYTES, PIECE_BYTES } from '#lib/sealing'
import { LIMITS } from '../rules/choices.js'

/** The name of the purpose, as `uploads.begin` wants it. */
export const PLI_PURPOSE = 'procurement.pli'

/** One encrypted piece, or a list of names. */
export const MOST_PIECE_BYTES = PIECE_BYTES + ADDED_BYTES

const KEPT_DAYS = 90

/** The pieces of plis: each is a file of its own, sealed by who sends it, who is no member. */
export const pliPurpose: UploadPurpose = {
  owners: ['person'],
  mostBytes: MOST_PIECE_BYTES,
  mostAtOnce: 2 * (LIMITS.pliBytes / PIECE_BYTES),
  mostBytesAtOnce: 2 * LIMITS.pliBytes,
  keptUntil: () => clock.now().plus({ days: KEPT_DAYS }).toJSDate(),
  isSealed: true,
}

/** Who sends the pieces of a pli. */
export const depositor = (personId: string) => ({ kind: 'person' as const, id: personId })
