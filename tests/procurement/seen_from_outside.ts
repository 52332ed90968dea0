import { createPrivateKey, sign } from 'node:crypto'
import type { DateTime } from 'luxon'
import { lookText, sendingText } from '#lib/proof'

/** What a probe holds: what the console shows once. */
export interface ProbeInHand {
  id: string
  sign: (text: string) => string
}

export function probeOf(value: string): ProbeInHand {
  const [id, d, x] = value.split('.')
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' })
  return { id, sign: (text) => sign(null, Buffer.from(text), key).toString('base64url') }
}

const written = (at: DateTime) => at.toUTC().toISO()!

/** A look as its probe signs it. */
export function signedLook({ id, sign: by }: ProbeInHand, at: DateTime, isUp = true) {
  const fault = isUp ? null : '/health/ready : HTTP 503'
  const look = { at: written(at), up: isUp, ms: 20, fault }
  return { ...look, signature: by(lookText({ probe: id, ...look })) }
}

/** A sending of looks, by the clock of the probe. */
export function sendingOf(
  probe: ProbeInHand,
  sentAt: DateTime,
  looks: ReturnType<typeof signedLook>[]
) {
  const signatures = looks.map(({ signature }) => signature)
  const text = sendingText(probe.id, written(sentAt), signatures)
  return { sentAt: written(sentAt), signature: probe.sign(text), looks }
}
