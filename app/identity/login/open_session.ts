import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import { clock } from '#kernel/clock'
import { giveBackTyping } from '#web/forms/kept_typing'
import { workplacesOf } from '#kernel/people/memberships'
import { rememberDevice } from './known_device.js'
import type User from '#kernel/people/user'

/** What proved who is there: a secret alone, or more, which is strong. */
export type Proof =
  'password' | 'password_and_code' | 'passkey' | 'provider' | 'provider_and_factor'

const WEAK: Proof[] = ['password', 'provider']

/** Opens the session of a person under a new identifier and says where she goes. */
export async function openSession(ctx: HttpContext, user: User, proof: Proof): Promise<string> {
  await ctx.auth.use('web').login(user)
  ctx.session.forget('csrf-secret')
  ctx.session.put('strong', !WEAK.includes(proof))
  await ctx.session.tag(user.id)
  rememberDevice(ctx, user)
  await user.merge({ lastLoginAt: clock.now() }).save()
  logger.info({ event: 'login_succeeded', userId: user.id, proof }, 'somebody came in')
  giveBackTyping(ctx, user.id)
  return ctx.session.pull('wanted') ?? (await homeOf(user))
}

/** Her collectivité, the choice between several, or the console of the operators. */
export async function homeOf(user: User): Promise<string> {
  if (user.isOperator) return '/exploitation'
  const workplaces = await workplacesOf(user.id)
  return workplaces.length === 1 ? `/c/${workplaces[0].slug}` : '/collectivites'
}
