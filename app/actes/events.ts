import { defineEvent } from '#kernel/events'

/**
 * The prefecture has the acte: it is executory once published too (CGCT L2131-1). An agent may have
 * decided that it goes on without the mark of receipt.
 */
export const acteAcknowledged = defineEvent<{ acteId: string; withoutMark?: boolean }>(
  'actes.acte_acknowledged',
  1
)

/** The acte bears its mark of receipt, and is public unless it is withheld: it may be archived. */
export const acteStamped = defineEvent<{ acteId: string }>('actes.acte_stamped', 1)

/** The prefecture, or what carries actes to it, refused the acte: it goes no further as it is. */
export const acteRejected = defineEvent<{ acteId: string }>('actes.acte_rejected', 1)
