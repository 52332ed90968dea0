import type { HttpContext } from '@adonisjs/core/http'
import type User from '#kernel/people/user'
import { hasAnyFactor } from './factors_of.js'
import { forgetRecoveryCodes } from './recovery_codes.js'

/** After the last factor of an account, its session is worth its password alone. */
export async function settleAfterRemoval({ session }: HttpContext, user: User): Promise<void> {
  if (await hasAnyFactor(user)) return
  session.put('strong', false)
  await forgetRecoveryCodes(user)
}
