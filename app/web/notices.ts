/** What the operator says of itself on the legal pages. */
export { complianceWords, missingOf, type Notices } from './notices/fields.js'
export { complianceNow, currentNotices } from './notices/notices.js'
