import { CeremonySchema } from '#database/schema/parapheur'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { defineLifecycle } from '#kernel/lifecycle'
import { TenantModel } from '#kernel/tenancy'
import { CEREMONY_LIFECYCLE, type CeremonyState } from '../rules/lifecycles.js'
import CeremonyItem from './ceremony_item.js'

export const ceremonyLifecycle = defineLifecycle(CEREMONY_LIFECYCLE, { of: 'parapheur.ceremonies' })
type CeremonyEvent = (typeof ceremonyLifecycle.events)[number]

/** A signing session: what was prepared for one certificate, until the signatures come back. */
export default class Ceremony extends TenantModel(CeremonySchema) {
  static table = 'parapheur.ceremonies'
  declare state: CeremonyState
  declare chain: Buffer[]

  get isExpired(): boolean {
    return this.expiresAt < clock.now()
  }

  items(): Promise<CeremonyItem[]> {
    return CeremonyItem.query().where('ceremonyId', this.id).orderBy('id').exec()
  }

  async step(event: CeremonyEvent, by: Actor, more: { reason?: string } = {}): Promise<void> {
    await ceremonyLifecycle.apply(this, event, {
      by,
      ...more,
      subject: { capability: 'parapheur', type: 'ceremony', id: this.id },
      transitionsTable: 'parapheur.ceremony_transitions',
      foreignKey: 'ceremony_id',
      data: { folderId: this.folderId, stepId: this.stepId },
    })
  }
}
