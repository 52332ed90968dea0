import type { HttpContext } from '@adonisjs/core/http'
import { attemptOutside } from '#identity'
import { provenBy } from '#app/outsiders/doors/sign_in'
import { type Waiting, whoSignsIn } from '#app/outsiders/doors/who_signs_in'
import { WrongDoor } from '#app/outsiders/errors'

/** The account that a login names, once a secret of it was given. @throws E_WRONG_DOOR, E_TOO_MANY_ATTEMPTS */
export async function provenOther(
  ctx: HttpContext,
  login: string,
  secret: string
): Promise<Waiting> {
  const other = await whoSignsIn(login)
  const succeeded = await attemptOutside(ctx, login.toLowerCase(), other !== null)
  if (!(await provenBy(other, secret)) || !other) throw new WrongDoor().at('login')
  await succeeded()
  return other
}
