import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { isUuid } from '#lib/values'
import { AttachmentMissing, LastManager, NotManager, TwoManagers } from '#app/outsiders/errors'
import { note } from '#app/outsiders/people/told'
import { approveAttachment, tellHeld } from './ask.js'
import Attachment, { AttachmentTransition } from './attachment.js'

/** At whose establishment somebody acts, and who she is. */
export interface At {
  personId: string
  establishmentId: string
}

const within = <T>({ personId, establishmentId }: At, work: () => Promise<T>): Promise<T> =>
  behind({ person: personId, establishments: [establishmentId] }, work)

/** Who acts for an establishment, or asks to, managers first. */
export const colleaguesOf = (at: At): Promise<Attachment[]> =>
  within(at, () =>
    Attachment.query(walled())
      .where('establishmentId', at.establishmentId)
      .whereNot('state', 'ended')
      .orderBy('role', 'desc')
      .orderBy('personName')
  )

/** Her own place there. @throws E_ATTACHMENT_MISSING */
async function own({ personId, establishmentId }: At): Promise<Attachment> {
  const found = await Attachment.query(walled())
    .where({ personId, establishmentId, state: 'held' })
    .forUpdate()
    .first()
  if (!found) throw new AttachmentMissing()
  return found
}

/** The attachment of another, held by a manager of the same place. @throws E_NOT_MANAGER */
async function managed(at: At, id: string): Promise<Attachment> {
  if ((await own(at)).role !== 'manager') throw new NotManager()
  const other = isUuid(id) ? await Attachment.hold(id) : null
  if (!other || other.establishmentId !== at.establishmentId) throw new AttachmentMissing()
  return other
}

export type Gesture = 'approve' | 'refuse' | 'suspend' | 'restore' | 'end' | 'promote'

/**
 * What a manager does for another: approves, suspends, ends… never of another manager, for two who
 * disown each other would each shut the other out. @throws E_NOT_MANAGER, E_TWO_MANAGERS
 */
export async function gesture(at: At, id: string, what: Gesture): Promise<void> {
  const by = { kind: 'outside' as const, id: at.personId }
  const approved = await within(at, async () => {
    const other = await managed(at, id)
    const isRemoval = what === 'suspend' || what === 'end'
    if (isRemoval && other.role === 'manager') throw new TwoManagers()
    if (what === 'approve') return approveAttachment(other, by, 'manager')
    if (what === 'promote') return promote(at, other)
    await other.transition(what, by)
    return null
  })
  if (approved && what === 'approve') await tellHeld(approved)
}

/** Somebody manages beside her from now on; her history says who made it so. */
async function promote({ personId, establishmentId }: At, other: Attachment): Promise<null> {
  if (other.state !== 'held') throw new AttachmentMissing()
  await other.merge({ role: 'manager' }).save()
  await AttachmentTransition.create(
    {
      attachmentId: other.id,
      personId: other.personId,
      establishmentId,
      fromState: 'held',
      toState: 'held',
      event: 'promote',
      actorKind: 'outside',
      actorId: personId,
    },
    walled()
  )
  return null
}

/** She leaves; the last who manages names another first. @throws E_LAST_MANAGER */
export async function leave(at: At): Promise<void> {
  await within(at, async () => {
    const mine = await own(at)
    if (mine.role === 'manager' && (await isAlone(at))) throw new LastManager()
    await mine.transition('end', { kind: 'outside', id: at.personId })
    const words = `Vous n’agissez plus pour « ${mine.establishmentName} »`
    await note(at.personId, 'attachment_ended', words, { kind: 'self' })
  })
}

async function isAlone({ personId, establishmentId }: At): Promise<boolean> {
  const others = await Attachment.query(walled())
    .where({ establishmentId, role: 'manager', state: 'held' })
    .whereNot('personId', personId)
    .forUpdate()
  return others.length === 0
}

/** A demand that nobody answered is taken back by who made it. @throws E_ATTACHMENT_MISSING */
export async function withdraw(personId: string, id: string): Promise<void> {
  if (!isUuid(id)) throw new AttachmentMissing()
  await behind({ person: personId }, async () => {
    const mine = await Attachment.hold(id)
    if (mine.personId !== personId) throw new AttachmentMissing()
    await mine.transition('withdraw', { kind: 'outside', id: personId })
  })
}
