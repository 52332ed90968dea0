import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { DoorMissing } from '../errors.js'
import Exchange from '../models/exchange.js'
import Recipient from '../models/recipient.js'
import { recipientOfKey } from './addresses.js'

/** Hours that a code opens for, in the session that typed it. */
const HOURS = 8

export interface Door {
  exchange: Exchange
  recipient: Recipient
}

/** The door of an address, while its exchange is open; both are held. @throws E_EXCHANGE_DOOR_MISSING */
export async function doorOf(key: string): Promise<Door> {
  const id = recipientOfKey(key)
  if (!id) throw new DoorMissing()
  const recipient = await Recipient.hold(id)
  const exchange = await Exchange.get(recipient.exchangeId)
  if (!exchange.isOpen) throw new DoorMissing()
  return { exchange, recipient }
}

const nameOf = ({ id }: Recipient) => `exchange_door_${id}`

export function letIn({ session }: HttpContext, recipient: Recipient): void {
  session.put(nameOf(recipient), clock.now().plus({ hours: HOURS }).toMillis())
}

export const isIn = ({ session }: HttpContext, recipient: Recipient): boolean =>
  Number(session.get(nameOf(recipient), 0)) > clock.now().toMillis()

/** The door of a request whose visitor has given her code. @throws E_EXCHANGE_DOOR_MISSING */
export async function entered(ctx: HttpContext): Promise<Door> {
  const door = await doorOf(ctx.params.door)
  if (!isIn(ctx, door.recipient)) throw new DoorMissing()
  return door
}
