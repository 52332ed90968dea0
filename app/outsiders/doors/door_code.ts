import { randomInt } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { DoorCodeSchema } from '#database/schema/kernel'
import { clock } from '#kernel/clock'
import { countTry, digest, drawCode, plainCode, TooManyAttempts } from '#identity'
import { behind } from '#app/outsiders/wall/wall'
import { walled, WalledModel } from '#app/outsiders/wall/walled_model'
import { DoorCodeDead, WrongDoorCode } from '#app/outsiders/errors'
import { isPhone } from './telephone.js'

/**
 * Why a code is written to an address, or said to a telephone. `taken` and `nobody` open nothing: they
 * are there so that who asks cannot tell a known address from another. `reassigned`: a number that
 * opened an account, and that somebody else answers now.
 */
export type Purpose =
  'sign_up' | 'reassigned' | 'taken' | 'recovery' | 'nobody' | 'second_step' | 'link' | 'contact'

/** A code that waits at a door: its digest, how long it lives, what it is for. */
export default class DoorCode extends WalledModel(DoorCodeSchema) {
  static table = 'kernel.door_codes'
  static connection = 'app'

  declare purpose: Purpose
  declare payload: Record<string, any>
}

/** Where the code that this session awaits was written or said; null when it awaits none. */
export const awaited = ({ session }: HttpContext): { address: string; how?: Channel } | null =>
  session.get('door_code') ?? null

export type Channel = 'mail' | 'sms' | 'call'

/** Figures alone by telephone: letters are misheard. Five tries in fifteen minutes bound both. */
const drawFor = (address: string): string =>
  isPhone(address) ? String(randomInt(1_000_000)).padStart(6, '0') : drawCode(8)

/** Draws the code of a row that lives and opens something; null where nothing is to be drawn. */
export async function drawDoorCode(id: string): Promise<{ row: DoorCode; code: string } | null> {
  return behind({ doorCode: id }, async () => {
    const row = await DoorCode.find(id, walled())
    if (!row || row.usedAt || row.expiresAt < clock.now()) return null
    const code = drawFor(row.address)
    if (row.purpose !== 'taken' && row.purpose !== 'nobody')
      await row.merge({ codeHash: digest(`${id} ${code}`) }).save()
    return { row, code }
  })
}

/**
 * What the typed code was for; it serves once, and bears five tries. Outside any transaction.
 * @throws E_WRONG_DOOR_CODE, E_DOOR_CODE_DEAD
 */
export async function spendDoorCode({ session }: HttpContext, typed: string): Promise<DoorCode> {
  const begun: { id: string } | undefined = session.get('door_code')
  if (!begun) throw new DoorCodeDead()
  await countTry(begun.id).catch((error) => {
    throw error instanceof TooManyAttempts ? new DoorCodeDead().at('code') : error
  })
  const spent = await behind({ doorCode: begun.id }, async () => {
    const hash = digest(`${begun.id} ${plainCode(typed)}`)
    const row = await DoorCode.query(walled()).where('id', begun.id).forUpdate().first()
    if (!row || row.usedAt || row.expiresAt < clock.now()) throw new DoorCodeDead().at('code')
    if (row.codeHash !== hash) throw new WrongDoorCode().at('code')
    return row.merge({ usedAt: clock.now() }).save()
  })
  session.forget('door_code')
  return spent
}
