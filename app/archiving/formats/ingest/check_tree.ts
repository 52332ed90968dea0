import type { ManifestView } from '../manifest_view.js'
import type { IngestTerms } from './agreement.js'
import { ko, type IngestEvent } from './outcome.js'
import { findLoop } from './find_loop.js'

const MANIFEST = 'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST'
const CONSISTENCY = 'CHECK_DATAOBJECTPACKAGE.CHECK_CONSISTENCY'

/** CHECK_MANIFEST: attachments, references, loops, one version per usage, an original per group. */
export function checkTree(manifest: ManifestView, terms: IngestTerms): IngestEvent | null {
  const agreement = terms.agreements.get(manifest.agreement)!
  const attached = manifest.units.filter(({ attaches }) => attaches)
  if (attached.length > 0 && !agreement.attachments) {
    return ko(
      MANIFEST,
      'UNAUTHORIZED_ATTACHMENT_BY_CONTRACT',
      'L’accord de versement n’admet pas de rattacher une unité à une archive existante.',
      attached.map(({ id }) => id)
    )
  }
  return (
    checkReferences(manifest) ??
    checkLoops(manifest) ??
    checkVersions(manifest) ??
    (agreement.masterRequired ? checkMasters(manifest) : null)
  )
}

/** CHECK_CONSISTENCY: every object or group hangs from a unit. */
export function checkOrphans({ units, objects, groupIds }: ManifestView): IngestEvent | null {
  const used = new Set(units.flatMap(({ groupRefs, objectRefs }) => [...groupRefs, ...objectRefs]))
  const groupOf = new Map(objects.map(({ id, groupId }) => [id, groupId]))
  for (const id of [...used]) used.add(groupOf.get(id) ?? id)
  const orphans = [
    ...groupIds.filter((id) => !used.has(id)),
    ...objects.filter(({ id, groupId }) => !used.has(groupId || id)).map(({ id }) => id),
  ]
  if (orphans.length === 0) return null
  return ko(
    CONSISTENCY,
    'CHECK_CONSISTENCY_ORPHAN_OBJECT',
    'Un objet n’est rattaché à aucune unité.',
    orphans
  )
}

function checkReferences({ units, objects, groupIds }: ManifestView): IngestEvent | null {
  const unitIds = new Set(units.map(({ id }) => id))
  const objectIds = new Set(objects.map(({ id }) => id))
  const groups = new Set([...groupIds, ...objects.map(({ groupId }) => groupId)])
  // A group is referred to as a group: an object of a group must not be reached around it
  const grouped = new Map(objects.map(({ id, groupId }) => [id, groupId]))
  const around = units.flatMap(({ objectRefs }) => objectRefs.filter((id) => grouped.get(id)))
  if (around.length > 0) {
    return ko(
      MANIFEST,
      'EXISTING_OG_NOT_DECLARED',
      'Une unité désigne un objet au lieu de son groupe.',
      around
    )
  }
  const broken = units.flatMap(({ groupRefs, objectRefs, childRefs }) => [
    ...groupRefs.filter((id) => !groups.has(id)),
    ...objectRefs.filter((id) => !objectIds.has(id)),
    ...childRefs.filter((id) => !unitIds.has(id)),
  ])
  if (broken.length === 0) return null
  return ko(MANIFEST, '', 'Une unité en désigne une autre, ou un objet, qui n’existe pas.', broken)
}

function checkLoops({ units }: ManifestView): IngestEvent | null {
  const children = new Map(units.map(({ id, childRefs }) => [id, [...childRefs]]))
  for (const { id, parentId } of units) if (parentId !== null) children.get(parentId)!.push(id)
  const state = new Map<string, 'open' | 'done'>()
  for (const { id } of units) {
    const loop = findLoop(id, children, state)
    if (loop)
      return ko(MANIFEST, 'CHECK_MANIFEST_LOOP', 'L’arborescence des unités tourne en rond.', [
        loop,
      ])
  }
  return null
}

function checkVersions({ objects }: ManifestView): IngestEvent | null {
  const seen = new Set<string>()
  const doubled = objects.filter(({ groupId, usage }) => {
    const key = `${groupId} ${usage.split('_')[0]}`
    if (groupId === '' || usage === '') return false
    return seen.size === seen.add(key).size
  })
  if (doubled.length === 0) return null
  return ko(
    MANIFEST,
    'TOO_MANY_VERSION_BY_USAGE',
    'Un groupe contient plusieurs versions d’un même usage.',
    doubled.map(({ id }) => id)
  )
}

function checkMasters({ objects }: ManifestView): IngestEvent | null {
  const groups = new Set(objects.map(({ groupId }) => groupId).filter(Boolean))
  for (const { groupId, usage } of objects) {
    if (/^(Binary|Physical)Master/.test(usage)) groups.delete(groupId)
  }
  if (groups.size === 0) return null
  return ko(MANIFEST, 'MASTER_MANDATORY_REQUIRED', 'Un groupe d’objets n’a pas d’original.', [
    ...groups,
  ])
}
