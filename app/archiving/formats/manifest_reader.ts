import type { XmlDoc, XmlElementView } from '#lib/xml'
import type { ManifestView, ObjectView } from './manifest_view.js'
import { child } from './child_text.js'
import { unitsOf, rulesOf } from './unit_reader.js'

/** Reads the manifest of an ArchiveTransfer 2.x that is already known to be well formed. */
export function viewManifest(doc: XmlDoc): ManifestView {
  const { root } = doc
  const [pack] = root.nodes('*[local-name()="DataObjectPackage"]')
  const [management] = pack?.nodes('*[local-name()="ManagementMetadata"]') ?? []
  return {
    identifier: child(root, 'MessageIdentifier'),
    agreement: child(root, 'ArchivalAgreement'),
    archivalAgency: agencyOf(root, 'ArchivalAgency'),
    transferringAgency: agencyOf(root, 'TransferringAgency'),
    archivalProfile: management ? child(management, 'ArchivalProfile') : '',
    originatingAgency: management ? child(management, 'OriginatingAgencyIdentifier') : '',
    submissionAgency: management ? child(management, 'SubmissionAgencyIdentifier') : '',
    rules: management ? rulesOf(management) : [],
    groupIds: pack?.texts('*[local-name()="DataObjectGroup"]/@id') ?? [],
    objects: pack ? objectsOf(pack) : [],
    units: pack ? unitsOf(pack) : [],
  }
}

function objectsOf(pack: XmlElementView): ObjectView[] {
  const grouped = pack
    .nodes('*[local-name()="DataObjectGroup"]')
    .flatMap((group) => dataObjects(group, group.attribute('id') ?? ''))
  return [...grouped, ...dataObjects(pack, null)]
}

function dataObjects(parent: XmlElementView, groupId: string | null): ObjectView[] {
  const named = 'local-name()="BinaryDataObject" or local-name()="PhysicalDataObject"'
  return parent.nodes(`*[${named}]`).map((object) => {
    const [digest] = object.nodes('*[local-name()="MessageDigest"]')
    const size = child(object, 'Size')
    return {
      id: object.attribute('id') ?? '',
      kind: object.name === 'BinaryDataObject' ? 'binary' : 'physical',
      // SEDA 2.0's method: the first object of a group declares it, the others refer to it
      groupId:
        groupId ??
        (child(object, 'DataObjectGroupId') || child(object, 'DataObjectGroupReferenceId')),
      usage: child(object, 'DataObjectVersion'),
      uri: child(object, 'Uri'),
      algorithm: digest?.attribute('algorithm') ?? '',
      digest: digest?.value.trim() ?? '',
      size: /^\d+$/.test(size) ? Number(size) : null,
      fileName: child(object, 'FileInfo', 'Filename'),
      mediaType: child(object, 'FormatIdentification', 'MimeType'),
    }
  })
}

function agencyOf(root: XmlElementView, name: string): string {
  return child(root, name, 'Identifier')
}
