import { ExchangeSchema } from '#database/schema/exchange'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import { revokeDropBoxesOf } from '#web/uploads/drops/drop_boxes'
import { isUuid } from '#lib/values'
import { ExchangeMissing, NothingToSend } from '../errors.js'
import { exchangeOpened } from '../events.js'
import ExchangeFile from './exchange_file.js'
import {
  exchangeLifecycle,
  STATES,
  type ExchangeEvent,
  type ExchangeState,
} from './exchange_lifecycle.js'

/** Files that a member sends to people outside, or asks from them. */
export default class Exchange extends TenantModel(ExchangeSchema) {
  static table = 'exchange.exchanges'

  declare kind: 'send' | 'ask'
  declare state: ExchangeState

  /** What the journal calls it. */
  get ref() {
    return { capability: 'exchange', type: 'exchange', id: this.id }
  }

  get shownState() {
    return STATES[this.state]
  }

  /** What its drop boxes are for, as they say it. */
  get boxSubject(): string {
    return `exchange:${this.id}`
  }

  /** Whether those outside may come in now. */
  get isOpen(): boolean {
    return this.state === 'open' && this.expiresAt > clock.now()
  }

  /** Whether people outside may lay files in it. */
  get takesFiles(): boolean {
    return this.kind === 'ask' || this.takesReplies
  }

  /** @throws E_EXCHANGE_MISSING */
  static async get(id: string): Promise<Exchange> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new ExchangeMissing()
    return found
  }

  /** The same, locked until the end of the transaction. @throws E_EXCHANGE_MISSING */
  static async hold(id: string): Promise<Exchange> {
    const found = isUuid(id) ? await this.query().where('id', id).forUpdate().first() : null
    if (!found) throw new ExchangeMissing()
    return found
  }

  /** Opens it to those whom it is for, who are mailed. @throws E_EXCHANGE_EMPTY at the field */
  async open(by: Actor): Promise<void> {
    if (this.kind === 'send' && !(await ExchangeFile.sentIn(this.id)).length)
      throw new NothingToSend().at('files')
    this.openedAt = clock.now()
    await this.apply('open', by)
    await exchangeOpened.emit({ exchangeId: this.id })
  }

  /** Shuts it at once and everywhere, what is on its way too. */
  revoke(by: Actor): Promise<void> {
    return this.end('revoke', by)
  }

  expire(by: Actor): Promise<void> {
    return this.end('expire', by)
  }

  /** Forgets its files for good: what they were, and their digests, are told still. */
  async purge(by: Actor): Promise<void> {
    const files = await ExchangeFile.query().where('exchange_id', this.id)
    for (const file of files) await file.purge()
    await this.apply('purge', by, { digests: files.map(({ digest }) => digest) })
  }

  private async end(event: 'revoke' | 'expire', by: Actor): Promise<void> {
    this.endedAt = clock.now()
    await this.apply(event, by)
    await revokeDropBoxesOf(this.boxSubject)
  }

  private apply(event: ExchangeEvent, by: Actor, data = {}): Promise<void> {
    return exchangeLifecycle.apply(this, event, {
      ...{ by, data, subject: this.ref },
      transitionsTable: 'exchange.exchange_transitions',
      foreignKey: 'exchange_id',
    })
  }
}
