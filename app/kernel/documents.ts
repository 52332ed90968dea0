/** Files of a tenant: content-addressed, streamed, encrypted at rest, typed by content (house §3). */
export { documents, type StoredDocument } from './documents/documents.js'
export {
  DocumentEmpty,
  DocumentInfected,
  DocumentMissing,
  DocumentTooLarge,
  DocumentTypeRefused,
} from './documents/errors.js'
