import Passkey from '#identity/passkey'
import type User from '#kernel/people/user'

/** What a person has beside her password. */
export interface Factors {
  totp: boolean
  passkey: boolean
}

export async function factorsOf(user: User): Promise<Factors> {
  const passkey = await Passkey.query().where('userId', user.id).first()
  return { totp: user.hasTotp, passkey: passkey !== null }
}

/** Whether her password alone opens nothing any more. */
export async function hasAnyFactor(user: User): Promise<boolean> {
  const { totp, passkey } = await factorsOf(user)
  return totp || passkey
}
