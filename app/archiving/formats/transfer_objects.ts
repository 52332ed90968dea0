import { xml, type XmlMarkup } from '#lib/xml'
import type { ArchiveObject } from './transfer.js'
import type { PlannedObject, TransferPlan } from './transfer_plan.js'

/** One DataObjectGroup per object, each with its original (SEDA 2.1 and later). */
export function groupedObjectsXml({ objects }: TransferPlan): XmlMarkup[] {
  return objects.map(
    (planned) =>
      xml`<DataObjectGroup id="${planned.groupId}"><BinaryDataObject id="${planned.id}"><DataObjectVersion>BinaryMaster_1</DataObjectVersion>${bodyXml(planned, planned.object.digest.algorithm)}</BinaryDataObject></DataObjectGroup>`
  )
}

/** Objects without groups, as asalae reads them, digests named by their W3C address. */
export function flatObjectsXml({ objects }: TransferPlan): XmlMarkup[] {
  return objects.map(
    (planned) =>
      xml`<BinaryDataObject id="${planned.id}">${bodyXml(planned, W3C_NAMES[planned.object.digest.algorithm])}</BinaryDataObject>`
  )
}

const W3C_NAMES = {
  'SHA-256': 'http://www.w3.org/2001/04/xmlenc#sha256',
  'SHA-512': 'http://www.w3.org/2001/04/xmlenc#sha512',
}

function bodyXml({ object, uri }: PlannedObject, algorithm: string): XmlMarkup[] {
  return [
    xml`<Uri>${uri}</Uri>`,
    xml`<MessageDigest algorithm="${algorithm}">${object.digest.value}</MessageDigest>`,
    xml`<Size>${object.size}</Size>`,
    formatXml(object),
    xml`<FileInfo><Filename>${object.fileName}</Filename>${object.lastModified && xml`<LastModified>${object.lastModified}</LastModified>`}</FileInfo>`,
  ]
}

function formatXml({ mediaType, formatId }: ArchiveObject): XmlMarkup {
  return xml`<FormatIdentification><MimeType>${mediaType}</MimeType>${formatId && xml`<FormatId>${formatId}</FormatId>`}</FormatIdentification>`
}
