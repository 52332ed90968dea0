import { defineError } from '#lib/errors'
import { SealingRefused, keysFromBidder, parseBidderKey, base64url } from '#lib/sealing'
import type Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { standingOf } from '../holders/standing.js'
import { openPli } from '../jobs/open_pli.js'
import { manifestOf } from '../opening/shares.js'
import { lastKeyRefusal } from '../rules/last_key.js'

const LastKeyRefused = defineError('E_LAST_KEY_REFUSED', '%s', 409)

/** Why she may not give it now, as a sentence; null when she may. */
export async function refusalOfLastKey(
  pli: Pli,
  consultation: Consultation
): Promise<string | null> {
  return lastKeyRefusal({
    ...(await standingOf(consultation)),
    consultation: consultation.state,
    pli: pli.state,
  })
}

/**
 * Takes the key that a bidder kept, `cle.json`, and has her pli opened by it. Every envelope must be
 * the one to which she committed: what opens is what the token dated. @throws E_LAST_KEY_REFUSED
 */
export async function giveLastKey(
  pli: Pli,
  consultation: Consultation,
  text: string
): Promise<void> {
  const refusal = await refusalOfLastKey(pli, consultation)
  if (refusal) throw new LastKeyRefused(refusal)
  try {
    pli.bidderKeys = await keysIn(text, pli, consultation)
  } catch (error) {
    if (error instanceof SealingRefused) throw new LastKeyRefused(error.message)
    throw error
  }
  await pli.save()
  await openPli.enqueue({ pliId: pli.id }, { dedupeKey: `procurement.open_by_bidder:${pli.id}` })
}

async function keysIn(text: string, pli: Pli, consultation: Consultation) {
  const key = parseBidderKey(new TextEncoder().encode(text))
  const { envelopes, tender } = await manifestOf(pli, consultation)
  const keys: Record<string, string> = {}
  for (const envelope of envelopes) {
    const { name } = envelope
    const opened = await keysFromBidder({ tender, pli: pli.id, envelope: name }, envelope, key)
    keys[name] = base64url(opened.dek)
  }
  return keys
}
