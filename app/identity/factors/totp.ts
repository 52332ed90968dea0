import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'

export const TOTP_PURPOSE = 'totp_secret'
/** RFC 6238: one step of thirty seconds of drift either way. */
const WINDOW = 1

const of = (user: User, secret: string) =>
  new TOTP({ issuer: 'Halle', label: user.email, secret: Secret.fromBase32(secret) })

const secretOf = (user: User): string | null =>
  user.totpSecret && encryption.decrypt<string>(user.totpSecret, TOTP_PURPOSE)

/** A secret as it rests in the base. */
export const sealedTotp = (secret: string): string =>
  encryption.encrypt(secret, { purpose: TOTP_PURPOSE })

/** Gives a person a new secret, which counts only once a code of it was seen. */
export async function prepareTotp(user: User): Promise<void> {
  const secret = new Secret({ size: 20 }).base32
  await user
    .merge({ totpSecret: sealedTotp(secret), totpConfirmedAt: null, totpLastStep: null })
    .save()
}

/** The secret to scan or to type, in groups of four. */
export async function totpToScan(user: User): Promise<{ svg: string; typed: string } | null> {
  const secret = secretOf(user)
  if (!secret || user.hasTotp) return null
  const svg = await QRCode.toString(of(user, secret).toString(), {
    type: 'svg',
    margin: 2,
    width: 232,
  })
  return { svg, typed: secret.match(/.{1,4}/g)!.join(' ') }
}

/** Whether a code is right; it is then spent: RFC 6238 §5.2 wants each to serve once. */
export async function spendTotpCode(user: User, code: string): Promise<boolean> {
  const secret = secretOf(user)
  const token = code.replace(/\s/g, '')
  if (!secret || !/^\d{6}$/.test(token)) return false
  const timestamp = clock.now().toMillis()
  const drift = of(user, secret).validate({ token, timestamp, window: WINDOW })
  if (drift === null) return false
  const step = TOTP.counter({ timestamp }) + drift
  const { rowCount } = await db
    .connection('app')
    .rawQuery(
      `update kernel.users set totp_last_step = ? where id = ? and coalesce(totp_last_step, 0) < ?`,
      [step, user.id, step]
    )
  return rowCount === 1
}

/** Asks for no code any more. */
export async function removeTotp(user: User): Promise<void> {
  await user.merge({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null }).save()
}
