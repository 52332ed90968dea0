import { nowSaved } from '#web/forms/shared_form'
import type { Call, Operation } from '#web/api/operation'
import { refuseIfAny } from '#web/api/refuse'
import Acte from '../models/acte.js'
import { publishWhole, unpublish } from '../publication.js'
import { showCopy } from '../redacted_copy_form.js'
import { reasonProblems } from '../rules/reason.js'
import { sharedPublication } from '../shared_publication.js'
import { redactedCopyValidator, unpublishValidator } from '../validators/publication_form.js'
import { acteAnswer, seenActe, toldAgain } from './acte_resource.js'

/** What everybody reads is never replaced by a program that did not see what it replaces. */
async function decide(call: Call, work: (acte: Acte) => Promise<void>) {
  const acte = await Acte.hold(call.params.id)
  await work(acte)
  await nowSaved(call.ctx, sharedPublication(acte).key)
  return toldAgain(acte)
}

const common = {
  permission: 'actes.transmit',
  answer: acteAnswer(),
  seen: seenActe,
  refuses: [409],
}

export const publicationOperations: Operation[] = [
  {
    ...common,
    name: 'publish',
    call: 'POST /:id/publication',
    title: 'Publier un acte gardé du registre',
    gestures: ['actes.publications.store'],
    run: (call) => decide(call, (acte) => publishWhole(acte, call.ctx.actor)),
  },
  {
    ...common,
    name: 'publish_copy',
    call: 'POST /:id/copie-expurgee',
    title: 'Publier une copie expurgée à la place d’un acte',
    body: redactedCopyValidator,
    files: { copy: { says: 'La copie expurgée, en PDF' } },
    refuses: [409, 413],
    gestures: ['actes.publications.update'],
    run: (call) =>
      decide(call, async (acte) =>
        refuseIfAny(await showCopy(acte, call.body, call.files.copy[0], call.ctx.actor))
      ),
  },
  {
    ...common,
    name: 'unpublish',
    call: 'POST /:id/retrait',
    title: 'Retirer un acte du registre public',
    body: unpublishValidator,
    gestures: ['actes.publications.destroy'],
    run: (call) =>
      decide(call, async (acte) => {
        const { unpublishReason } = call.body
        refuseIfAny(reasonProblems(unpublishReason, 'unpublishReason'))
        await unpublish(acte, call.ctx.actor, unpublishReason)
      }),
  },
]
