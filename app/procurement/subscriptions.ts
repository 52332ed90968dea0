/** What happens to a consultation after an event of its own or of another room. */
import { archiveAccepted } from '#rooms/archiving'
import { folderRefused, folderSigned } from '#rooms/parapheur'
import { SYSTEM, person } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import {
  awardNotified,
  consultationChanged,
  consultationClosed,
  consultationSettled,
} from './events.js'
import Consultation from './drafting/consultation.js'
import { closeOutageTask } from './availability/outages.js'
import { closeQuestionTasks } from './questions/after_the_hour.js'
import { mailEverybody } from './jobs/mail_change.js'
import { depositConsultation } from './jobs/archive.js'
import { afterRefusal, afterSignature } from './publication/after_parapheur.js'

const STAYS = { nobodyNeeds: 'its page still says what waits, and the operator runs the job again' }

folderSigned.subscribe(
  'procurement.after_signature',
  async ({ folderId, origin, documentIds, signedBy }, { tenantId }) => {
    if (origin.capability !== 'procurement') return
    const by = signedBy ? person(signedBy) : SYSTEM
    await tenancy.run(tenantId, () => afterSignature(origin.id, { folderId, documentIds }, by))
  },
  { title: 'Poursuivre une consultation après la signature', onGiveUp: STAYS }
)

folderRefused.subscribe(
  'procurement.after_refusal',
  async ({ folderId, origin, reason, refusedBy }, { tenantId }) => {
    if (origin.capability !== 'procurement') return
    const by = refusedBy ? person(refusedBy) : SYSTEM
    await tenancy.run(tenantId, () => afterRefusal(origin.id, { folderId, reason }, by))
  },
  { title: 'Reprendre une consultation après un refus', onGiveUp: STAYS }
)

awardNotified.subscribe(
  'procurement.deposit',
  ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, () => depositConsultation(consultationId)),
  { title: 'Verser un marché notifié aux archives', onGiveUp: STAYS }
)

consultationSettled.subscribe(
  'procurement.deposit_settled',
  ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, () => depositConsultation(consultationId)),
  { title: 'Verser aux archives une consultation dont les lots sont finis', onGiveUp: STAYS }
)

archiveAccepted.subscribe(
  'procurement.archived',
  async ({ origin }, { tenantId }) => {
    if (origin.capability !== 'procurement') return
    await tenancy.run(tenantId, async () => {
      const consultation = await Consultation.hold(origin.id)
      if (consultation.allows('archive')) await consultation.step('archive', SYSTEM)
    })
  },
  { title: 'Noter qu’un marché est archivé', onGiveUp: STAYS }
)

consultationChanged.subscribe(
  'procurement.tell_change',
  ({ consultationId, changeId }, { tenantId }) =>
    tenancy.run(tenantId, () => mailEverybody(consultationId, changeId)),
  { title: 'Prévenir ceux qui suivent une consultation', onGiveUp: STAYS }
)

consultationClosed.subscribe(
  'procurement.close_tasks',
  ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      await closeQuestionTasks(consultationId)
      await closeOutageTask(consultationId)
    }),
  { title: 'Ôter ce qui attendait avant l’heure limite', onGiveUp: STAYS }
)

consultationChanged.subscribe(
  'procurement.close_tasks_of_change',
  ({ consultationId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      const { state } = await Consultation.get(consultationId)
      if (state === 'abandoned') await closeQuestionTasks(consultationId)
      // Its hour moved, or it is given up: if there is still a reason to move it, the next turn asks again
      await closeOutageTask(consultationId)
    }),
  { title: 'Ôter ce qui n’attend plus d’une consultation changée', onGiveUp: STAYS }
)
