/** What the actes do by themselves: their inbox, their periodic work, what happens after an event. */
import { archiveAccepted } from '#archiving'
import { folderRefused, folderSigned } from '#parapheur'
import { SYSTEM, person } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import './capability.js'
import './news.js'
import './search.js'
import './services.js'
import { afterRefusal, afterSignature } from './circuit.js'
import { acteAcknowledged, acteStamped } from './events.js'
import { depositActe } from './jobs/archive.js'
import { publish } from './jobs/publish.js'
import Acte from './models/acte.js'

folderSigned.subscribe('actes.after_signature', async (fact, { tenantId }) => {
  const { origin, documentIds, signedBy } = fact
  if (origin.capability !== 'actes') return
  const by = signedBy ? person(signedBy) : SYSTEM
  await tenancy.run(tenantId, () => afterSignature(origin.id, documentIds[0], by))
})

folderRefused.subscribe('actes.after_refusal', async (fact, { tenantId }) => {
  const { origin, reason, refusedBy } = fact
  if (origin.capability !== 'actes') return
  const by = refusedBy ? person(refusedBy) : SYSTEM
  await tenancy.run(tenantId, () => afterRefusal(origin.id, reason, by))
})

acteAcknowledged.subscribe('actes.publish', async ({ acteId }, { tenantId }) => {
  await tenancy.run(tenantId, () => publish(acteId))
})

acteStamped.subscribe('actes.deposit', async ({ acteId }, { tenantId }) => {
  await tenancy.run(tenantId, () => depositActe(acteId))
})

archiveAccepted.subscribe('actes.archived', async ({ origin }, { tenantId }) => {
  if (origin.capability !== 'actes') return
  await tenancy.run(tenantId, async () => {
    const acte = await Acte.get(origin.id)
    // A cancellation may have begun meanwhile: the archive keeps what was true that day
    if (acte.allows('archive')) await acte.step('archive', SYSTEM)
  })
})
