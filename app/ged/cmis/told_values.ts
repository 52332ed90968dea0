import type { DateTime } from 'luxon'
import { people } from '#kernel/people'
import { heldInEach, holdingAt, type Lock } from '../dav/locks.js'
import type Node from '../nodes/node.js'
import DocumentType from '../types/document_type.js'
import { type DocumentThing, type Thing, WORKING_COPY } from './thing.js'
import { fieldId, DATE, type PropertyKind } from './property_kinds.js'
import { DOCUMENT, FOLDER, kindsOf, typesOf, type CmisType } from './types.js'

export type Value = string | number | boolean | DateTime | string[] | null

/** An object as it is told: its type, and what it is worth in each of its properties. */
export interface Told {
  thing: Thing
  kinds: PropertyKind[]
  values: Map<string, Value>
}

/** What is said of some objects of one repository, each question asked once for all of them. */
export async function tellEach(things: Thing[]): Promise<Told[]> {
  if (things.length === 0) return []
  const types = typesOf(await DocumentType.inOrder())
  const ids = things.flatMap(({ node, version }) => [node?.createdBy, version?.byId])
  const names = await people.names(ids.filter((id) => typeof id === 'string'))
  const { id: spaceId } = things[0].space
  const locks = (await heldInEach([spaceId])).get(spaceId) ?? []
  const lockers = await people.names(locks.map(({ personId }) => personId))
  const nameOf = (id: string | null | undefined) => (id && names.get(id)) || 'Halle'
  return things.map((thing) => {
    const type = typeOf(thing, types)
    const values = new Map<string, Value>([
      ...ofAll(thing, type, nameOf),
      ...(thing.version
        ? ofDocument(thing as DocumentThing, type, holdingAt(thing.names, locks), lockers)
        : ofFolder(thing)),
    ])
    return { thing, kinds: kindsOf(type), values }
  })
}

function typeOf({ node }: Thing, types: CmisType[]): CmisType {
  const base = node?.kind === 'document' ? DOCUMENT : FOLDER
  const own = node?.typeId && types.find(({ type }) => type?.id === node.typeId)
  return own || types.find(({ id }) => id === base)!
}

const idOf = ({ node, space, version, isLast }: Thing): string =>
  node ? (isLast ? node.id : `${node.id};${version!.label}`) : space.id

function ofAll(
  thing: Thing,
  { id: typeId, base }: CmisType,
  nameOf: (id: string | null | undefined) => string
): [string, Value][] {
  const { node, space, version } = thing
  const changed = version?.at ?? node?.updatedAt ?? node?.createdAt ?? space.createdAt
  return [
    ['cmis:objectId', idOf(thing)],
    ['cmis:baseTypeId', base],
    ['cmis:objectTypeId', typeId],
    ['cmis:secondaryObjectTypeIds', []],
    ['cmis:name', node?.name ?? space.name],
    ['cmis:description', node?.title ?? space.name],
    ['cmis:createdBy', nameOf(node?.createdBy)],
    ['cmis:creationDate', node?.createdAt ?? space.createdAt],
    ['cmis:lastModifiedBy', nameOf(version?.byId ?? node?.createdBy)],
    ['cmis:lastModificationDate', changed],
    ['cmis:changeToken', changeToken(thing)],
  ]
}

/** Another one as soon as a version is added, or something else is said of it. */
export const changeToken = ({ node, version }: Thing): string =>
  [version?.label ?? '-', node?.updatedAt?.toMillis() ?? 0].join('.')

const ofFolder = ({ node, space, names }: Thing): [string, Value][] => [
  ['cmis:parentId', node ? (node.parentId ?? space.id) : null],
  ['cmis:path', `/${names.join('/')}`],
  ['cmis:allowedChildObjectTypeIds', []],
]

function ofDocument(
  thing: DocumentThing,
  { type }: CmisType,
  locks: Lock[],
  lockers: Map<string, string>
): [string, Value][] {
  const { node, version, isLast } = thing
  const lock = locks.at(0)
  const isMajor = version.minor === 0
  return [
    ['cmis:isImmutable', false],
    ['cmis:isLatestVersion', isLast],
    ['cmis:isMajorVersion', isMajor],
    ['cmis:isLatestMajorVersion', isLast && isMajor],
    ['cmis:isPrivateWorkingCopy', false],
    ['cmis:versionLabel', version.label],
    ['cmis:versionSeriesId', node.id],
    ['cmis:isVersionSeriesCheckedOut', lock !== undefined],
    ['cmis:versionSeriesCheckedOutBy', lock ? (lockers.get(lock.personId) ?? 'Halle') : null],
    ['cmis:versionSeriesCheckedOutId', lock ? `${node.id};${WORKING_COPY}` : null],
    ['cmis:checkinComment', version.comment],
    ['cmis:contentStreamLength', Number(version.size)],
    ['cmis:contentStreamMimeType', version.mediaType],
    ['cmis:contentStreamFileName', node.name],
    ['cmis:contentStreamId', version.digest],
    [DATE, node.documentDate],
    ...fieldsOf(node, type),
  ]
}

const fieldsOf = (node: Node, type: DocumentType | null): [string, Value][] =>
  (type?.fields ?? []).map(({ key }) => [fieldId(key), node.fields[key] ?? null])
