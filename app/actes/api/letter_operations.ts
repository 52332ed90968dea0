import { nowSaved } from '#web/forms/shared_form'
import type { Operation } from '#web/api/operation'
import { refuseIfAny } from '#web/api/refuse'
import {
  answerLetter,
  fileLetter,
  heldDeferral,
  heldLetter,
  holdDeferred,
  mustBeAnswerable,
  noteOutcome,
} from '../letter_gestures.js'
import { reasonProblems } from '../rules/reason.js'
import { sharedLetter } from '../shared_letter.js'
import { outcomeValidator } from '../validators/letter_form.js'
import { replyValidator } from '../validators/reply_form.js'
import { letterAnswer, seenLetter, toldAgain } from './letter_resource.js'

export const letterOperations: Operation[] = [
  {
    name: 'reply',
    call: 'POST /:id/courriers/:letter/reponse',
    permission: 'actes.transmit',
    title: 'Répondre à un courrier de la préfecture',
    body: replyValidator,
    files: { documents: { says: 'Les documents de la réponse', several: true } },
    answer: letterAnswer(202),
    seen: seenLetter,
    refuses: [409, 413],
    gestures: ['actes.replies.store'],
    async run(call) {
      const { params, ctx } = call
      const found = await heldLetter(params.id, params.letter)
      await mustBeAnswerable(found.letter)
      refuseIfAny(await answerLetter(found, call.body, call.files.documents, ctx.actor))
      await nowSaved(ctx, sharedLetter(found.letter, null).key)
      return toldAgain(call)
    },
  },
  {
    name: 'file_letter',
    call: 'POST /:id/courriers/:letter/lecture',
    permission: 'actes.transmit',
    title: 'Classer un courrier qui ne demande rien',
    answer: letterAnswer(),
    seen: { nothing: 'filed twice it is filed, and a reply that went meanwhile refuses it' },
    refuses: [409],
    gestures: ['actes.letters.update'],
    async run(call) {
      const { acte, letter } = await heldLetter(call.params.id, call.params.letter)
      await fileLetter(acte, letter, call.ctx.actor)
      return toldAgain(call)
    },
  },
  {
    name: 'hold_deferred',
    call: 'POST /:id/courriers/:letter/gel',
    permission: 'actes.transmit',
    title: 'Geler les archives d’un acte déféré',
    answer: letterAnswer(),
    seen: { nothing: 'held twice for one reason, it is held once' },
    refuses: [409],
    gestures: ['actes.deferrals.store'],
    async run(call) {
      const { acte } = await heldDeferral(call.params.id, call.params.letter)
      await holdDeferred(acte, call.ctx.actor)
      return toldAgain(call)
    },
  },
  {
    name: 'note_outcome',
    call: 'POST /:id/courriers/:letter/issue',
    permission: 'actes.transmit',
    title: 'Noter l’issue d’un déféré',
    body: outcomeValidator,
    answer: letterAnswer(),
    seen: seenLetter,
    refuses: [409],
    gestures: ['actes.deferrals.update'],
    async run(call) {
      const { params, body, ctx } = call
      refuseIfAny(reasonProblems(body.outcome, 'outcome'))
      const { acte, letter } = await heldDeferral(params.id, params.letter)
      await noteOutcome(acte, letter, body.outcome, ctx.actor)
      await nowSaved(ctx, sharedLetter(letter, null).key)
      return toldAgain(call)
    },
  },
]
