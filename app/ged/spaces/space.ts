import { SpaceSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { SpaceMissing } from '../errors.js'
import { type AccessEntry, writeRootAccess } from '../access/write_access.js'

export type SpaceKind = 'tenant' | 'service' | 'shared' | 'personal' | 'system'

/** A place of documents with its own rights. */
export default class Space extends TenantModel(SpaceSchema) {
  static table = 'ged.spaces'

  declare kind: SpaceKind

  /** The one of that address in the tenant in context. @throws E_GED_SPACE_MISSING */
  static async called(slug: string): Promise<Space> {
    const found = await this.query().where('slug', slug).first()
    if (!found) throw new SpaceMissing()
    return found
  }

  /** The one of that identifier. @throws E_GED_SPACE_MISSING */
  static async get(id: string): Promise<Space> {
    const found = await this.find(id)
    if (!found) throw new SpaceMissing()
    return found
  }

  /** Opens one, with who may do what at its root. */
  static async open(
    facts: { slug: string; name: string; kind: SpaceKind; ownerId?: string },
    access: AccessEntry[]
  ): Promise<Space> {
    const space = await this.create({
      ...facts,
      ownerId: facts.ownerId ?? null,
      createdAt: clock.now(),
    })
    await writeRootAccess(space.id, access)
    return space
  }
}
