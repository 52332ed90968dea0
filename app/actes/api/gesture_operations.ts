import type { Actor } from '#kernel/actor'
import { refuseIfAny } from '#web/api/refuse'
import type { Call, Operation } from '#web/api/operation'
import { submit, takeBack } from '../circuit.js'
import { sendToPrefecture } from '../gestures.js'
import { startCancellation } from '../jobs/transmit.js'
import Acte from '../models/acte.js'
import { notePaperPosted } from '../paper.js'
import { verifyReceipt } from '../receipt_trust.js'
import { reasonProblems } from '../rules/reason.js'
import { takeUp } from '../trouble.js'
import { cancellationValidator } from '../validators/acte_form.js'
import { acteAnswer, toldAgain } from './acte_resource.js'

/** Holds the acte that is named, does that to it, and tells it again. */
const does =
  (gesture: (acte: Acte, by: Actor) => Promise<void>) =>
  async ({ params, ctx }: Call) => {
    const acte = await Acte.hold(params.id)
    await gesture(acte, ctx.actor)
    return toldAgain(acte)
  }

/** What moves an acte on; each is refused by its state (409) when it is not the moment. */
export const gestureOperations: Operation[] = [
  {
    name: 'submit',
    call: 'POST /:id/signature',
    permission: 'actes.write',
    title: 'Envoyer un brouillon en signature',
    says: 'Le dossier part dans le parapheur ; la transmission, la publication et l’archivage suivent la signature selon les réglages de la collectivité.',
    answer: acteAnswer(202),
    seen: { nothing: 'a draft that went already is refused by its state' },
    refuses: [409, 422],
    gestures: ['actes.batches.store', 'actes.actes.update'],
    async run({ params, ctx }) {
      const acte = await Acte.hold(params.id)
      acte.mustBeDraft()
      await submit(acte, ctx.actor)
      return toldAgain(acte)
    },
  },
  {
    name: 'take_back',
    call: 'POST /:id/reprise',
    permission: 'actes.write',
    title: 'Reprendre en brouillon un acte qui n’est pas parti',
    answer: acteAnswer(),
    seen: { nothing: 'the state refuses what has gone forward' },
    refuses: [409],
    gestures: ['actes.drafts.store', 'actes.batches.store'],
    run: does(takeBack),
  },
  {
    name: 'relaunch',
    call: 'POST /:id/relance',
    permission: 'actes.write',
    title: 'Reprendre ce qui est resté en chemin',
    answer: acteAnswer(202),
    seen: { nothing: 'it starts again what waits; a second time, nothing waits any more' },
    gestures: ['actes.relaunches.store'],
    run: does(takeUp),
  },
  {
    name: 'transmit',
    call: 'POST /:id/transmission',
    permission: 'actes.transmit',
    title: 'Transmettre un acte signé à la préfecture',
    answer: acteAnswer(202),
    seen: { nothing: 'an acte that is on its way refuses a second departure' },
    refuses: [409, 422],
    gestures: ['actes.transmissions.store', 'actes.batches.store'],
    run: does(sendToPrefecture),
  },
  {
    name: 'cancel',
    call: 'POST /:id/annulation',
    permission: 'actes.transmit',
    title: 'Demander à la préfecture l’annulation d’une transmission',
    body: cancellationValidator,
    answer: acteAnswer(202),
    seen: { nothing: 'once a cancellation is asked, a second demand is refused' },
    refuses: [409],
    gestures: ['actes.cancellations.store'],
    async run({ params, body, ctx }) {
      refuseIfAny(reasonProblems(body.reason))
      const acte = await Acte.hold(params.id)
      await startCancellation(acte, ctx.actor, body.reason)
      return toldAgain(acte)
    },
  },
  {
    name: 'verify_receipt',
    call: 'POST /:id/accuse-verifie',
    permission: 'actes.transmit',
    title: 'Dire qu’un accusé de réception non authentifié a été vérifié',
    answer: acteAnswer(202),
    seen: { nothing: 'a receipt is waited for or not' },
    gestures: ['actes.receipt_verifications.store'],
    run: does(verifyReceipt),
  },
  {
    name: 'note_paper',
    call: 'POST /:id/papier',
    permission: 'actes.transmit',
    title: 'Noter que les documents papier annoncés sont postés',
    answer: acteAnswer(),
    seen: { nothing: 'posted is noted once' },
    gestures: ['actes.paper.store'],
    run: does(notePaperPosted),
  },
]
