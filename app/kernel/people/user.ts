import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { beforeCreate } from '@adonisjs/lucid/orm'
import { UserSchema } from '#database/schema/kernel'
import { uuidv7 } from '#lib/values'

/** A person: one login, whatever the number of collectivites she works for (house §7). */
export default class User extends compose(
  UserSchema,
  withAuthFinder(() => hash.use('scrypt'), { uids: ['email'], passwordColumnName: 'password' })
) {
  static table = 'kernel.users'
  static connection = 'app'
  static selfAssignPrimaryKey = true

  @beforeCreate()
  static giveAnId(user: User) {
    user.id ??= uuidv7()
  }

  /** Codes of an application; see factors_of.ts for whatever she has beside her password. */
  get hasTotp(): boolean {
    return this.totpConfirmedAt !== null
  }
}
