import { receivers } from '#config/receivers'
import { clock } from '#kernel/clock'
import { bodyOf, messageId } from './formats/message.js'
import { signedHeaders } from './formats/signature.js'
import { drawSecret, opened, sealed } from './models/secrets.js'
import { allowedHostsOf, faultOf } from './rules/receiver_address.js'
import { exchange } from './sending/exchange.js'

/**
 * The same webhooks (Standard Webhooks 1.0.0) for who is of no member: the room that knows her keeps
 * her receivers and what is sent to them. The hosts that the operator opened to members are not hers:
 * a stranger does not reach what is inside by our hand.
 */
const allowed = () => allowedHostsOf(receivers.strangersHosts)

/** What is wrong with the address of a stranger's receiver, in a sentence; null when it will do. */
export const strangerFault = (url: string): string | null => faultOf(url, allowed())

/** A new secret: as it is shown once, and as it is kept. */
export function newSecret(): { shown: string; kept: string } {
  const shown = drawSecret()
  return { shown, kept: sealed(shown) }
}

/** The same secret under the current key of the application. */
export const resealed = (kept: string): string => sealed(opened(kept))

/** Its body, written once and sent as it is at each attempt. */
export const messageBody = bodyOf

/** Posts a message once, under the identifier that it bears at each attempt; never throws. */
export function postToStranger(message: { id: string; url: string; secret: string; body: string }) {
  const { body } = message
  const timestamp = Math.floor(clock.now().toSeconds())
  const signed = { id: messageId(message.id), timestamp, body }
  const headers = signedHeaders(signed, [opened(message.secret)])
  return exchange({ url: new URL(message.url), headers, body }, allowed())
}
