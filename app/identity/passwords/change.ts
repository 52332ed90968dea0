import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { attemptConfirmation } from '#identity/login/throttle'
import { WeakPassword, WrongPassword } from '#identity/errors'
import type User from '#kernel/people/user'
import { passwordFault } from './rule.js'

/** Throws WeakPassword at the field when a password is not good enough for this person. */
export function acceptPassword(
  password: string,
  person: { email: string; fullName: string },
  field = 'password'
): void {
  const fault = passwordFault(password, person)
  if (fault) throw new WeakPassword(fault).at(field)
}

/** An open session is not enough for what changes the ways in: the password is asked again. */
export async function confirmPassword(user: User, password: string): Promise<void> {
  const succeeded = await attemptConfirmation(user)
  const right = user.password !== null && (await hash.verify(user.password, password))
  if (!right) throw new WrongPassword().at('current_password')
  await succeeded()
}

/** Gives a person the password that she chose; links sent before it die. Throws WeakPassword. */
export async function setPassword(user: User, password: string): Promise<void> {
  acceptPassword(password, user)
  await user.merge({ password }).save()
  await db.connection('app').from('kernel.password_resets').where('user_id', user.id).delete()
}
