import type { HttpContext } from '@adonisjs/core/http'
import { countLetter } from '#identity'
import { identifierNamed } from '#app/outsiders/people/identifier'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { beginCode } from './begin_code.js'
import { readAs } from './sign_up.js'
import { hasTelephone, howToReach } from './telephone.js'

const NOBODY = '00000000-0000-0000-0000-000000000000'

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

/**
 * The same by telephone, of which less is proven: a number changes hands, so her birth date is asked
 * too; one that rings for a whole house gives nothing back. Outside any transaction.
 */
export async function beginRecoveryByPhone(
  ctx: HttpContext,
  typed: { phone: string; birthdate: string }
): Promise<void> {
  const phone = readAs('phone', typed.phone, 'phone')!
  const birthdate = readAs('birthdate', typed.birthdate, 'birthdate')!
  await countLetter(ctx, phone)
  const personId = await whoAnswers(phone, birthdate)
  await beginCode(ctx, {
    purpose: personId ? 'recovery' : 'nobody',
    address: phone,
    personId: personId ?? undefined,
  })
}

async function whoAnswers(phone: string, birthdate: string): Promise<string | null> {
  const named = await identifierNamed('phone', phone)
  // Nobody costs the same work as anybody
  const personId = named?.personId ?? NOBODY
  const person = await behind({ person: personId }, () => Person.find(personId, walled()))
  const mayAnswer = named?.provenAt && hasTelephone() && howToReach(phone) === 'sms'
  return mayAnswer && person?.birthdate === birthdate ? personId : null
}
