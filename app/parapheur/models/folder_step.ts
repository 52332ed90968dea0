import { FolderStepSchema } from '#database/schema/parapheur'
import type { Actor } from '#kernel/actor'
import { defineLifecycle } from '#kernel/lifecycle'
import { TenantModel } from '#kernel/tenancy'
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
  }
}
