import encryption from '@adonisjs/core/services/encryption'
import User from '#kernel/people/user'
import { TOTP_PURPOSE } from './totp.js'

/** Writes every TOTP secret again under the current application key; returns how many. */
export async function rotateSecondFactors(): Promise<number> {
  const users = await User.query().whereNotNull('totpSecret')
  for (const user of users) {
    const secret = encryption.decrypt<string>(user.totpSecret!, TOTP_PURPOSE)
    if (!secret)
      throw new Error(`Le second facteur du compte ${user.id} ne s’ouvre avec aucune clé.`)
    await user.merge({ totpSecret: encryption.encrypt(secret, { purpose: TOTP_PURPOSE }) }).save()
  }
  return users.length
}
