import { defineEvent } from '#kernel/events'

/** What a folder is for, as whoever opened it says; the parapheur never looks inside. */
export interface Origin {
  capability: string
  id: string
}

/** Every step is done. `documentIds`: the signed documents, in the order in which they came. */
export const folderSigned = defineEvent<{
  folderId: string
  origin: Origin
  documentIds: string[]
  /** Who signed last; null when only the seal of the collectivite did. Absent from older facts. */
  signedBy?: string | null
  at: string
}>('parapheur.folder_signed', 1)

/** A desk refused; the documents are as they were before the circuit. */
export const folderRefused = defineEvent<{
  folderId: string
  origin: Origin
  reason: string
  /** Absent from older facts. */
  refusedBy?: string
  at: string
}>('parapheur.folder_refused', 1)

/** A folder waits for the seal of the collectivite, which the server puts by itself. */
export const sealAwaited = defineEvent<{ folderId: string; stepId: string }>(
  'parapheur.seal_awaited',
  1
)

/** Somebody signed: what came back from her certificate is to be dated and put in the documents. */
export const signaturesReceived = defineEvent<{ ceremonyId: string }>(
  'parapheur.signatures_received',
  1
)
