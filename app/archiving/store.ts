import { tenancy } from '#kernel/tenancy'
import type { ManifestView } from './formats/manifest_view.js'
import type { OpenedSip } from './formats/sip_container.js'
import type Deposit from './models/deposit.js'
import { insertRows } from './insert_rows.js'
import { type StoredObject, storeObject } from './store_object.js'
import { unitRow } from './unit_row.js'

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
  const units = manifest.units.map((unit) => {
    const row = unitRow(deposit, unit, manifest, unitIds)
    unitIds.set(unit.id, row.id)
    return row
  })
  const written = objects.map(({ rows }) => rows)
  await insertRows(
    'archived_objects',
    written.map(({ object }) => object)
  )
  await insertRows(
    'archive_writes',
    written.map(({ write }) => write)
  )
  await insertRows('archived_units', units)
  await insertRows('archived_unit_objects', linksOf(manifest, unitIds, objects))
  const identifier = `${deposit.createdAt.year}-${deposit.id.slice(-12)}`
  const named = [...unitIds].map(([manifestId, id]) => ({ id, manifestId }))
  return { identifier, units: named, objects }
}

function linksOf(
  manifest: ManifestView,
  unitIds: Map<string, string>,
  objects: StoredObject[]
): object[] {
  const groupOf = new Map(manifest.objects.map(({ id, groupId }) => [id, groupId || id]))
  const inGroup = Map.groupBy(objects, ({ manifestId }) => groupOf.get(manifestId)!)
  return manifest.units.flatMap((unit) => {
    const groups = [...unit.groupRefs, ...unit.objectRefs.map((id) => groupOf.get(id) ?? id)]
    return groups
      .flatMap((group) => inGroup.get(group) ?? [])
      .map(({ id }) => ({
        tenant_id: tenancy.tenantId(),
        unit_id: unitIds.get(unit.id),
        object_id: id,
      }))
  })
}
