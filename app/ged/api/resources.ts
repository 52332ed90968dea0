import vine from '@vinejs/vine'
import { API_ROOT } from '#web/api/registry'
import { fileShape, told, toldFile } from '#web/api/shapes'
import type Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import Version from '../nodes/version.js'
import { LEVELS } from '../rules/levels.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { retentionOf } from '../types/retention_of.js'

export const spaceShape = vine.create({
  id: told.id(),
  slug: told.text(),
  name: told.text(),
  kind: told.oneOf(['tenant', 'service', 'shared', 'personal', 'system'] as const),
  /** What one may do there. */
  level: told.oneOf(LEVELS),
})

export const lineShape = vine.create({
  id: told.id(),
  kind: told.oneOf(['folder', 'document'] as const),
  name: told.text(),
  title: told.text(),
})

export const toldLine = ({ id, kind, name, title }: Node) => ({ id, kind, name, title })

/** As it stood at the end of a day. */
export const stoodShape = vine.create({
  id: told.id(),
  kind: told.oneOf(['folder', 'document'] as const),
  name: told.text(),
  version: told.text().nullable(),
  isGone: told.flag(),
  isUnsure: told.flag(),
})

export const hitShape = vine.create({
  id: told.id(),
  title: told.text(),
  space: told.text(),
  path: told.text(),
  type: told.text().nullable(),
  date: told.day().nullable(),
  score: vine.number({ strict: true }),
  snippet: told.text(),
  matched: vine.array(told.text()),
})

const versionShape = vine.object({
  version: told.text(),
  at: told.moment(),
  comment: told.text().nullable(),
  size: told.count(),
  sha256: told.text(),
})

export const documentShape = vine.create({
  id: told.id(),
  name: told.text(),
  title: told.text(),
  space: told.text(),
  path: told.text(),
  type: told.text().nullable(),
  date: told.day().nullable(),
  fields: vine.record(told.text()),
  retention: vine.object({
    rule: told.text().nullable(),
    from: told.day().nullable(),
    /** When it is over; null while nothing begins it. */
    until: told.day().nullable(),
    finalAction: told.oneOf(['keep', 'destroy', 'sort'] as const).nullable(),
    accessCode: told.text().nullable(),
  }),
  file: fileShape.clone(),
  versions: vine.array(versionShape),
})

const OF = `${API_ROOT}/ged/documents`

/** Where a document is read. */
export const documentUrl = (id: string): string => `${OF}/${id}`

/** A document with its versions, the last first. */
export async function toldDocument(node: Node) {
  const { id, name, title, fields } = node
  const versions = await Version.of(id)
  const [last] = versions
  const [space, way] = [await Space.get(node.spaceId), (await waysTo([id])).get(id)!]
  const type = node.typeId ? await DocumentType.find(node.typeId) : null
  const file = { id: last.documentId, name, mediaType: last.mediaType, sha256: last.digest }
  return {
    ...{ id, name, title, fields, space: space.slug, path: pathOf(way), type: type?.code ?? null },
    date: node.documentDate?.toISODate() ?? null,
    retention: retentionOf(node, type),
    file: toldFile({ ...file, size: Number(last.size) }, `${documentUrl(id)}/fichier`),
    versions: versions.map(({ label, at, comment, size, digest }) => ({
      ...{ version: label, at: at.toUTC().toISO()!, comment, size: Number(size), sha256: digest },
    })),
  }
}
