import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import type { ManifestView, RuleView, UnitView } from './formats/manifest_view.js'
import type Deposit from './models/deposit.js'
import { endOfUse, opensOn, prevailingAppraisal, type Deadline } from './rules/deadlines.js'

/** The row of a unit; `unitIds` says the identifiers of its parents, which come before it. */
export function unitRow(
  deposit: Deposit,
  unit: UnitView,
  manifest: ManifestView,
  unitIds: Map<string, string>
) {
  // Rules of ManagementMetadata are those of the root units; children inherit when they are read
  const rules = unit.parentId === null ? [...unit.rules, ...manifest.rules] : unit.rules
  const appraisal = prevailingAppraisal(rules.filter(({ category }) => category === 'Appraisal'))
  const access = rules.find(({ category }) => category === 'Access')
  return {
    tenant_id: tenancy.tenantId(),
    id: uuidv7(),
    deposit_id: deposit.id,
    parent_id: unit.parentId === null ? null : unitIds.get(unit.parentId),
    manifest_id: unit.id,
    level: unit.level,
    title: unit.title,
    start_date: unit.startDate.slice(0, 10) || null,
    end_date: unit.endDate.slice(0, 10) || null,
    appraisal_rule: appraisal?.rule ?? null,
    appraisal_start: appraisal?.startDate || null,
    appraisal_end: appraisal ? dayOf(endOfUse(dated(appraisal))) : null,
    // No final action declared: the unit is kept (implicit Keep)
    final_action: appraisal?.finalAction || 'Keep',
    access_rule: access?.rule ?? null,
    access_start: access?.startDate || null,
    opens_on: access ? dayOf(opensOn(dated(access))) : null,
  }
}

function dated({ rule, startDate }: RuleView) {
  return { rule, startDate: startDate || undefined }
}

function dayOf(deadline: Deadline): string | null {
  return deadline.kind === 'day' ? deadline.day : null
}
