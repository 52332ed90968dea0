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
