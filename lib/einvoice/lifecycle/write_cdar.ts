import { raw, xml, type XmlMarkup } from '#lib/xml'
import type { LifecycleMessage, MessageAmount, MessageParty, MessageReason } from './message.js'
import { STATUS_FACTS } from './status_codes.js'

const NAMESPACE = 'urn:un:unece:uncefact:data:standard'

/**
 * A message of life cycle (CDAR D22B, uncoupled), in UTF-8: what becomes of one invoice, from one of its
 * parties to the platform of another.
 * @throws RangeError for a status that no message carries, XmlRejected for a forbidden character
 */
export function writeCdar(message: LifecycleMessage): string {
  const facts = STATUS_FACTS[message.status]
  if (!facts) throw new RangeError(`${message.status} is no status of an invoice`)
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="${NAMESPACE}:CrossDomainAcknowledgementAndResponse:100" xmlns:ram="${NAMESPACE}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${NAMESPACE}:UnqualifiedDataType:100" xmlns:qdt="${NAMESPACE}:QualifiedDataType:100">
<rsm:ExchangedDocumentContext>
<ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>REGULATED</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn.cpro.gouv.fr:1p0:CDV:invoice</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
</rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument>
<ram:ID>${message.id}</ram:ID>
<ram:IssueDateTime>${moment(message.createdAt)}</ram:IssueDateTime>
<ram:SenderTradeParty>${party(message.sender)}</ram:SenderTradeParty>
<ram:IssuerTradeParty>${party(message.issuer)}</ram:IssuerTradeParty>
<ram:RecipientTradeParty>${party(message.recipient)}</ram:RecipientTradeParty>
</rsm:ExchangedDocument>
<rsm:AcknowledgementDocument>
<ram:MultipleReferencesIndicator><udt:Indicator>false</udt:Indicator></ram:MultipleReferencesIndicator>
<ram:TypeCode>${facts.phase}</ram:TypeCode>
<ram:IssueDateTime>${moment(message.at)}</ram:IssueDateTime>
${reference(message, facts.code, facts.name)}
</rsm:AcknowledgementDocument>
</rsm:CrossDomainAcknowledgementAndResponse>
`.toString()
}

function reference(message: LifecycleMessage, code: string | null, name: string): XmlMarkup {
  const { invoice, status } = message
  return xml`<ram:ReferenceReferencedDocument>
<ram:IssuerAssignedID>${invoice.number}</ram:IssuerAssignedID>
${code && xml`<ram:StatusCode>${code}</ram:StatusCode>`}
<ram:TypeCode>${invoice.type}</ram:TypeCode>
<ram:FormattedIssueDateTime><qdt:DateTimeString format="102">${invoice.issuedOn.replaceAll('-', '')}</qdt:DateTimeString></ram:FormattedIssueDateTime>
<ram:ProcessConditionCode>${status}</ram:ProcessConditionCode>
<ram:ProcessCondition>${name}</ram:ProcessCondition>
<ram:IssuerTradeParty><ram:GlobalID schemeID="0002">${invoice.sellerSiren}</ram:GlobalID></ram:IssuerTradeParty>
${details(message)}
</ram:ReferenceReferencedDocument>`
}

/** Each reason is a detail, and so are the amounts together; each has its number (MDT-124-2). */
function details({ reasons = [], amounts = [] }: LifecycleMessage): XmlMarkup[] {
  const written = reasons.map(reason)
  if (amounts.length > 0) written.push(xml`${amounts.map(amount)}`)
  return written.map((inside, rank) => {
    const number = xml`<ram:SequenceNumeric>${rank + 1}</ram:SequenceNumeric>`
    const isReason = rank < reasons.length
    return xml`<ram:SpecifiedDocumentStatus>${isReason ? xml`${inside}${number}` : xml`${number}${inside}`}</ram:SpecifiedDocumentStatus>`
  })
}

const reason = ({ code, text, action }: MessageReason): XmlMarkup =>
  xml`<ram:ReasonCode>${code}</ram:ReasonCode>${text && xml`<ram:Reason>${text}</ram:Reason>`}${action && xml`<ram:RequestedActionCode>${action}</ram:RequestedActionCode>`}`

const amount = ({ type, amount: value, vatPercent, currency }: MessageAmount): XmlMarkup =>
  xml`<ram:SpecifiedDocumentCharacteristic><ram:TypeCode>${type}</ram:TypeCode><ram:ValueAmount currencyID="${currency}">${value}</ram:ValueAmount><ram:ValuePercent>${vatPercent}</ram:ValuePercent></ram:SpecifiedDocumentCharacteristic>`

const party = ({ siren, name, role, address }: MessageParty): XmlMarkup =>
  xml`${siren && xml`<ram:GlobalID schemeID="0002">${siren}</ram:GlobalID>`}${name && xml`<ram:Name>${name}</ram:Name>`}<ram:RoleCode>${role}</ram:RoleCode>${address && xml`<ram:URIUniversalCommunication><ram:URIID schemeID="0225">${address}</ram:URIID></ram:URIUniversalCommunication>`}`

/** `2026-11-29T17:00:00` as UN/CEFACT writes it: 20261129170000. */
const moment = (at: string): XmlMarkup =>
  raw(
    `<udt:DateTimeString format="204">${at.replaceAll(/\D/g, '').slice(0, 14)}</udt:DateTimeString>`
  )
