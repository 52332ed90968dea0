import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { attemptOutside, checkPassword, knownDevice, rememberDevice } from '#identity'
import { WrongDoor } from '#app/outsiders/errors'
import { beginCode, masked } from './begin_code.js'
import { openDoor } from './open_door.js'
import { isPaperCode } from './paper_code.js'
import { reachOf, type Waiting, whoSignsIn } from './who_signs_in.js'

/** What a secret proves of somebody; null when nothing. Nobody costs the same work as anybody. */
export async function provenBy(
  person: Waiting | null,
  secret: string
): Promise<'password' | 'paper_code' | null> {
  const isPassword = await checkPassword(person, secret)
  if (!person) return null
  if (isPassword) return 'password'
  return isPaperCode(person, secret) ? 'paper_code' : null
}

/**
 * Signs somebody in by what names her and a secret of hers; says where she goes next. A password
 * alone, on a device where she never was, is completed by a code that her letters or her telephone bring.
 * @throws E_WRONG_DOOR, E_TOO_MANY_ATTEMPTS
 */
export async function signIn(ctx: HttpContext, login: string, secret: string): Promise<string> {
  const person = await whoSignsIn(login)
  const succeeded = await attemptOutside(ctx, login.trim().toLowerCase(), person !== null)
  const proof = await provenBy(person, secret)
  if (!person || !proof) {
    logger.info({ event: 'outside_login_refused' }, 'a login was refused')
    throw new WrongDoor().at('login')
  }
  await succeeded()
  const address = reachOf(person)
  if (proof === 'password' && address && !knownDevice(ctx, person)) {
    const { id: personId } = person
    await beginCode(ctx, { purpose: 'second_step', address, personId, shown: masked(address) })
    return '/moi/code'
  }
  if (proof === 'password') rememberDevice(ctx, person)
  return openDoor(ctx, person.id, { proof })
}
