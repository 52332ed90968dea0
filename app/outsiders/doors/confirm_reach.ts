import { clock } from '#kernel/clock'
import { DoorCodeDead } from '#app/outsiders/errors'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import { setContactPoint } from '#app/outsiders/people/contact_point'
import { addIdentifier, endIdentifiers, identifierNamed } from '#app/outsiders/people/identifier'
import { note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { isPhone } from './telephone.js'

const WORDS = { email: 'Adresse électronique confirmée', phone: 'Téléphone confirmé' }

/**
 * An address or a telephone that she gave is hers from now on, and names her at the door; the former
 * one no more. Nobody takes the address of somebody else; a telephone changes hands, and is of whoever
 * answered it last. Outside any transaction. @throws E_DOOR_CODE_DEAD
 */
export async function confirmReach(personId: string, value: string): Promise<string> {
  const at = clock.now().toJSDate()
  const kind = isPhone(value) ? 'phone' : 'email'
  const holder = await identifierNamed(kind, value)
  const isAnothers = holder !== null && holder.personId !== personId
  if (isAnothers && kind === 'email') throw new DoorCodeDead().at('code')
  if (isAnothers) await leavesItsHolder(holder.personId)
  await behind({ person: personId }, async () => {
    if (!holder || isAnothers) {
      await endIdentifiers(personId, kind, at)
      await addIdentifier({ personId, kind, value, source: 'self', provenAt: at })
    }
    await setContactPoint({ personId, kind, value, source: 'self', proof: 'code', at })
    await note(personId, 'address_proven', WORDS[kind], { kind: 'self' })
  })
  const payload = { personId, kind, at: at.toISOString() }
  await tellMembers.enqueueForPlatform({ event: 'contactPointChanged', payload })
  return '/moi/coordonnees'
}

/** Somebody else answers that telephone now: it opens nothing of whoever had it, who reads why. */
export async function leavesItsHolder(personId: string): Promise<void> {
  const at = clock.now().toJSDate()
  await behind({ person: personId }, async () => {
    await endIdentifiers(personId, 'phone', at)
    const words = 'Votre téléphone répond à quelqu’un d’autre : il n’ouvre plus votre compte'
    await note(personId, 'phone_left', words, { kind: 'system' })
  })
}
