import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { indexTogether } from '#web/search'
import { uuidv7 } from '#lib/values'
import { refuseClosed } from '../closing/closed.js'
import { nameKey } from '../rules/names.js'
import { entryOf, nodesIndexed } from '../search/indexed.js'
import type DocumentType from '../types/document_type.js'
import type { Description, Place } from './node.js'
import type { KeptFile } from './version.js'

/** A document to be, under a name that is free and held at its place. */
export interface NewDocument {
  place: Place
  name: string
  told: Description
  file: KeptFile
}

/**
 * Files many documents, each with its first version, and has them found by their words, with as many
 * exchanges as for one. Their identifiers, in the order given. @throws E_GED_CLOSED
 */
export async function fileTogether(
  documents: NewDocument[],
  types: DocumentType[],
  by: Actor
): Promise<string[]> {
  if (documents.length === 0) return []
  await refuseClosed(documents.map(({ place }) => place.accessId))
  const ids = documents.map(() => uuidv7())
  const [tenantId, at] = [tenancy.tenantId(), clock.now().toJSDate()]
  const into = (table: string) => tenancy.trx().insertQuery().table(table)
  await into('ged.nodes').multiInsert(
    documents.map(({ place, name, told }, rank) => ({
      ...{ tenant_id: tenantId, id: ids[rank], kind: 'document', title: told.title },
      ...{ space_id: place.spaceId, parent_id: place.parentId, access_id: place.accessId },
      ...{ name, name_key: nameKey(name), type_id: told.typeId, document_date: told.date },
      ...{ fields: JSON.stringify(told.fields), retention_rule: told.rule },
      ...{ final_action: told.finalAction, retention_from: told.retentionFrom },
      ...{ created_at: at, created_by: by.kind === 'person' ? (by.id ?? null) : null },
    }))
  )
  await into('ged.versions').multiInsert(
    documents.map(({ file }, rank) => ({
      ...{ tenant_id: tenantId, id: uuidv7(), node_id: ids[rank], major: 1, minor: 0 },
      ...{ document_id: file.id, digest: file.sha256, size: file.size, media_type: file.mediaType },
      ...{ comment: null, by_kind: by.kind, by_id: by.id ?? null, at },
    }))
  )
  const labels = new Map(types.map(({ id, label }) => [id, label]))
  const things = documents.map(({ place, name, told, file }, rank) => ({
    id: ids[rank],
    entry: entryOf(
      { ...told, name, accessId: place.accessId },
      { typeLabel: told.typeId ? labels.get(told.typeId) : undefined, documentId: file.id }
    ),
  }))
  await indexTogether(nodesIndexed.kind, things)
  return ids
}
