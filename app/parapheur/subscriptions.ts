import { sealAwaited, signaturesReceived } from './events.js'
import { applySeal } from './signing/apply_seal.js'
import { embedSignatures, giveSignaturesUp } from './signing/embed_signatures.js'
import './news.js'

signaturesReceived.subscribe(
  'parapheur.embed_signatures',
  async ({ ceremonyId }, { tenantId, lastAttempt }) => {
    try {
      await embedSignatures(ceremonyId, tenantId)
    } catch (error) {
      if (lastAttempt) await giveSignaturesUp(ceremonyId, tenantId)
      throw error
    }
  },
  { queue: 'heavy' }
)

sealAwaited.subscribe(
  'parapheur.apply_seal',
  async (awaited, { tenantId }) => applySeal(awaited, tenantId),
  { queue: 'heavy' }
)
