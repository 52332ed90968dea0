import { FolderSchema } from '#database/schema/parapheur'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineLifecycle } from '#kernel/lifecycle'
import type { Subject } from '#lib/proof'
import { TenantModel, tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import { FolderNotFound } from '../errors.js'
import type { Origin } from '../events.js'
import { FOLDER_LIFECYCLE, type FolderState } from '../rules/lifecycles.js'
import FolderDocument from './folder_document.js'
import FolderStep from './folder_step.js'

export const folderLifecycle = defineLifecycle(FOLDER_LIFECYCLE, { of: 'parapheur.folders' })
type FolderEvent = (typeof folderLifecycle.events)[number]

/** Documents on their way through a circuit; what they are for is somebody else's business. */
export default class Folder extends TenantModel(FolderSchema) {
  static table = 'parapheur.folders'
  declare state: FolderState

  /** The folder of that id in the tenant in context; throws E_FOLDER_NOT_FOUND. */
  static async get(id: string): Promise<Folder> {
    const folder = await this.find(id)
    if (!folder) throw new FolderNotFound()
    return folder
  }

  /**
   * The same, locked until the end of the transaction: one gesture at a time on a folder, since
   * two signatures on the same bytes would break one another.
   */
  static async hold(id: string): Promise<Folder> {
    await tenancy
      .trx()
      .from('parapheur.folders')
      .where({ tenant_id: tenancy.tenantId(), id })
      .select('id')
      .forUpdate()
    return this.get(id)
  }

  get origin(): Origin {
    return { capability: this.originCapability, id: this.originId }
  }

  get ref(): Subject {
    return { capability: 'parapheur', type: 'folder', id: this.id }
  }

  get dueDay(): LocalDate | null {
    return this.dueOn ? LocalDate.parse(this.dueOn.toISODate()!) : null
  }

  get isLate(): boolean {
    return this.state === 'in_progress' && Boolean(this.dueDay?.isBefore(clock.today()))
  }

  steps(): Promise<FolderStep[]> {
    return FolderStep.query().where('folderId', this.id).orderBy('position').exec()
  }

  contents(): Promise<FolderDocument[]> {
    return FolderDocument.query().where('folderId', this.id).orderBy('position').exec()
  }

  /** Goes through the lifecycle, with its transition and its journal entry. */
  async step(event: FolderEvent, by: Actor, more: { reason?: string } = {}): Promise<void> {
    this.movedAt = clock.now()
    await folderLifecycle.apply(this, event, {
      by,
      ...more,
      subject: this.ref,
      transitionsTable: 'parapheur.folder_transitions',
      foreignKey: 'folder_id',
      data: { origin: `${this.originCapability}:${this.originId}` },
    })
  }
}
