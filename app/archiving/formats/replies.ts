import { xml, type XmlMarkup } from '#lib/xml'
import { agencyXml, codeListsXml, document } from './message_parts.js'
import { namespaceOf, type SedaVersion } from './seda_versions.js'
import type { Agency, SipStyle } from './transfer.js'

/** The transfer that is answered. */
export interface AnsweredTransfer {
  identifier: string
  agreement?: string
  archivalAgency: Agency
  transferringAgency: Agency
}

export interface ReplyEvent {
  code: string
  at: string
  outcome: 'OK' | 'WARNING' | 'KO'
  detail: string
  message?: string
}

/** A unit or an object of the transfer, and what the archive calls it from now on. */
export interface Accepted {
  manifestId: string
  systemId: string
}

export interface TransferReply {
  version: SedaVersion
  /** asalae echoes the transfer in MessageIdentifier; Vitam puts its own operation there. */
  style: SipStyle
  identifier: string
  at: string
  transfer: AnsweredTransfer
  code: string
  events: ReplyEvent[]
  granted?: { at: string; archiveId: string; units: Accepted[]; objects: Accepted[] }
}

/** ArchiveTransferReply: the archive takes the transfer, or says why it does not. */
export function buildTransferReply(reply: TransferReply): Buffer {
  const { version, at, transfer, code, events, granted } = reply
  const [own, echoed] =
    reply.style === 'asalae'
      ? [transfer.identifier, reply.identifier]
      : [reply.identifier, transfer.identifier]
  return document(
    xml`<ArchiveTransferReply xmlns="${namespaceOf(version)}">${[
      xml`<Date>${at}</Date>`,
      xml`<MessageIdentifier>${own}</MessageIdentifier>`,
      transfer.agreement && xml`<ArchivalAgreement>${transfer.agreement}</ArchivalAgreement>`,
      codeListsXml(),
      granted && packageXml(granted),
      xml`<ReplyCode>${code}</ReplyCode>`,
      events.length > 0 && xml`<Operation>${events.map(eventXml)}</Operation>`,
      xml`<MessageRequestIdentifier>${echoed}</MessageRequestIdentifier>`,
      granted && xml`<GrantDate>${granted.at}</GrantDate>`,
      agencyXml('ArchivalAgency', transfer.archivalAgency),
      agencyXml('TransferringAgency', transfer.transferringAgency),
    ]}</ArchiveTransferReply>`
  )
}

/** Acknowledgement: the transfer has arrived; nothing is said yet of its contents. */
export function buildAcknowledgement(message: {
  version: SedaVersion
  identifier: string
  at: string
  transfer: AnsweredTransfer
}): Buffer {
  const { version, identifier, at, transfer } = message
  return document(
    xml`<Acknowledgement xmlns="${namespaceOf(version)}">${[
      xml`<Date>${at}</Date>`,
      xml`<MessageIdentifier>${identifier}</MessageIdentifier>`,
      xml`<MessageReceivedIdentifier>${transfer.identifier}</MessageReceivedIdentifier>`,
      agencyXml('Sender', transfer.archivalAgency),
      agencyXml('Receiver', transfer.transferringAgency),
    ]}</Acknowledgement>`
  )
}

function packageXml(granted: NonNullable<TransferReply['granted']>): XmlMarkup {
  const [root, ...others] = granted.units
  return xml`<DataObjectPackage>${[
    ...granted.objects.map(
      ({ manifestId, systemId }) =>
        xml`<DataObjectGroup id="${manifestId}-group"><BinaryDataObject id="${manifestId}"><DataObjectSystemId>${systemId}</DataObjectSystemId></BinaryDataObject></DataObjectGroup>`
    ),
    xml`<DescriptiveMetadata>${[
      unitXml(root, granted.archiveId),
      ...others.map((unit) => unitXml(unit)),
    ]}</DescriptiveMetadata>`,
    xml`<ManagementMetadata/>`,
  ]}</DataObjectPackage>`
}

function unitXml({ manifestId, systemId }: Accepted, archiveId?: string): XmlMarkup {
  return xml`<ArchiveUnit id="${manifestId}"><Content><SystemId>${systemId}</SystemId>${archiveId && xml`<ArchivalAgencyArchiveUnitIdentifier>${archiveId}</ArchivalAgencyArchiveUnitIdentifier>`}</Content></ArchiveUnit>`
}

function eventXml({ code, at, outcome, detail, message }: ReplyEvent): XmlMarkup {
  return xml`<Event>${[
    xml`<EventTypeCode>${code}</EventTypeCode>`,
    xml`<EventDateTime>${at}</EventDateTime>`,
    xml`<Outcome>${outcome}</Outcome>`,
    xml`<OutcomeDetail>${detail}</OutcomeDetail>`,
    message && xml`<OutcomeDetailMessage>${message}</OutcomeDetailMessage>`,
  ]}</Event>`
}
