/** Files of a tenant: content-addressed, streamed, encrypted at rest, typed by content (house §3). */
export { documents, type OpenableDocument, type StoredDocument } from './documents/documents.js'
export {
  DocumentDamaged,
  DocumentEmpty,
  DocumentHeld,
  DocumentInfected,
  DocumentLost,
  DocumentMissing,
  DocumentQuotaReached,
  DocumentTooLarge,
  DocumentTypeRefused,
} from '#lib/documents/errors'
