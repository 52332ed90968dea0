/** What happens to an acte after an event of its own or of another room. */
import { archiveAccepted } from '#rooms/archiving'
import { folderRefused, folderSigned } from '#rooms/parapheur'
import { SYSTEM, person } from '#kernel/actor'
import type { GivenUp } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { publicSideOpened } from '#web/public_side'
import { afterRefusal, afterSignature } from './circuit.js'
import { acteAcknowledged, acteStamped } from './events.js'
import { depositActe } from './jobs/archive.js'
import { MarkRefused, publish } from './jobs/publish.js'
import Acte from './models/acte.js'
import { publishWhatWaited } from './public_side.js'
import { holdUp } from './trouble.js'

/** What a folder or a deposit says of an acte, and not of the things of other rooms. */
const ofActe = async (
  { origin }: { origin: { capability: string; id: string } },
  about: GivenUp
) => (origin.capability === 'actes' ? holdUp(origin.id, about) : undefined)

folderSigned.subscribe(
  'actes.after_signature',
  async ({ origin, documentIds, signedBy }, { tenantId }) => {
    if (origin.capability !== 'actes') return
    const by = signedBy ? person(signedBy) : SYSTEM
    await tenancy.run(tenantId, () => afterSignature(origin.id, documentIds[0], by))
  },
  { title: 'Poursuivre après la signature', onGiveUp: ofActe }
)

folderRefused.subscribe(
  'actes.after_refusal',
  async ({ origin, reason, refusedBy }, { tenantId }) => {
    if (origin.capability !== 'actes') return
    const by = refusedBy ? person(refusedBy) : SYSTEM
    await tenancy.run(tenantId, () => afterRefusal(origin.id, reason, by))
  },
  { title: 'Poursuivre après un refus', onGiveUp: ofActe }
)

acteAcknowledged.subscribe(
  'actes.publish',
  ({ acteId, withoutMark }, { tenantId }) =>
    tenancy.run(tenantId, () => publish(acteId, withoutMark)),
  {
    // Taken up again as it was, the acte would be held up for ever
    title: 'Tamponner et publier un acte',
    onGiveUp: ({ acteId }, about) => {
      const withoutMark = about.error instanceof MarkRefused
      return holdUp(acteId, { ...about, payload: { ...about.payload, withoutMark } })
    },
  }
)

acteStamped.subscribe(
  'actes.deposit',
  ({ acteId }, { tenantId }) => tenancy.run(tenantId, () => depositActe(acteId)),
  { title: 'Verser un acte aux archives', onGiveUp: ({ acteId }, about) => holdUp(acteId, about) }
)

archiveAccepted.subscribe(
  'actes.archived',
  async ({ origin }, { tenantId }) => {
    if (origin.capability !== 'actes') return
    await tenancy.run(tenantId, async () => {
      const acte = await Acte.get(origin.id)
      // A cancellation may have begun meanwhile: the archive keeps what was true that day
      if (acte.allows('archive')) await acte.step('archive', SYSTEM)
    })
  },
  { title: 'Noter qu’un acte est archivé', onGiveUp: ofActe }
)

publicSideOpened.subscribe(
  'actes.publish_what_waited',
  (_fact, { tenantId }) => tenancy.run(tenantId, publishWhatWaited),
  {
    title: 'Publier ce qui attendait l’ouverture du côté public',
    onGiveUp: { nobodyNeeds: 'the task stays open, and the operator runs the job again' },
  }
)
