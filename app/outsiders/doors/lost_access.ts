import type { HttpContext } from '@adonisjs/core/http'
import { countLetter } from '#identity'
import { identifierNamed } from '#app/outsiders/people/identifier'
import { beginCode } from './begin_code.js'
import { readAs } from './sign_up.js'

/**
 * Somebody has lost her password: a code goes to the address, where it opens her door. The same is
 * done, and answered, for an address that nobody has. Outside any transaction.
 */
export async function beginRecovery(ctx: HttpContext, typed: string): Promise<void> {
  const email = readAs('email', typed, 'email')!
  await countLetter(ctx, email.toLowerCase())
  const named = await identifierNamed('email', email)
  const isHers = named?.provenAt
  await beginCode(ctx, {
    purpose: isHers ? 'recovery' : 'nobody',
    address: email,
    personId: isHers ? named.personId : undefined,
  })
}
