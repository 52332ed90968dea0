import { defineEvent } from '#kernel/events'

/** The prefecture has the acte: it is executory once published too (CGCT L2131-1). */
export const acteAcknowledged = defineEvent<{ acteId: string }>('actes.acte_acknowledged', 1)

/** The acte bears its mark of receipt, and is public unless it is withheld: it may be archived. */
export const acteStamped = defineEvent<{ acteId: string }>('actes.acte_stamped', 1)

/** A letter of the prefecture came for an acte (2-1, 3-1, 4-1, 5-1). */
export const letterReceived = defineEvent<{ acteId: string; answerId: string }>(
  'actes.letter_received',
  1
)
