import db from '@adonisjs/lucid/services/db'
import { digest } from '#identity/secrets'
import { drawCode, grouped, plainCode } from './codes.js'
import type User from '#kernel/people/user'

const COUNT = 10
const SIGNS = 16

/** Gives new codes, of 78 bits each: shown once, kept as digests only. */
export async function renewRecoveryCodes(user: User): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => drawCode(SIGNS))
  await user.merge({ recoveryCodes: JSON.stringify(codes.map(digest)) }).save()
  return codes.map(grouped)
}

/** Without a factor to replace, they open nothing. */
export async function forgetRecoveryCodes(user: User): Promise<void> {
  await user.merge({ recoveryCodes: null }).save()
}

export const recoveryCodesLeft = (user: User): number =>
  user.recoveryCodes ? JSON.parse(user.recoveryCodes).length : 0

/** Whether a code is one of hers; it is then struck out. */
export async function spendRecoveryCode(user: User, code: string): Promise<boolean> {
  const wanted = digest(plainCode(code))
  return db.connection('app').transaction(async (trx) => {
    const row = await trx.from('kernel.users').where('id', user.id).forUpdate().first()
    const digests: string[] = JSON.parse(row?.recovery_codes ?? '[]')
    if (!digests.includes(wanted)) return false
    const left = JSON.stringify(digests.filter((known) => known !== wanted))
    await trx.from('kernel.users').where('id', user.id).update({ recovery_codes: left })
    return true
  })
}
