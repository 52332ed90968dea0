import type { DepositDescription, DocumentDetails } from './deposit_description.js'
import type { SedaVersion } from './seda_versions.js'
import type { ArchiveObject, ArchiveUnit, SipStyle, Transfer } from './transfer.js'

/** A deposit and its files, measured, as they stand when the package is built. */
export interface DepositToTransfer {
  version: SedaVersion
  style: SipStyle
  messageIdentifier: string
  /** ISO 8601 in UTC. */
  at: string
  agreement: string
  archivalProfile: string
  archivalAgency: string
  /** The SIREN of the collectivite, which produces and transfers. */
  siren: string
  description: DepositDescription
  files: { title: string; details: DocumentDetails; object: ArchiveObject }[]
}

/** The transfer of a deposit: one unit for the folder, which holds the rules, one per file. */
export function transferOf(deposit: DepositToTransfer): Transfer {
  const { description, siren } = deposit
  return {
    version: deposit.version,
    style: deposit.style,
    identifier: deposit.messageIdentifier,
    at: deposit.at,
    comment: description.title,
    agreement: deposit.agreement,
    archivalProfile: deposit.archivalProfile,
    archivalAgency: { identifier: deposit.archivalAgency },
    transferringAgency: { identifier: siren },
    originatingAgency: { identifier: siren },
    unit: {
      level: 'RecordGrp',
      title: description.title,
      filePlanPosition: description.filePlanPosition,
      originatingSystemId: description.reference,
      description: description.description,
      custodialHistory: description.custodialHistory,
      documentType: description.documentType,
      keywords: description.keywords,
      startDate: description.startDate,
      endDate: description.endDate,
      appraisal: description.appraisal,
      access: description.access,
      units: deposit.files.map(unitOf),
    },
  }
}

function unitOf({ title, details, object }: DepositToTransfer['files'][number]): ArchiveUnit {
  return { level: 'Item', title, ...details, object }
}
