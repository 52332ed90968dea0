import { LinkSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { LinkMissing } from '../errors.js'

export const LINK_KINDS = ['read', 'drop'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** A door to a document or a folder, for whoever holds its address. */
export default class Link extends TenantModel(LinkSchema) {
  static table = 'ged.links'

  declare kind: LinkKind

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: 'link', id: this.id }
  }

  /** Neither revoked nor expired. */
  get isOpen(): boolean {
    return this.revokedAt === null && this.expiresAt > clock.now()
  }

  /** Whether it has served as often as it may. */
  get isSpent(): boolean {
    return this.mostUses !== null && this.uses >= this.mostUses
  }

  /** The one of that id, locked until the end of the transaction. @throws E_GED_LINK_MISSING */
  static async hold(id: string): Promise<Link> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new LinkMissing()
    return found
  }

  /** Counts one use more of it; its caller holds it. */
  async count(): Promise<void> {
    this.uses += 1
    await this.save()
  }
}
