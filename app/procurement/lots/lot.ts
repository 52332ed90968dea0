import { LotSchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { LotMissing } from '../errors.js'
import { beforeTaxWords } from '../rules/amount_words.js'
import { LOT_AWARDED, LOT_ENDS, LOT_STATES, type LotState } from '../rules/lot_lifecycle.js'
import { lotLifecycle, type LotEvent } from './lot_lifecycle.js'

/** A part of a need that is answered and awarded by itself (L2113-10). */
export default class Lot extends TenantModel(LotSchema) {
  static table = 'procurement.lots'

  declare state: LotState

  /** Those of a consultation, by their numbers; empty where it is not divided. */
  static of(consultationId: string): Promise<Lot[]> {
    return Lot.query().where('consultationId', consultationId).orderBy('number').exec()
  }

  /** One of a consultation, held until the end of the transaction. @throws E_LOT_MISSING */
  static async holdOf(consultationId: string, id: string): Promise<Lot> {
    const query = Lot.query().where({ consultationId, id })
    const found = isUuid(id) ? await query.forUpdate().first() : null
    if (!found) throw new LotMissing()
    return found
  }

  /** What the journal calls it. */
  get ref() {
    return { capability: 'procurement', type: 'lot', id: this.id }
  }

  get shownState() {
    return LOT_STATES[this.state]
  }

  /** « Lot 2 : Menuiseries » */
  get name(): string {
    return `Lot ${this.number} : ${this.title}`
  }

  get estimateWords(): string {
    return beforeTaxWords(this.estimate)
  }

  get awardWords(): string {
    return beforeTaxWords(this.awardAmount)
  }

  /** The envelope in which it is answered (FORMAT §1). */
  get envelope(): string {
    return `offre-${this.number}`
  }

  /** Whether it is given to somebody, or about to be. */
  get isAwarded(): boolean {
    return LOT_AWARDED.includes(this.state)
  }

  get isOver(): boolean {
    return LOT_ENDS.includes(this.state)
  }

  allows(event: LotEvent): boolean {
    return lotLifecycle.allows(this.state, event)
  }

  step(event: LotEvent, by: Actor, more: { reason?: string } = {}): Promise<void> {
    return lotLifecycle.apply(this, event, {
      by,
      subject: this.ref,
      transitionsTable: 'procurement.lot_transitions',
      foreignKey: 'lot_id',
      data: { consultation: this.consultationId, number: this.number },
      ...more,
    })
  }
}
