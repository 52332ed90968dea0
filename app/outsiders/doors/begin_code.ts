import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { PhoneNumber, uuidv7 } from '#lib/values'
import { mailDoorCode } from '#app/outsiders/jobs/mail_door_code'
import { sayDoorCode } from '#app/outsiders/jobs/say_door_code'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import DoorCode, { type Purpose } from './door_code.js'
import { howToReach, isPhone } from './telephone.js'

const MINUTES = 15

interface NewCode {
  purpose: Purpose
  address: string
  personId?: string
  payload?: Record<string, unknown>
  /** The address as the page may say it, where who asks did not type it herself. */
  shown?: string
}

/** Begins a code and has it mailed, or said by telephone; the session alone may give it back. Outside any transaction. */
export async function beginCode(
  { session }: HttpContext,
  { shown, ...asked }: NewCode
): Promise<void> {
  const id = uuidv7()
  await behind({ doorCode: id }, () =>
    DoorCode.create(
      {
        id,
        ...asked,
        personId: asked.personId ?? null,
        payload: asked.payload ?? {},
        expiresAt: clock.now().plus({ minutes: MINUTES }),
      },
      walled()
    )
  )
  const how = isPhone(asked.address) ? howToReach(asked.address) : 'mail'
  await (how === 'mail' ? mailDoorCode : sayDoorCode).enqueueForPlatform({ codeId: id })
  session.put('door_code', { id, address: shown ?? inWords(asked.address), how })
}

const inWords = (address: string): string =>
  isPhone(address) ? PhoneNumber.parse(address).toFrench() : address

/** « a…@exemple.fr », « qui finit par 12 »: enough for her to know which of hers, and no more. */
export const masked = (address: string): string =>
  isPhone(address) ? `qui finit par ${address.slice(-2)}` : address.replace(/^(.).*(@.*)$/, '$1…$2')
