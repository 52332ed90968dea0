import { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { clock } from '#kernel/clock'
import { buildTrousseau, newKeyPair, parseTrousseau, type Bytes } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import Consultation from '../drafting/consultation.js'
import { ENVELOPES } from '../rules/choices.js'
import { rehearsalWords } from '../rules/rehearsal.js'

/** Nobody waits for it: a deposit that is tried is never late. */
const HOUR = DateTime.fromISO('2099-12-31T12:00:00', { zone: 'Europe/Paris' })
const HOLDERS = ['essai-1', 'essai-2', 'essai-3']
const THRESHOLD = 2

/**
 * The standing trial tender of the member in context (arrêté of 22 March 2019, OE-06), made the first
 * time that somebody asks for it. Two who ask together get the same one.
 */
export async function standingRehearsal(): Promise<Consultation> {
  await takeTurn(tenancy.trx(), `rehearsal of ${tenancy.tenantId()}`)
  return (await Consultation.findBy('state', 'rehearsal')) ?? make()
}

async function make(): Promise<Consultation> {
  const id = uuidv7()
  const bytes = await throwawayTrousseau(id)
  return Consultation.create({
    ...rehearsalWords,
    ...{ id, threshold: THRESHOLD, state: 'rehearsal' },
    trousseau: new TextDecoder().decode(bytes),
    fingerprint: (await parseTrousseau(bytes)).fingerprint,
    deadline: HOUR,
    zone: HOUR.zoneName!,
    publishedAt: clock.now(),
  })
}

/** The private keys are dropped here: what is tried opens for who sealed it, and for nobody else. */
async function throwawayTrousseau(tender: string): Promise<Bytes> {
  const holders = []
  for (const id of HOLDERS) holders.push({ id, publicKey: (await newKeyPair()).publicKey })
  return buildTrousseau({ tender, envelopes: ENVELOPES, threshold: THRESHOLD, holders })
}
