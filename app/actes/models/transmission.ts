import { TransmissionSchema } from '#database/schema/actes'
import { clock } from '#kernel/clock'
import { TenantModel } from '#kernel/tenancy'
import type { LetterReceiptType, ReplyType } from '../rules/letters.js'

export type TransmissionType = '1-1' | '6-1' | '7-1' | ReplyType | LetterReceiptType
export type TransmissionState =
  'frozen' | 'attempting' | 'uncertain' | 'sent' | 'answered' | 'failed'

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

  /** Written before the post: after a crash, it says that the outcome is unknown. */
  async beginAttempt(): Promise<void> {
    this.state = 'attempting'
    this.attempts += 1
    this.attemptStartedAt = clock.now()
    await this.save()
  }

  /** The attempt did not reach the ministry: another may follow. */
  async releaseAttempt(reason: string): Promise<void> {
    this.state = 'frozen'
    this.lastError = reason
    await this.save()
  }

  async becomeUncertain(reason: string): Promise<void> {
    this.state = 'uncertain'
    this.lastError = reason
    await this.save()
  }

  async succeed(): Promise<void> {
    this.state = 'sent'
    this.sentAt ??= clock.now()
    this.lastError = null
    await this.save()
  }

  async fail(reason: string): Promise<void> {
    this.state = 'failed'
    this.lastError = reason
    await this.save()
  }

  /** An answer came: whatever we believed of the attempt, it had arrived. */
  async receiveAnswer(): Promise<void> {
    this.state = 'answered'
    this.sentAt ??= this.attemptStartedAt ?? clock.now()
    this.answeredAt ??= clock.now()
    await this.save()
  }
}
