import { raw, xml, type XmlMarkup } from '#lib/xml'
import type { ArchiveUnit, Keyword, Transfer } from './transfer.js'
import { signingXml } from './transfer_signing.js'
import type { TransferPlan } from './transfer_plan.js'

/** A unit with its rules, its description, the units under it and its object. */
export function unitXml(unit: ArchiveUnit, transfer: Transfer, plan: TransferPlan): XmlMarkup {
  return xml`<ArchiveUnit id="${plan.unitIds.get(unit)}">${[
    managementXml(unit),
    contentXml(unit, transfer, plan),
    ...(unit.units ?? []).map((child) => unitXml(child, transfer, plan)),
    objectReferenceXml(unit, transfer, plan),
  ]}</ArchiveUnit>`
}

function managementXml({ appraisal, access }: ArchiveUnit): XmlMarkup | null {
  if (!appraisal && !access) return null
  return xml`<Management>${[
    appraisal &&
      xml`<AppraisalRule>${ruleXml(appraisal)}<FinalAction>${appraisal.finalAction}</FinalAction></AppraisalRule>`,
    access && xml`<AccessRule>${ruleXml(access)}</AccessRule>`,
  ]}</Management>`
}

/** A rule without a start never comes to its term: always give one when it is known. */
function ruleXml({ rule, startDate }: { rule: string; startDate?: string }): XmlMarkup {
  return xml`<Rule>${rule}</Rule>${startDate && xml`<StartDate>${startDate}</StartDate>`}`
}

function contentXml(unit: ArchiveUnit, transfer: Transfer, plan: TransferPlan): XmlMarkup {
  return xml`<Content>${[
    element('DescriptionLevel', unit.level),
    element('Title', unit.title),
    element('FilePlanPosition', unit.filePlanPosition),
    element('OriginatingSystemId', unit.originatingSystemId),
    element('Description', unit.description),
    custodyXml(unit.custodialHistory),
    element('DocumentType', unit.documentType),
    element('Language', 'fr'),
    element('DescriptionLanguage', 'fr'),
    ...(unit.keywords ?? []).map(keywordXml),
    unit === transfer.unit && originatingAgencyXml(transfer),
    element('CreatedDate', unit.createdDate),
    element('TransactedDate', unit.transactedDate),
    element('SentDate', unit.sentDate),
    element('ReceivedDate', unit.receivedDate),
    element('StartDate', unit.startDate),
    element('EndDate', unit.endDate),
    transfer.version === '2.3' && unit.signing && signingXml(unit.signing, plan),
  ]}</Content>`
}

function objectReferenceXml(
  unit: ArchiveUnit,
  { style }: Transfer,
  plan: TransferPlan
): XmlMarkup | null {
  const planned = plan.objectOf.get(unit)
  if (!planned) return null
  const reference =
    style === 'asalae'
      ? element('DataObjectReferenceId', planned.id)
      : element('DataObjectGroupReferenceId', planned.groupId)
  return xml`<DataObjectReference>${reference}</DataObjectReference>`
}

function custodyXml(items: string[] = []): XmlMarkup | null {
  if (items.length === 0) return null
  return xml`<CustodialHistory>${items.map((item) => element('CustodialHistoryItem', item))}</CustodialHistory>`
}

function keywordXml({ content, reference, type }: Keyword): XmlMarkup {
  return xml`<Keyword>${[
    element('KeywordContent', content),
    element('KeywordReference', reference),
    element('KeywordType', type),
  ]}</Keyword>`
}

function originatingAgencyXml({ originatingAgency }: Transfer): XmlMarkup {
  return xml`<OriginatingAgency>${element('Identifier', originatingAgency.identifier)}</OriginatingAgency>`
}

function element(name: string, value: string | undefined): XmlMarkup | null {
  return value === undefined ? null : xml`${raw(`<${name}>`)}${value}${raw(`</${name}>`)}`
}
