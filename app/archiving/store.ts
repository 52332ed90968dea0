import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { ALGORITHMS } from './formats/ingest/check_objects.js'
import type { ManifestView, ObjectView, RuleView, UnitView } from './formats/manifest_view.js'
import type { OpenedSip } from './formats/sip_container.js'
import type Deposit from './models/deposit.js'
import { endOfUse, opensOn, prevailingAppraisal, type Deadline } from './rules/deadlines.js'

/** What the archive now holds, and how it names it. */
export interface StoredArchive {
  identifier: string
  units: { id: string; manifestId: string }[]
  objects: StoredObject[]
}

interface StoredObject {
  id: string
  manifestId: string
  sha256: string
}

const MAX_OBJECT_BYTES = 4 * 1024 ** 3

/**
 * Stores what an accepted package holds: units with their deadlines, objects read from the package
 * itself, and one line in the log of writings for each; in the transaction in context.
 */
export async function storeArchive(
  deposit: Deposit,
  manifest: ManifestView,
  sip: OpenedSip
): Promise<StoredArchive> {
  const objects: StoredObject[] = []
  for (const object of manifest.objects.filter(({ kind }) => kind === 'binary')) {
    objects.push(await storeObject(deposit, object, sip))
  }
  const unitIds = new Map<string, string>()
  for (const unit of manifest.units) {
    unitIds.set(unit.id, await storeUnit(deposit, unit, manifest, unitIds))
  }
  await linkObjects(manifest, unitIds, objects)
  const identifier = `${deposit.createdAt.year}-${deposit.id.slice(-12)}`
  const units = [...unitIds].map(([manifestId, id]) => ({ id, manifestId }))
  return { identifier, units, objects }
}

async function storeObject(
  deposit: Deposit,
  object: ObjectView,
  sip: OpenedSip
): Promise<StoredObject> {
  const fileName = object.fileName || object.uri.split('/').at(-1)!
  const kept = await documents.store(await sip.open(object.uri), {
    name: fileName,
    maxBytes: MAX_OBJECT_BYTES,
  })
  // CHECK_DIGEST has just compared this digest with the file: what is SHA-512 needs no third reading
  const sha512 =
    ALGORITHMS[object.algorithm] === 'sha512'
      ? object.digest.toLowerCase()
      : (await sip.digests(object.uri, ['sha512'])).sha512
  const id = uuidv7()
  const tenantId = tenancy.tenantId()
  const at = clock.now().toJSDate()
  await insert('archived_objects', {
    tenant_id: tenantId,
    id,
    deposit_id: deposit.id,
    manifest_id: object.id,
    document_id: kept.id,
    file_name: fileName,
    media_type: kept.mediaType,
    size: kept.size,
    sha256: kept.sha256,
    sha512,
  })
  await insert('archive_writes', {
    tenant_id: tenantId,
    id: uuidv7(),
    object_id: id,
    copy: 'documents',
    action: 'create',
    sha512,
    size: kept.size,
    at,
  })
  return { id, manifestId: object.id, sha256: kept.sha256 }
}

/** Stores a unit, its parent being stored already; returns its identifier. */
async function storeUnit(
  deposit: Deposit,
  unit: UnitView,
  manifest: ManifestView,
  unitIds: Map<string, string>
): Promise<string> {
  // Rules of ManagementMetadata are those of the root units; children inherit when they are read
  const rules = unit.parentId === null ? [...unit.rules, ...manifest.rules] : unit.rules
  const appraisal = prevailingAppraisal(rules.filter(({ category }) => category === 'Appraisal'))
  const access = rules.find(({ category }) => category === 'Access')
  const id = uuidv7()
  await insert('archived_units', {
    tenant_id: tenancy.tenantId(),
    id,
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
  })
  return id
}

async function linkObjects(
  manifest: ManifestView,
  unitIds: Map<string, string>,
  objects: StoredObject[]
): Promise<void> {
  const groupOf = new Map(manifest.objects.map(({ id, groupId }) => [id, groupId || id]))
  const inGroup = Map.groupBy(objects, ({ manifestId }) => groupOf.get(manifestId)!)
  for (const unit of manifest.units) {
    const groups = [...unit.groupRefs, ...unit.objectRefs.map((id) => groupOf.get(id) ?? id)]
    for (const { id } of groups.flatMap((group) => inGroup.get(group) ?? [])) {
      await insert('archived_unit_objects', {
        tenant_id: tenancy.tenantId(),
        unit_id: unitIds.get(unit.id),
        object_id: id,
      })
    }
  }
}

function insert(table: string, row: object) {
  return tenancy.trx().insertQuery().table(`archiving.${table}`).insert(row)
}

function dated({ rule, startDate }: RuleView) {
  return { rule, startDate: startDate || undefined }
}

function dayOf(deadline: Deadline): string | null {
  return deadline.kind === 'day' ? deadline.day : null
}
