import type { SedaVersion } from './seda_versions.js'

/** Who reads the package: they differ on file names, digests and grouping of objects. */
export type SipStyle = 'vitam' | 'asalae'

export interface Agency {
  identifier: string
}

/** A transfer in plain words; dates are `AAAA-MM-JJ`, instants ISO 8601 in UTC. */
export interface Transfer {
  version: SedaVersion
  style: SipStyle
  identifier: string
  at: string
  comment?: string
  agreement?: string
  archivalProfile?: string
  archivalAgency: Agency
  transferringAgency: Agency
  originatingAgency: Agency
  unit: ArchiveUnit
}

export interface ArchiveUnit {
  level: 'Fonds' | 'Class' | 'Series' | 'RecordGrp' | 'SubGrp' | 'File' | 'Item'
  title: string
  filePlanPosition?: string
  originatingSystemId?: string
  description?: string
  custodialHistory?: string[]
  documentType?: string
  keywords?: Keyword[]
  createdDate?: string
  transactedDate?: string
  sentDate?: string
  receivedDate?: string
  startDate?: string
  endDate?: string
  appraisal?: AppraisalRule
  access?: AccessRule
  signing?: Signing
  object?: ArchiveObject
  units?: ArchiveUnit[]
}

export interface Keyword {
  content: string
  reference?: string
  type?: KeywordType
}

export type KeywordType =
  | 'corpname'
  | 'famname'
  | 'geogname'
  | 'name'
  | 'occupation'
  | 'persname'
  | 'subject'
  | 'genreform'
  | 'function'

/** DUA and what becomes of the unit afterwards. `rule` is a code or a duration ("P1Y"). */
export interface AppraisalRule {
  rule: string
  startDate?: string
  finalAction: 'Keep' | 'Destroy'
}

/** Delay before anyone may read the unit (Code du patrimoine L213-2), as a code ("AR038"). */
export interface AccessRule {
  rule: string
  startDate?: string
}

/** What of a signature the unit holds (SEDA 2.3, SigningInformation); older versions omit it. */
export interface Signing {
  roles: ('SignedDocument' | 'Signature' | 'Timestamp' | 'AdditionalProof')[]
  /** The unit whose document is signed, when the signature is detached. */
  signs?: ArchiveUnit
  signers?: { fullName: string; at: string; function?: string }[]
  timestamp?: string
  proof?: string[]
}

export interface ArchiveObject {
  fileName: string
  mediaType: string
  /** PRONOM identifier, when the format was identified. */
  formatId?: string
  size: number
  digest: { algorithm: DigestAlgorithm; value: string }
  lastModified?: string
}

export type DigestAlgorithm = 'SHA-256' | 'SHA-512'
