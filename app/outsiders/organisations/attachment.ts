import { AttachmentSchema, AttachmentTransitionSchema } from '#database/schema/kernel'
import { clock } from '#kernel/clock'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { AttachmentMissing } from '#app/outsiders/errors'
import {
  attachmentLifecycle,
  type AttachmentEvent,
  type AttachmentState,
} from './attachment_lifecycle.js'

/** What moved an attachment, and who moved it. */
export class AttachmentTransition extends WalledModel(AttachmentTransitionSchema) {
  static table = 'kernel.attachment_transitions'
  static connection = 'app'
}

/** Who moves it: a person outside, an agent, the platform. */
export interface Mover {
  kind: 'outside' | 'person' | 'system'
  id?: string
}

/** What shows that somebody acts for an establishment. */
export type AttachmentProof = 'proconnect' | 'manager' | 'mandate' | 'post'

/** That a person acts for an establishment. */
export default class Attachment extends WalledModel(AttachmentSchema) {
  static table = 'kernel.attachments'
  static connection = 'app'

  declare state: AttachmentState
  declare role: 'manager' | 'colleague'
  declare proof: AttachmentProof | null

  /** Finds it in the name of the person or of the establishment. @throws E_ATTACHMENT_MISSING */
  static async get(id: string): Promise<Attachment> {
    const attachment = await Attachment.find(id, walled())
    if (!attachment) throw new AttachmentMissing()
    return attachment
  }

  /** The same, locked until the end of the transaction. @throws E_ATTACHMENT_MISSING */
  static async hold(id: string): Promise<Attachment> {
    const attachment = await Attachment.query(walled()).where('id', id).forUpdate().first()
    if (!attachment) throw new AttachmentMissing()
    return attachment
  }

  /**
   * Moves it, and writes its history in the same transaction; its caller holds it.
   * @throws E_TRANSITION_NOT_ALLOWED
   */
  async transition(event: AttachmentEvent, by: Mover, proof?: AttachmentProof): Promise<void> {
    const row: Attachment = this
    const from = row.state
    row.merge({ state: attachmentLifecycle.after(from, event) })
    if (proof) row.merge({ proof, provenAt: clock.now() })
    await this.save()
    await AttachmentTransition.create(
      {
        attachmentId: this.id,
        personId: this.personId,
        establishmentId: this.establishmentId,
        fromState: from,
        toState: this.state,
        event,
        actorKind: by.kind,
        actorId: by.id ?? null,
      },
      walled()
    )
  }
}

/** Those of the person in context that hold today. */
export const heldBy = (personId: string): Promise<Attachment[]> =>
  Attachment.query(walled()).where({ personId, state: 'held' }).orderBy('establishmentName')

/** Those of the establishments in context that hold today. */
export const heldAt = (establishmentIds: string[]): Promise<Attachment[]> =>
  Attachment.query(walled())
    .whereIn('establishmentId', establishmentIds)
    .where('state', 'held')
    .orderBy('personName')

/** Those of the person in context that hold, or that nobody has answered yet. */
export const claimedBy = (personId: string): Promise<Attachment[]> =>
  Attachment.query(walled())
    .where({ personId })
    .whereIn('state', ['asked', 'held'])
    .orderBy('establishmentName')
