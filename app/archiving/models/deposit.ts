import { column } from '@adonisjs/lucid/orm'
import { DepositSchema } from '#database/schema/archiving'
import type { Actor } from '#kernel/actor'
import type { JournalEntry, Subject } from '#lib/proof'
import { TenantModel } from '#kernel/tenancy'
import type { DepositDescription } from '../formats/deposit_description.js'
import type { IngestEvent } from '../formats/ingest/outcome.js'
import type { SedaVersion } from '../formats/seda_versions.js'
import { DepositMissing } from '../errors.js'
import { depositLifecycle, type DepositEvent, type DepositState } from './deposit_lifecycle.js'

/** A versement: one folder handed over to an archive, and what became of it. */
export default class Deposit extends TenantModel(DepositSchema) {
  static table = 'archiving.deposits'

  declare state: DepositState
  declare destination: 'internal' | 'asalae'
  declare sedaVersion: SedaVersion

  @column({ prepare: (value) => JSON.stringify(value) })
  declare description: DepositDescription

  @column({ prepare: (value) => JSON.stringify(value) })
  declare checks: IngestEvent[]

  get ref(): Subject {
    return { capability: 'archiving', type: 'deposit', id: this.id }
  }

  get origin() {
    return { capability: this.originCapability, id: this.originId }
  }

  /** The deposit of that id in the tenant in context. @throws E_ARCHIVING_DEPOSIT_MISSING */
  static async get(id: string): Promise<Deposit> {
    const deposit = await this.find(id)
    if (!deposit) throw new DepositMissing()
    return deposit
  }

  /** Moves the deposit along its lifecycle, with its journal entry, in the transaction in context. */
  async apply(
    event: DepositEvent,
    by: Actor,
    { reason, data }: { reason?: string; data?: JournalEntry['data'] } = {}
  ): Promise<void> {
    await depositLifecycle.apply(this, event, {
      by,
      reason,
      subject: this.ref,
      transitionsTable: 'archiving.deposit_transitions',
      foreignKey: 'deposit_id',
      data,
    })
  }
}
