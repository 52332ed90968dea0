import { tenancy } from '#kernel/tenancy'
import type { ManifestView } from './formats/manifest_view.js'
import type { OpenedSip } from './formats/sip_container.js'
import type Deposit from './models/deposit.js'
import { insert } from './insert_row.js'
import { type StoredObject, storeObject } from './store_object.js'
import { storeUnit } from './store_unit.js'

/** What the archive now holds, and how it names it. */
export interface StoredArchive {
  identifier: string
  units: { id: string; manifestId: string }[]
  objects: StoredObject[]
}

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
