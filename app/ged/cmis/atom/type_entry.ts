import { clock } from '#kernel/clock'
import { carried, raw, xml, type XmlMarkup } from '#lib/xml'
import type { CmisCall } from '../call.js'
import type { PropertyKind } from '../property_kinds.js'
import { DOCUMENT, kindsOf, type CmisType } from '../types.js'
import { addressesOf } from './addresses.js'
import { ENTRY, FEED, iso, NAMESPACES } from './entry.js'

const SCHEMA = raw('xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')

/** A type with its properties (CMIS 1.0 §3.5.2). */
export const typeEntry = (call: CmisCall, type: CmisType): string =>
  xml`<?xml version="1.0" encoding="utf-8"?>
${entryOf(call, type)}`.toString()

export const typesFeed = (call: CmisCall, types: CmisType[]): string =>
  xml`<?xml version="1.0" encoding="utf-8"?>
<feed ${NAMESPACES}><id>urn:halle:types</id><title>Types</title><author><name>Halle</name></author><updated>${iso(clock.now())}</updated><link rel="service" href="${addressesOf(call, '').service}"/>${types.map((type) => entryOf(call, type))}</feed>`.toString()

function entryOf(call: CmisCall, type: CmisType): XmlMarkup {
  const { id, label, base } = type
  const at = addressesOf(call, id)
  const isDocument = base === DOCUMENT
  const kind = isDocument ? 'cmisTypeDocumentDefinitionType' : 'cmisTypeFolderDefinitionType'
  const children = at.type.replace('/type?id=', '/types?typeId=')
  return xml`<entry ${NAMESPACES} ${SCHEMA}><id>urn:halle:type:${id}</id><title>${carried(label)}</title><author><name>Halle</name></author><updated>${iso(clock.now())}</updated><link rel="self" href="${at.type}" type="${ENTRY}"/><link rel="down" href="${children}" type="${FEED}"/><link rel="service" href="${at.service}"/>${
    id !== base && xml`<link rel="up" href="${addressesOf(call, base).type}" type="${ENTRY}"/>`
  }<cmisra:type xsi:type="cmis:${kind}"><cmis:id>${id}</cmis:id><cmis:localName>${id}</cmis:localName><cmis:localNamespace>urn:halle:ged</cmis:localNamespace><cmis:displayName>${carried(label)}</cmis:displayName><cmis:queryName>${id}</cmis:queryName><cmis:description>${carried(label)}</cmis:description><cmis:baseId>${base}</cmis:baseId>${
    id !== base && xml`<cmis:parentId>${base}</cmis:parentId>`
  }<cmis:creatable>true</cmis:creatable><cmis:fileable>true</cmis:fileable><cmis:queryable>false</cmis:queryable><cmis:fulltextIndexed>${isDocument}</cmis:fulltextIndexed><cmis:includedInSupertypeQuery>true</cmis:includedInSupertypeQuery><cmis:controllablePolicy>false</cmis:controllablePolicy><cmis:controllableACL>false</cmis:controllableACL>${kindsOf(
    type
  ).map(definitionOf)}${
    isDocument &&
    xml`<cmis:versionable>true</cmis:versionable><cmis:contentStreamAllowed>required</cmis:contentStreamAllowed>`
  }</cmisra:type></entry>`
}

const DEFINITIONS: Record<PropertyKind['kind'], [element: string, type: string]> = {
  id: ['propertyIdDefinition', 'id'],
  string: ['propertyStringDefinition', 'string'],
  datetime: ['propertyDateTimeDefinition', 'datetime'],
  boolean: ['propertyBooleanDefinition', 'boolean'],
  integer: ['propertyIntegerDefinition', 'integer'],
}

function definitionOf({ id, label, kind, isMany, updatability, isRequired }: PropertyKind) {
  const [element, type] = DEFINITIONS[kind]
  return xml`<cmis:${raw(element)}><cmis:id>${id}</cmis:id><cmis:localName>${id}</cmis:localName><cmis:displayName>${carried(label)}</cmis:displayName><cmis:queryName>${id}</cmis:queryName><cmis:propertyType>${type}</cmis:propertyType><cmis:cardinality>${isMany ? 'multi' : 'single'}</cmis:cardinality><cmis:updatability>${updatability}</cmis:updatability><cmis:required>${isRequired}</cmis:required><cmis:queryable>false</cmis:queryable><cmis:orderable>false</cmis:orderable></cmis:${raw(element)}>`
}
