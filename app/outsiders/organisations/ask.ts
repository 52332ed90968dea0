import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { AlreadyAttached } from '#app/outsiders/errors'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import { note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import Attachment, { type AttachmentProof, type Mover } from './attachment.js'
import type Establishment from './establishment.js'

interface Asker {
  personId: string
  name: string
  /** « Présidente », « Trésorière », as she says it. */
  function?: string
}

/** Whether somebody manages an establishment today: then she approves, and nobody else. */
export const hasManager = (establishmentId: string): Promise<boolean> =>
  behind({ establishments: [establishmentId] }, async () =>
    Boolean(
      await Attachment.query(walled())
        .where({ establishmentId, role: 'manager', state: 'held' })
        .first()
    )
  )

/**
 * Asks to act for an establishment: as who manages it when nobody does, else as a colleague.
 * @throws E_ALREADY_ATTACHED
 */
export async function askAttachment(asker: Asker, place: Establishment): Promise<Attachment> {
  const { personId } = asker
  const role = (await hasManager(place.id)) ? 'colleague' : 'manager'
  return behind({ person: personId, establishments: [place.id] }, async () => {
    const living = await Attachment.query(walled())
      .where({ personId, establishmentId: place.id })
      .whereNot('state', 'ended')
      .first()
    if (living) throw new AlreadyAttached(place.name)
    await note(personId, 'attachment_asked', `Demande pour « ${place.name} »`, { kind: 'self' })
    return Attachment.create(
      {
        id: uuidv7(),
        personId,
        establishmentId: place.id,
        role,
        state: 'asked',
        isWhole: false,
        personName: asker.name,
        establishmentName: place.name,
        function: asker.function ?? null,
      },
      walled()
    )
  })
}

/** It is proven: she acts there from now on. In the transaction in context, or in one of its own. */
export async function approveAttachment(
  { id, personId, establishmentId }: Attachment,
  by: Mover,
  proof: AttachmentProof
): Promise<Attachment> {
  return behind({ person: personId, establishments: [establishmentId] }, async () => {
    const attachment = await Attachment.hold(id)
    await attachment.transition('approve', by, proof)
    const words = `Vous agissez désormais pour « ${attachment.establishmentName} »`
    await note(personId, 'attachment_held', words, { kind: 'system' })
    return attachment
  })
}

/** Tells the members that know her. Outside any transaction. */
export const tellHeld = ({ id, personId, establishmentId }: Attachment): Promise<void> => {
  const at = clock.now().toISO()!
  const payload = { personId, attachmentId: id, establishmentId, at }
  return tellMembers.enqueueForPlatform({ event: 'attachmentHeld', payload })
}
