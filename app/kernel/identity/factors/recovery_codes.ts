import { randomInt } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { digest } from '#kernel/identity/secrets'
import type User from '#kernel/identity/user'

const COUNT = 10
/** No letter that is mistaken for a figure: the codes are read on paper. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
const draw = () => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** Gives new codes, of 78 bits each: shown once, kept as digests only. */
export async function renewRecoveryCodes(user: User): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, draw)
  await user.merge({ recoveryCodes: JSON.stringify(codes.map(digest)) }).save()
  return codes.map((code) => code.match(/.{4}/g)!.join('-'))
}

export const recoveryCodesLeft = (user: User): number =>
  user.recoveryCodes ? JSON.parse(user.recoveryCodes).length : 0

/** Whether a code is one of hers; it is then struck out. */
export async function spendRecoveryCode(user: User, code: string): Promise<boolean> {
  const wanted = digest(plain(code))
  return db.connection('app').transaction(async (trx) => {
    const row = await trx.from('kernel.users').where('id', user.id).forUpdate().first()
    const digests: string[] = JSON.parse(row?.recovery_codes ?? '[]')
    if (!digests.includes(wanted)) return false
    const left = JSON.stringify(digests.filter((known) => known !== wanted))
    await trx.from('kernel.users').where('id', user.id).update({ recovery_codes: left })
    return true
  })
}
