import { generateKeyPairSync } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { ProbeNameTaken, ProbeRevoked, TooManyProbes } from './errors.js'
import OutsideProbe from './probe.js'

/** Each one is a line a minute of each attestation. */
const MOST = 5
/** What waits on the machine of the probe was signed with the former key. */
export const FORMER_DAYS = 7

/** The two halves of a key; `value` is told once: it is all that the probe needs to know. */
function drawKey(id: string): { publicKey: string; value: string } {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { publicKey: x!, value: [id, d, x].join('.') }
}

/** Declares one, and gives its key, which nobody can be shown again. @throws E_PROBE_NAME_TAKEN, E_TOO_MANY_PROBES */
export async function declareProbe(name: string): Promise<{ probe: OutsideProbe; value: string }> {
  if ((await OutsideProbe.speaking()).length >= MOST) throw new TooManyProbes(MOST).at('name')
  if (await OutsideProbe.findBy('name', name)) throw new ProbeNameTaken().at('name')
  const id = uuidv7()
  const { publicKey, value } = drawKey(id)
  const probe = await OutsideProbe.create({ id, name, publicKey, createdAt: clock.now() })
  note(probe, 'probe_declared')
  return { probe, value }
}

/** Draws another key; what the former one signed is taken for some days. @throws E_PROBE_REVOKED */
export async function rotateKey(probe: OutsideProbe): Promise<string> {
  if (probe.revokedAt) throw new ProbeRevoked()
  const { publicKey, value } = drawKey(probe.id)
  const previousUntil = clock.now().plus({ days: FORMER_DAYS })
  await probe.merge({ previousKey: probe.publicKey, previousUntil, publicKey }).save()
  note(probe, 'probe_key_drawn')
  return value
}

/** Takes nothing more of it, by any key; what it told is kept. Twice changes nothing. */
export async function revokeProbe(probe: OutsideProbe): Promise<void> {
  if (probe.revokedAt) return
  await probe.merge({ revokedAt: clock.now(), previousKey: null, previousUntil: null }).save()
  note(probe, 'probe_revoked')
}

const note = ({ id }: OutsideProbe, event: string) =>
  logger.info({ event, probe: id }, 'an outside probe changed')
