import { DateTime } from 'luxon'
import { ATOM } from '#lib/feed/atom'
import { clock } from '#kernel/clock'
import { LocalDate } from '#lib/values'
import { carried, raw, xml, type XmlMarkup } from '#lib/xml'
import type { CmisCall } from '../call.js'
import type { Kind, PropertyKind } from '../property_kinds.js'
import type { Thing } from '../thing.js'
import { allowableActions } from '../told.js'
import type { Told, Value } from '../told_values.js'
import { addressesOf } from './addresses.js'

export const ENTRY = 'application/atom+xml;type=entry'
export const FEED = 'application/atom+xml;type=feed'

const DECLARATION = raw('<?xml version="1.0" encoding="utf-8"?>\n')

/** The name spaces of CMIS 1.0 and of what it stands on (CMIS 1.0 §3.3). */
export const NAMESPACES = raw(
  `xmlns="${ATOM}" xmlns:app="http://www.w3.org/2007/app" xmlns:cmis="http://docs.oasis-open.org/ns/cmis/core/200908/" xmlns:cmisra="http://docs.oasis-open.org/ns/cmis/restatom/200908/"`
)

/** An object as an entry of Atom (§3.5.2). */
export const entryDocument = (call: CmisCall, told: Told): string =>
  xml`${DECLARATION}${entryOf(call, told)}`.toString()

interface Held {
  told: Told[]
  total: number
  hasMore: boolean
}

/** What a folder holds, as a feed of Atom (§3.5.1). */
export function feedDocument(
  call: CmisCall,
  folder: Thing,
  { told, total, hasMore }: Held
): string {
  const { node, space } = folder
  const at = addressesOf(call, node?.id ?? space.id)
  const skipped = call.params.count('skipCount', 0) + told.length
  const next = `${at.children}&skipCount=${skipped}&maxItems=${call.params.count('maxItems', 100)}`
  return xml`${DECLARATION}<feed ${NAMESPACES}><id>urn:uuid:${node?.id ?? space.id}</id><title>${carried(node?.name ?? space.name)}</title><author><name>Halle</name></author><updated>${iso(clock.now())}</updated><link rel="service" href="${at.service}"/><link rel="self" href="${at.children}"/><link rel="via" href="${at.entry}"/>${hasMore && xml`<link rel="next" href="${next}"/>`}<cmisra:numItems>${total}</cmisra:numItems>${told.map((one) => entryOf(call, one))}</feed>`.toString()
}

export const iso = (moment: DateTime): string => moment.toUTC().toISO()!

function entryOf(call: CmisCall, told: Told): XmlMarkup {
  const { thing, values } = told
  const [id, isDocument] = [String(values.get('cmis:objectId')), thing.version !== null]
  const at = addressesOf(call, id)
  const changed = values.get('cmis:lastModificationDate') as DateTime
  const above = values.get('cmis:parentId') ?? (isDocument ? thing.place.parentId : null)
  const aboveId = thing.node ? String(above ?? thing.space.id) : null
  return xml`<entry ${NAMESPACES}><id>urn:uuid:${thing.node?.id ?? thing.space.id}</id><title>${textOf(values, 'cmis:name')}</title><author><name>${textOf(values, 'cmis:createdBy')}</name></author><published>${iso(values.get('cmis:creationDate') as DateTime)}</published><updated>${iso(changed)}</updated><summary>${textOf(values, 'cmis:description')}</summary>${
    isDocument
      ? xml`<content type="${textOf(values, 'cmis:contentStreamMimeType')}" src="${at.content}"/>`
      : null
  }<link rel="service" href="${at.service}"/><link rel="self" href="${at.entry}" type="${ENTRY}"/><link rel="edit" href="${at.entry}" type="${ENTRY}"/><link rel="describedby" href="${addressesOf(call, textOf(values, 'cmis:objectTypeId')).type}" type="${ENTRY}"/>${
    isDocument
      ? xml`<link rel="edit-media" href="${at.content}"/>`
      : xml`<link rel="down" href="${at.children}" type="${FEED}"/>`
  }${
    aboveId && xml`<link rel="up" href="${addressesOf(call, aboveId).entry}" type="${ENTRY}"/>`
  }<cmisra:object><cmis:properties>${told.kinds.map((kind) => propertyOf(kind, values.get(kind.id) ?? null))}</cmis:properties>${
    call.params.flag('includeAllowableActions') && actionsOf(call, thing)
  }</cmisra:object></entry>`
}

const textOf = (values: Map<string, Value>, id: string) => carried(String(values.get(id) ?? ''))

const actionsOf = (call: CmisCall, thing: Thing) =>
  xml`<cmis:allowableActions>${Object.entries(allowableActions(call, thing))
    // The objects of CMIS 1.1 are none of 1.0
    .filter(([name]) => name !== 'canCreateItem')
    .map(
      ([name, may]) => xml`<cmis:${raw(name)}>${may}</cmis:${raw(name)}>`
    )}</cmis:allowableActions>`

/** The element of a property by its kind (§2.1.2.1). */
export const ELEMENTS: Record<Kind, string> = {
  id: 'propertyId',
  string: 'propertyString',
  datetime: 'propertyDateTime',
  boolean: 'propertyBoolean',
  integer: 'propertyInteger',
}

function propertyOf({ id, label, kind }: PropertyKind, value: Value): XmlMarkup {
  const name = raw(ELEMENTS[kind])
  const values = [value].flat().flatMap((one) => writtenAs(kind, one) ?? [])
  return xml`<cmis:${name} propertyDefinitionId="${id}" localName="${id}" displayName="${label}" queryName="${id}">${values.map((one) => xml`<cmis:value>${carried(one)}</cmis:value>`)}</cmis:${name}>`
}

function writtenAs(kind: Kind, value: Value | string): string | null {
  if (value === null) return null
  if (DateTime.isDateTime(value)) return iso(value)
  if (kind !== 'datetime') return String(value)
  const day = LocalDate.tryParse(String(value))
  return day && `${day}T00:00:00.000Z`
}
