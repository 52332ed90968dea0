import { InletSchema } from '#database/schema/ged'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { foreignText } from '#lib/foreign_text'
import { isUuid } from '#lib/values'
import { FolderNotFound, InletMissing } from '../errors.js'
import Node, { type Place } from '../nodes/node.js'
import { rootOf } from '../spaces/root_of.js'
import { opened, sealed } from './secrets.js'

export const INLET_KINDS = ['folder', 'mailbox'] as const
export type InletKind = (typeof INLET_KINDS)[number]

/** Where papers come from by themselves, and where they are filed. */
export default class Inlet extends TenantModel(InletSchema) {
  static table = 'ged.inlets'

  declare kind: InletKind

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: 'inlet', id: this.id }
  }

  /** The one of that id that is not shut. @throws E_GED_INLET_MISSING */
  static async get(id: string): Promise<Inlet> {
    const found = isUuid(id)
      ? await this.query().where('id', id).whereNull('closed_at').first()
      : null
    if (!found) throw new InletMissing()
    return found
  }

  /** Where what comes is filed now. @throws E_GED_NO_SUCH_FOLDER when it was thrown away. */
  async place(): Promise<Place> {
    if (!this.folderId) return rootOf(this.spaceId)
    const folder = await Node.get(this.folderId)
    if (folder.deletedAt) throw new FolderNotFound(folder.name)
    return folder.within
  }

  /** Notes a visit, and what prevented it if something did. */
  static async visited(id: string, trouble: string | null): Promise<void> {
    const inlet = await this.find(id)
    if (!inlet) return
    const since = trouble ? (inlet.troubledSince ?? clock.now()) : null
    const said = trouble && foreignText(trouble, 500)
    await inlet.merge({ visitedAt: clock.now(), trouble: said, troubledSince: since }).save()
  }

  /** Every password of the tenant in context, written again under the current application key. */
  static async rotateSecrets(): Promise<number> {
    const inlets = await this.query().whereNotNull('password').forUpdate()
    for (const inlet of inlets) {
      await inlet.merge({ password: sealed(opened(inlet.password!)) }).save()
    }
    return inlets.length
  }
}
