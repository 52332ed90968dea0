import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { nameSession } from '#identity'
import { clock } from '#kernel/clock'
import { note } from '#app/outsiders/people/told'
import Person from '#app/outsiders/people/person'
import { giveBackTyping } from '#web/forms/kept_typing'
import { behind } from '#app/outsiders/wall/wall'
import { agentAside, type Door, doorOf, putDoor } from './door.js'

const HOW: Record<Door['proof'], string> = {
  password: 'avec votre mot de passe',
  password_and_code: 'avec votre mot de passe et un code',
  passkey: 'avec une clé d’accès',
  paper_code: 'avec votre code sur papier',
  mailed_code: 'avec un code reçu par courriel',
  said_code: 'avec un code reçu par téléphone',
  provider: 'par un service d’identité',
  token: 'par un programme',
}

/**
 * Opens the door of a person under a new identifier of session, and says where she goes. Called
 * outside any transaction. @throws E_PERSON_MISSING
 */
export async function openDoor(
  ctx: HttpContext,
  personId: string,
  how: Pick<Door, 'proof' | 'provider'>
): Promise<string> {
  const name = await behind({ person: personId }, async () => {
    const person = await Person.get(personId)
    await person.merge({ lastLoginAt: clock.now() }).save()
    await note(personId, 'came_in', `Connexion ${HOW[how.proof]}`, { kind: 'self' })
    return person.fullName
  })
  await takeDoor(ctx, { personId, name, ...how })
  giveBackTyping(ctx, personId)
  logger.info({ event: 'outside_login_succeeded', personId, proof: how.proof }, 'somebody came in')
  return ctx.session.pull('wanted_outside') ?? '/moi'
}

/** Puts a door in the session, whose identifier and tokens of forms change: each is worth one door. */
export async function takeDoor(ctx: HttpContext, door: Door): Promise<void> {
  putDoor(ctx.session, door)
  await renewSession(ctx)
}

/** A new identifier for the session, and whose it is. */
export async function renewSession(ctx: HttpContext): Promise<void> {
  ctx.session.forget('csrf-secret')
  ctx.session.regenerate()
  const userId: string | null =
    ctx.session.get('auth_web') ?? agentAside(ctx.session)?.userId ?? null
  const personId: string | null = ctx.session.get('outsider')?.personId ?? null
  await nameSession(ctx, { userId, personId })
}

/** Who is there, when nobody was awaited. */
export const whoIsThere = ({ session }: HttpContext) => doorOf(session)?.personId ?? null
