import { sealAwaited, signaturesReceived } from './events.js'
import './jobs/follow_absences.js'
import './jobs/forget_sessions.js'
import { applySeal, giveSealUp } from './signing/apply_seal.js'
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
  async (awaited, { tenantId, lastAttempt }) => {
    try {
      await applySeal(awaited, tenantId)
    } catch (error) {
      if (lastAttempt) await giveSealUp(awaited, tenantId)
      throw error
    }
  },
  { queue: 'heavy' }
)
