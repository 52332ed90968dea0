import type { ArchiveObject, ArchiveUnit, Transfer } from './transfer.js'

/** An object with the identifiers and the place that it takes in a package. */
export interface PlannedObject {
  object: ArchiveObject
  id: string
  groupId: string
  uri: string
}

/** The identifiers given to the parts of a transfer: always the same for the same description. */
export interface TransferPlan {
  unitIds: Map<ArchiveUnit, string>
  objects: PlannedObject[]
  objectOf: Map<ArchiveUnit, PlannedObject>
}

/**
 * Numbers units and objects in reading order, and places the files. Two units with the same
 * bytes share one object: a file must not be declared twice (CHECK_MANIFEST_OBJECTNUMBER).
 */
export function planTransfer({ style, unit }: Transfer): TransferPlan {
  const plan: TransferPlan = { unitIds: new Map(), objects: [], objectOf: new Map() }
  const byDigest = new Map<string, PlannedObject>()
  for (const each of unitsUnder(unit)) {
    plan.unitIds.set(each, `AU${plan.unitIds.size + 1}`)
    if (!each.object) continue
    const key = each.object.digest.value
    if (!byDigest.has(key)) byDigest.set(key, planned(each.object))
    plan.objectOf.set(each, byDigest.get(key)!)
  }
  return plan

  function planned(object: ArchiveObject): PlannedObject {
    const number = plan.objects.length + 1
    const uri = style === 'vitam' ? neutralUri(object) : flatUri(object, plan.objects)
    const place = { object, id: `BDO${number}`, groupId: `GOT${number}`, uri }
    plan.objects.push(place)
    return place
  }
}

/** A unit and all those under it, parents first. */
export function unitsUnder(unit: ArchiveUnit): ArchiveUnit[] {
  return [unit, ...(unit.units ?? []).flatMap(unitsUnder)]
}

/** Vitam asks for neutral names (Structuration des SIP, Uri): the digest and the extension. */
function neutralUri({ digest, fileName }: ArchiveObject): string {
  return `content/${digest.value}${extensionOf(fileName)}`
}

/** asalae reads the files at the root, under their own names, made plain and distinct. */
function flatUri({ fileName }: ArchiveObject, taken: PlannedObject[]): string {
  const plain = plainName(fileName)
  if (!taken.some(({ uri }) => uri === plain)) return plain
  return `${taken.length + 1}_${plain}`
}

function plainName(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9_@.-]+/g, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.+|\.+$/g, '')
  return plain || 'fichier'
}

function extensionOf(fileName: string): string {
  return /\.[a-zA-Z0-9]{1,10}$/.exec(fileName)?.[0].toLowerCase() ?? ''
}
