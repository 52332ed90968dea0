import { DateTime } from 'luxon'
import { NodeSchema } from '#database/schema/ged'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { NodeMissing } from '../errors.js'
import { nameKey } from '../rules/names.js'
import type { FinalAction } from '../rules/retention.js'

/** What is told of a document beside its file. */
export interface Description {
  title: string
  typeId: string | null
  fields: Record<string, string>
  /** Of the document itself, AAAA-MM-JJ: never that of a file. */
  date: string | null
  rule: string | null
  finalAction: FinalAction | null
  retentionFrom: string | null
}

/** Where something stands. */
export interface Place {
  spaceId: string
  /** Null at the root of the space. */
  parentId: string | null
  /** The list of rights that holds there. */
  accessId: string
}

/** A folder or a document of a space. */
export default class Node extends TenantModel(NodeSchema) {
  static table = 'ged.nodes'

  declare kind: 'folder' | 'document'
  declare fields: Record<string, string>
  declare finalAction: FinalAction | null

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: this.kind, id: this.id }
  }

  /** Where its own children stand. */
  get within(): Place {
    return { spaceId: this.spaceId, parentId: this.id, accessId: this.accessId }
  }

  /** The one of that id, in the trash or not. @throws E_GED_MISSING */
  static async get(id: string): Promise<Node> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new NodeMissing()
    return found
  }

  /** The same, locked until the end of the transaction. @throws E_GED_MISSING */
  static async hold(id: string): Promise<Node> {
    if (!isUuid(id)) throw new NodeMissing()
    await tenancy
      .trx()
      .from('ged.nodes')
      .where({ tenant_id: tenancy.tenantId(), id })
      .select('id')
      .forUpdate()
    return this.get(id)
  }

  /** Those that stand at a place and are not in the trash. */
  static at({ spaceId, parentId }: Pick<Place, 'spaceId' | 'parentId'>) {
    const query = this.query().where('space_id', spaceId).whereNull('deleted_at')
    return parentId ? query.where('parent_id', parentId) : query.whereNull('parent_id')
  }

  /** The one of that name at a place, whatever its case and however its accents are written; or null. */
  static called(place: Pick<Place, 'spaceId' | 'parentId'>, name: string): Promise<Node | null> {
    return this.at(place).where('name_key', nameKey(name)).first()
  }

  static openFolder(place: Place, name: string, by: Actor): Promise<Node> {
    return this.create({ ...born(place, name, by), kind: 'folder', title: name, fields: {} })
  }

  static openDocument(place: Place, name: string, told: Description, by: Actor): Promise<Node> {
    const { title, typeId, fields } = told
    return this.create({
      ...born(place, name, by),
      ...{ kind: 'document', title, typeId, fields },
      documentDate: day(told.date),
      retentionRule: told.rule,
      finalAction: told.finalAction,
      retentionFrom: day(told.retentionFrom),
    })
  }
}

const born = (place: Place, name: string, by: Actor) => ({
  ...place,
  name,
  nameKey: nameKey(name),
  createdAt: clock.now(),
  createdBy: by.kind === 'person' ? (by.id ?? null) : null,
})

const day = (text: string | null) => (text ? DateTime.fromISO(text, { zone: 'utc' }) : null)
