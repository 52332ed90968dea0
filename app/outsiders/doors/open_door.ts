import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { nameSession } from '#identity'
import { PersonMissing } from '#app/outsiders/errors'
import { type Beside, cameIn } from '#app/outsiders/people/came_in'
import { giveBackTyping } from '#web/forms/kept_typing'
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

type How = Pick<Door, 'proof' | 'provider'>

/**
 * Opens the door of a person under a new identifier of session, and says where she goes. Called
 * outside any transaction. @throws E_PERSON_MISSING
 */
export async function openDoor(ctx: HttpContext, personId: string, how: How): Promise<string> {
  const next = await openDoorIf(ctx, personId, how)
  if (next === null) throw new PersonMissing()
  return next
}

/** The same, with what is written beside; null, and a door that stays shut, when her record is not what was said of it. */
export async function openDoorIf(
  ctx: HttpContext,
  personId: string,
  how: How,
  beside?: Beside
): Promise<string | null> {
  const name = await cameIn(personId, `Connexion ${HOW[how.proof]}`, beside)
  if (name === null) return null
  takeDoor(ctx, { personId, name, ...how })
  giveBackTyping(ctx, personId)
  logger.info({ event: 'outside_login_succeeded', personId, proof: how.proof }, 'somebody came in')
  return ctx.session.pull('wanted_outside') ?? '/moi'
}

/** Puts a door in the session, whose identifier and tokens of forms change: each is worth one door. */
export function takeDoor(ctx: HttpContext, door: Door): void {
  putDoor(ctx.session, door)
  renewSession(ctx)
}

/** A new identifier for the session, and whose it is. */
export function renewSession(ctx: HttpContext): void {
  const userId: string | null =
    ctx.session.get('auth_web') ?? agentAside(ctx.session)?.userId ?? null
  const personId: string | null = ctx.session.get('outsider')?.personId ?? null
  nameSession(ctx, { userId, personId })
}

/** Who is there, when nobody was awaited. */
export const whoIsThere = ({ session }: HttpContext) => doorOf(session)?.personId ?? null
