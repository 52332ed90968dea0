import type { XmlDoc, XmlElementView } from '#lib/xml'

/** A transfer's manifest as the checks need it: strings as they stand, "" when absent. */
export interface ManifestView {
  identifier: string
  agreement: string
  archivalProfile: string
  originatingAgency: string
  submissionAgency: string
  archivalAgency: string
  transferringAgency: string
  rules: RuleView[]
  objects: ObjectView[]
  units: UnitView[]
  /** Groups that are declared, whether an object is in them or not. */
  groupIds: string[]
}

export interface ObjectView {
  id: string
  kind: 'binary' | 'physical'
  groupId: string
  usage: string
  uri: string
  algorithm: string
  digest: string
  size: number | null
  fileName: string
  mediaType: string
}

export interface UnitView {
  id: string
  parentId: string | null
  title: string
  level: string
  startDate: string
  endDate: string
  /** Units declared elsewhere that this one holds (ArchiveUnitRefId). */
  childRefs: string[]
  groupRefs: string[]
  objectRefs: string[]
  rules: RuleView[]
  /** Vitam's own UpdateOperation: the unit is attached to one that the archive already holds. */
  attaches: boolean
}

export type RuleCategory =
  'Storage' | 'Appraisal' | 'Access' | 'Dissemination' | 'Reuse' | 'Classification' | 'Hold'

export interface RuleView {
  category: RuleCategory
  rule: string
  startDate: string
  finalAction: string
}

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

function unitsOf(pack: XmlElementView): UnitView[] {
  const [descriptive] = pack.nodes('*[local-name()="DescriptiveMetadata"]')
  const units: UnitView[] = []
  if (descriptive) collectUnits(descriptive, null, units)
  return units
}

function collectUnits(parent: XmlElementView, parentId: string | null, into: UnitView[]): void {
  for (const node of parent.nodes('*[local-name()="ArchiveUnit"]')) {
    const unit = unitOf(node, parentId)
    if (unit) into.push(unit)
    if (unit) collectUnits(node, unit.id, into)
  }
}

/** A unit, or null for one that only refers to another (ArchiveUnitRefId). */
function unitOf(node: XmlElementView, parentId: string | null): UnitView | null {
  if (child(node, 'ArchiveUnitRefId')) return null
  const [content] = node.nodes('*[local-name()="Content"]')
  const [management] = node.nodes('*[local-name()="Management"]')
  const references = './*[local-name()="DataObjectReference"]/*[local-name()='
  return {
    id: node.attribute('id') ?? '',
    parentId,
    title: content ? child(content, 'Title') : '',
    level: content ? child(content, 'DescriptionLevel') : '',
    startDate: content ? child(content, 'StartDate') : '',
    endDate: content ? child(content, 'EndDate') : '',
    childRefs: trimmed(
      node.texts('./*[local-name()="ArchiveUnit"]/*[local-name()="ArchiveUnitRefId"]')
    ),
    groupRefs: trimmed(node.texts(`${references}"DataObjectGroupReferenceId"]`)),
    objectRefs: trimmed(node.texts(`${references}"DataObjectReferenceId"]`)),
    rules: management ? rulesOf(management) : [],
    attaches: management ? management.nodes('*[local-name()="UpdateOperation"]').length > 0 : false,
  }
}

/** The rules of a Management block: in each category a Rule, then perhaps its StartDate. */
function rulesOf(management: XmlElementView): RuleView[] {
  return management
    .nodes('*[substring(local-name(), string-length(local-name()) - 3) = "Rule"]')
    .flatMap((block) => {
      const category = block.name.slice(0, -'Rule'.length) as RuleCategory
      const finalAction = child(block, 'FinalAction')
      const rules: RuleView[] = []
      for (const part of block.nodes('*')) {
        const value = part.value.trim()
        if (part.name === 'Rule') rules.push({ category, rule: value, startDate: '', finalAction })
        else if (part.name === 'StartDate' && rules.length > 0) rules.at(-1)!.startDate = value
      }
      return rules
    })
}

function agencyOf(root: XmlElementView, name: string): string {
  return child(root, name, 'Identifier')
}

/** The text of a child reached by local names, trimmed; "" when there is none. */
function child(element: XmlElementView, ...names: string[]): string {
  const path = names.map((name) => `*[local-name()="${name}"]`).join('/')
  return element.text(`./${path}`)?.trim() ?? ''
}

function trimmed(texts: string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
