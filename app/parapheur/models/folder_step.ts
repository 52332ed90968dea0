import { FolderStepSchema } from '#database/schema/parapheur'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineLifecycle } from '#kernel/lifecycle'
import { TenantModel, tenancy } from '#kernel/tenancy'
import type { StepKind } from '../rules/circuit_definition.js'
import { STEP_LIFECYCLE, type StepState } from '../rules/lifecycles.js'

export const stepLifecycle = defineLifecycle(STEP_LIFECYCLE, {
  of: 'parapheur.folder_steps',
  waiting: { 'parapheur.seal_failed': ['current'] },
})
type StepEvent = (typeof stepLifecycle.events)[number]

/** One step of a folder, with the desk that it waits for. */
export default class FolderStep extends TenantModel(FolderStepSchema) {
  static table = 'parapheur.folder_steps'
  declare state: StepState
  declare kind: StepKind

  /** Goes through the lifecycle; throws E_TRANSITION_NOT_ALLOWED when it was overtaken. */
  async step(event: StepEvent, by: Actor, more: { reason?: string } = {}): Promise<void> {
    await stepLifecycle.apply(this, event, {
      by,
      ...more,
      subject: { capability: 'parapheur', type: 'step', id: this.id },
      transitionsTable: 'parapheur.folder_step_transitions',
      foreignKey: 'folder_step_id',
      data: { folderId: this.folderId, kind: this.kind },
    })
    // A desk holds it from now on; the models of the folder that are in hand know nothing of it
    if (this.state === 'current') await this.#moveFolder()
  }

  async #moveFolder(): Promise<void> {
    await tenancy
      .trx()
      .from('parapheur.folders')
      .where({ tenant_id: tenancy.tenantId(), id: this.folderId })
      .update({ moved_at: clock.now().toJSDate(), holder: this.deskName })
  }
}
