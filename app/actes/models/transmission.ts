import { TransmissionSchema } from '#database/schema/actes'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import type { LetterReceiptType, ReplyType } from '../rules/letters.js'
import type { TransmissionEvent, TransmissionState } from '../rules/transmission_lifecycle.js'
import { transmissionLifecycle } from './transmission_lifecycle.js'

export type TransmissionType = '1-1' | '6-1' | '7-1' | ReplyType | LetterReceiptType

const UNDER_WAY: TransmissionState[] = ['frozen', 'attempting', 'uncertain']

/** One archive for the ministry: built once, kept as it was sent, posted until it surely arrived. */
export default class Transmission extends TenantModel(TransmissionSchema) {
  static table = 'actes.transmissions'
  declare state: TransmissionState
  declare type: TransmissionType
  declare documentIds: string[]

  static async latestOf(acteId: string, type: TransmissionType): Promise<Transmission | null> {
    return this.query().where({ acteId, type }).orderBy('id', 'desc').first()
  }

  get isUnderWay(): boolean {
    return UNDER_WAY.includes(this.state)
  }

  allows(event: TransmissionEvent): boolean {
    return transmissionLifecycle.allows(this.state, event)
  }

  /** Written before the post: after a crash, it says that the outcome is unknown. */
  async beginAttempt(): Promise<void> {
    this.attempts += 1
    this.attemptStartedAt = clock.now()
    await transmissionLifecycle.move(this, 'attempt')
  }

  /** The attempt did not reach the ministry: another may follow. */
  async releaseAttempt(reason: string): Promise<void> {
    this.lastError = reason
    await transmissionLifecycle.move(this, 'release')
  }

  async becomeUncertain(reason: string): Promise<void> {
    this.lastError = reason
    await transmissionLifecycle.move(this, 'doubt')
  }

  async succeed(): Promise<void> {
    this.sentAt ??= clock.now()
    this.lastError = null
    await transmissionLifecycle.move(this, 'arrive')
  }

  async fail(reason: string): Promise<void> {
    this.lastError = reason
    await transmissionLifecycle.move(this, 'fail')
  }

  /** An answer came: whatever we believed of the attempt, it had arrived. */
  async receiveAnswer(): Promise<void> {
    this.sentAt ??= this.attemptStartedAt ?? clock.now()
    this.answeredAt ??= clock.now()
    await transmissionLifecycle.move(this, 'answer')
  }
}
