import { defineEvent } from '#kernel/events'

interface Settled {
  depositId: string
  origin: { capability: string; id: string }
  /** The reply of the archive (SEDA ArchiveTransferReply), a document of the tenant. */
  receiptDocumentId: string
  at: string
}

/** The archive took the deposit: what was deposited is kept, with its receipt. */
export const archiveAccepted = defineEvent<Settled>('archiving.archive_accepted', 1)

/** The archive did not take it; `reason` is a French sentence. The deposit can be tried again. */
export const archiveRejected = defineEvent<Settled & { reason: string }>(
  'archiving.archive_rejected',
  1
)
