import { DateTime } from 'luxon'
import { LocalDate } from '#lib/values'
import { type Level, reaches } from '../rules/levels.js'
import type { CmisCall } from './call.js'
import type { Params } from './params.js'
import type { Kind, PropertyKind } from './property_kinds.js'
import { tellEach, type Told, type Value } from './told_values.js'
import type { Thing } from './thing.js'

/** An object as the browser binding writes it, whole or succinct (CMIS 1.1 §5.2.11). */
export async function toldObjects(call: CmisCall, things: Thing[]) {
  return (await tellEach(things)).map((told) => objectOf(call, told))
}

export async function toldObject(call: CmisCall, thing: Thing) {
  const [object] = await toldObjects(call, [thing])
  return object
}

function objectOf(call: CmisCall, told: Told) {
  const { params } = call
  return {
    ...propertiesOf(params, told),
    ...(params.flag('includeAllowableActions') && {
      allowableActions: allowableActions(call, told.thing),
    }),
    ...(params.flag('includeACL') && { acl: { aces: [] }, exactACL: false }),
  }
}

/** The same without what may be done of it. */
export function propertiesOf(params: Params, { kinds, values }: Told) {
  const wanted = wantedOf(params.get('filter'))
  const shown = kinds.filter(({ id }) => wanted === null || wanted.has(id))
  const isIso = params.get('dateTimeFormat') === 'extended'
  const of = (kind: PropertyKind) => asJson(values.get(kind.id) ?? null, kind.kind, isIso)
  if (params.flag('succinct')) {
    return { succinctProperties: Object.fromEntries(shown.map((kind) => [kind.id, of(kind)])) }
  }
  return {
    properties: Object.fromEntries(
      shown.map((kind) => {
        const { id, label, kind: type, isMany } = kind
        const names = { id, localName: id, displayName: label, queryName: id }
        return [id, { ...names, type, cardinality: isMany ? 'multi' : 'single', value: of(kind) }]
      })
    ),
  }
}

/** What `filter` keeps; null when it keeps all. What names an object is always told. */
function wantedOf(filter: string | null): Set<string> | null {
  if (!filter || filter === '*') return null
  const named = filter.split(',').map((id) => id.trim())
  return new Set([...named, 'cmis:objectId', 'cmis:baseTypeId', 'cmis:objectTypeId'])
}

/** Moments in milliseconds, unless ISO 8601 is asked (§5.2.11.2). */
function asJson(value: Value, kind: Kind, isIso: boolean) {
  const moment =
    DateTime.isDateTime(value) || kind !== 'datetime' || typeof value !== 'string'
      ? value
      : dayOf(value)
  if (!DateTime.isDateTime(moment)) return moment
  return isIso ? moment.toUTC().toISO() : moment.toMillis()
}

function dayOf(text: string): DateTime | null {
  const day = LocalDate.tryParse(text)
  return day ? DateTime.fromISO(day.toString(), { zone: 'utc' }) : null
}

/** What she may do of an object, each by its name (§2.1.12.1). */
export function allowableActions({ levels, writes }: CmisCall, { node, place }: Thing) {
  const reach = (level: Level) => writes && reaches(levels.get(place.accessId) ?? null, level)
  const isDocument = node?.kind === 'document'
  const [drops, edits] = [reach('contributor'), node !== null && reach('editor')]
  return {
    ...{ canGetProperties: true, canGetObjectParents: node !== null },
    ...{ canGetFolderParent: node !== null && !isDocument, canGetChildren: !isDocument },
    ...{ canCreateDocument: !isDocument && drops, canCreateFolder: !isDocument && drops },
    ...{ canUpdateProperties: edits, canMoveObject: edits, canDeleteObject: edits },
    ...{ canDeleteTree: !isDocument && edits, canGetContentStream: isDocument },
    ...{ canSetContentStream: isDocument && edits, canGetAllVersions: isDocument },
    ...{ canCheckOut: isDocument && edits, canCheckIn: isDocument && edits },
    ...{ canCancelCheckOut: isDocument && edits, canDeleteContentStream: false },
    ...{ canGetDescendants: false, canGetFolderTree: false, canGetACL: false, canApplyACL: false },
    ...{ canAddObjectToFolder: false, canRemoveObjectFromFolder: false, canCreateItem: false },
    ...{ canGetObjectRelationships: false, canCreateRelationship: false, canGetRenditions: false },
    ...{ canApplyPolicy: false, canRemovePolicy: false, canGetAppliedPolicies: false },
  }
}
