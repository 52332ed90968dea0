/** Actes: what other rooms may ask of them. */

export { acteAcknowledged, acteStamped } from './events.js'
export { requestClassification } from './jobs/request_classification.js'
export { acteOfDocument, acteSummary, type ActeSummary } from './summary.js'
