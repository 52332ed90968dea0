import type { AccessRule, AppraisalRule } from '../formats/transfer.js'

/**
 * Who may read an invoice: its prices are protected by the secret des affaires for twenty-five years
 * (AR039; Code du patrimoine L213-2, I, 1°, and CRPA L311-6).
 */
export const accessRuleOfInvoice = (startDate: string): AccessRule => ({ rule: 'AR039', startDate })

/** A piece of the accounts is kept ten years, then destroyed (Code de commerce L123-22). */
export const appraisalRuleOfInvoice = (startDate: string): AppraisalRule => ({
  rule: 'P10Y',
  startDate,
  finalAction: 'Destroy',
})
