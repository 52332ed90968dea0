import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { SecondStepExpired } from '#identity/errors'
import { passwordVersion } from '#identity/passwords/version'
import User from '#kernel/people/user'

const VALID_MS = 10 * 60_000

interface Pending {
  userId: string
  at: number
  /** The password that opened this step: with another one, it opens nothing. */
  version: string
}

/** Between a right password and its code: nobody is logged in yet. */
export function beginSecondStep({ session }: HttpContext, user: User): void {
  session.put('second_step', {
    userId: user.id,
    at: clock.now().toMillis(),
    version: passwordVersion(user),
  })
  session.regenerate()
}

/** Whose code is awaited; throws SecondStepExpired. */
export async function awaitedPerson({ session }: HttpContext): Promise<User> {
  const pending: Pending | undefined = session.get('second_step')
  const fresh = pending && clock.now().toMillis() - pending.at < VALID_MS
  const user = fresh ? await User.find(pending.userId) : null
  if (user && passwordVersion(user) === pending?.version) return user
  session.forget('second_step')
  throw new SecondStepExpired()
}
