import db from '@adonisjs/lucid/services/db'
import { moment } from '#identity/moment'
import { LinkExpired } from '#identity/errors'
import { digest, newSecret } from '#identity/secrets'
import { closeSessionsOf } from '#identity/sessions/sessions'
import User from '#kernel/people/user'
import { acceptPassword } from './change.js'

const VALID_HOURS = 1
const rows = () => db.connection('app').from('kernel.password_resets')

/** A new link's secret for a person; those before it die. */
export async function openReset(user: User): Promise<string> {
  const secret = newSecret()
  await rows().where('user_id', user.id).delete()
  await db
    .connection('app')
    .insertQuery()
    .table('kernel.password_resets')
    .insert({
      token_hash: digest(secret),
      user_id: user.id,
      expires_at: moment(VALID_HOURS * 3600),
    })
  return secret
}

/** The person whose password a link may change; throws LinkExpired. */
export async function personOfReset(secret: string): Promise<User> {
  const row = await rows()
    .where('token_hash', digest(secret))
    .where('expires_at', '>', moment())
    .whereNull('used_at')
    .first()
  const user = row && (await User.find(row.user_id))
  if (!user) throw new LinkExpired()
  return user
}

/** Changes a lost password, once; closes every session. Throws LinkExpired, WeakPassword. */
export async function resetPassword(secret: string, password: string): Promise<User> {
  const user = await personOfReset(secret)
  acceptPassword(password, user)
  await db.connection('app').transaction(async (trx) => {
    const used = await trx
      .from('kernel.password_resets')
      .where('token_hash', digest(secret))
      .whereNull('used_at')
      .update({ used_at: moment() })
    if (Number(used) !== 1) throw new LinkExpired()
    user.useTransaction(trx)
    await user.merge({ password }).save()
  })
  await closeSessionsOf(user.id)
  return user
}
