import { xml, type XmlMarkup } from '#lib/xml'
import { agencyXml, codeListsXml, document } from './message_parts.js'
import { namespaceOf } from './seda_versions.js'
import type { Transfer } from './transfer.js'
import { flatObjectsXml, groupedObjectsXml } from './transfer_objects.js'
import { planTransfer, type TransferPlan } from './transfer_plan.js'
import { unitXml } from './transfer_units.js'

/** The manifest of a transfer (SEDA, ArchiveTransfer), in UTF-8, and where each file goes. */
export function buildTransferManifest(transfer: Transfer): {
  manifest: Buffer
  plan: TransferPlan
} {
  const plan = planTransfer(transfer)
  return { manifest: document(transferXml(transfer, plan)), plan }
}

function transferXml(transfer: Transfer, plan: TransferPlan): XmlMarkup {
  const { version, identifier, at, comment, agreement } = transfer
  return xml`<ArchiveTransfer xmlns="${namespaceOf(version)}">${[
    comment && xml`<Comment>${comment}</Comment>`,
    xml`<Date>${at}</Date>`,
    xml`<MessageIdentifier>${identifier}</MessageIdentifier>`,
    agreement && xml`<ArchivalAgreement>${agreement}</ArchivalAgreement>`,
    codeListsXml(),
    packageXml(transfer, plan),
    agencyXml('ArchivalAgency', transfer.archivalAgency),
    agencyXml('TransferringAgency', transfer.transferringAgency),
  ]}</ArchiveTransfer>`
}

function packageXml(transfer: Transfer, plan: TransferPlan): XmlMarkup {
  // asalae reads flat objects; Vitam wants groups (SEDA 2.1, first method). Never both in one SIP.
  const objects = transfer.style === 'asalae' ? flatObjectsXml(plan) : groupedObjectsXml(plan)
  return xml`<DataObjectPackage>${objects}<DescriptiveMetadata>${unitXml(
    transfer.unit,
    transfer,
    plan
  )}</DescriptiveMetadata>${managementXml(transfer)}</DataObjectPackage>`
}

function managementXml({
  archivalProfile,
  originatingAgency,
  transferringAgency,
}: Transfer): XmlMarkup {
  return xml`<ManagementMetadata>${[
    archivalProfile && xml`<ArchivalProfile>${archivalProfile}</ArchivalProfile>`,
    xml`<LegalStatus>Public Archive</LegalStatus>`,
    xml`<OriginatingAgencyIdentifier>${originatingAgency.identifier}</OriginatingAgencyIdentifier>`,
    xml`<SubmissionAgencyIdentifier>${transferringAgency.identifier}</SubmissionAgencyIdentifier>`,
  ]}</ManagementMetadata>`
}
