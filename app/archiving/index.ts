/** Archives: what other rooms may ask of them. */
export { deposit, type DepositRequest, type DepositedDocument } from './deposit.js'
export { depositedDossiers } from './deposited_dossiers.js'
export { depositLink, depositOf, type DepositSummary } from './deposit_summary.js'
export { hold, isHeld } from './litigation_hold.js'
export { exportProof, type ProofExport } from './proof_export.js'
export { archiveAccepted, archiveRejected } from './events.js'
export { accessRuleOfActe, appraisalRuleOfActe } from './rules/actes_profile.js'
export { accessRuleOfInvoice, appraisalRuleOfInvoice } from './rules/invoices_profile.js'
