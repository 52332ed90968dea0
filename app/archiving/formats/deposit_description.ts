import type { Subject } from '#lib/proof'
import type { AccessRule, AppraisalRule, Keyword, Signing } from './transfer.js'

/** What another room hands over to be archived, in plain words; dates are `AAAA-MM-JJ`. */
export interface DepositDescription {
  title: string
  /** How the origin names the thing: the identifier of an acte. */
  reference?: string
  description?: string
  documentType?: string
  filePlanPosition?: string
  custodialHistory?: string[]
  keywords?: Keyword[]
  startDate: string
  endDate?: string
  appraisal: AppraisalRule
  access: AccessRule
  /** Whose journal entries belong to the proof, besides the deposit's own. */
  proofSubjects?: Subject[]
}

/** What a file is in its folder; the proof bundle names files after it. */
export type DocumentRole =
  | 'signed'
  | 'annex'
  | 'envelope'
  | 'acknowledgement'
  | 'stamped'
  | 'received'
  | 'readable'
  | 'statuses'
  | 'verdict'
  | 'proof'
  | 'other'

/** What is said of a deposited file, besides its bytes. */
export interface DocumentDetails {
  transactedDate?: string
  sentDate?: string
  receivedDate?: string
  signing?: Omit<Signing, 'signs'>
}
