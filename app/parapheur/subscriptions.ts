import { sealAwaited, signaturesReceived } from './events.js'
import { applySeal } from './signing/apply_seal.js'
import { giveSealUp } from './signing/seal_trouble.js'
import { embedSignatures, giveSignaturesUp } from './signing/embed_signatures.js'

signaturesReceived.subscribe(
  'parapheur.embed_signatures',
  ({ ceremonyId }, { tenantId }) => embedSignatures(ceremonyId, tenantId),
  {
    title: 'Placer les signatures dans les documents',
    queue: 'heavy',
    onGiveUp: ({ ceremonyId }, { tenantId }) => giveSignaturesUp(ceremonyId, tenantId),
  }
)

sealAwaited.subscribe(
  'parapheur.apply_seal',
  (awaited, { tenantId }) => applySeal(awaited, tenantId),
  {
    title: 'Apposer le cachet',
    queue: 'heavy',
    onGiveUp: (awaited, { tenantId }) => giveSealUp(awaited, tenantId),
  }
)
