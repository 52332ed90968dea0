import { FieldsRefused } from '#web/api/errors'
import type { Operation } from '#web/api/operation'
import { annotate, recall, refuse, stepFor } from '../circuit/act.js'
import { nudgeFolder } from '../circuit/nudges.js'
import { visaWhatIsRead } from '../desk/folder_gestures.js'
import { ReasonWithVisa } from '../errors.js'
import Folder from '../models/folder.js'
import { annotationValidator, refusalValidator, writtenIn } from '../validators.js'
import { folderAnswer, toldAgain } from './folder_resource.js'

/** Which desk may act on which step is asked of the circuit in each of these. */
export const gestureOperations: Operation[] = [
  {
    name: 'give_visa',
    call: 'POST /dossiers/:id/visa',
    permission: 'parapheur.act',
    title: 'Donner son visa à un dossier lu',
    body: annotationValidator,
    answer: folderAnswer(),
    seen: { nothing: 'a step that was acted on refuses the second gesture and says so' },
    refuses: [409],
    gestures: ['parapheur.visas.store', 'parapheur.batches.store'],
    async run({ params, body: { reason, ...written }, ctx }) {
      if (reason) throw new ReasonWithVisa().at('reason')
      await visaWhatIsRead(params.id, ctx.actor.id!, writtenIn(written))
      return toldAgain(params.id, ctx.actor.id!)
    },
  },
  {
    name: 'refuse',
    call: 'POST /dossiers/:id/refus',
    permission: 'parapheur.act',
    title: 'Refuser un dossier',
    body: refusalValidator,
    answer: folderAnswer(),
    seen: { nothing: 'a step that was acted on refuses the second gesture and says so' },
    refuses: [409],
    gestures: ['parapheur.refusals.store'],
    async run({ params, body: { reason, ...written }, ctx }) {
      await refuse(params.id, ctx.actor.id!, reason, writtenIn(written))
      return toldAgain(params.id, ctx.actor.id!)
    },
  },
  {
    name: 'recall',
    call: 'POST /dossiers/:id/remords',
    permission: 'parapheur.act',
    title: 'Reprendre son geste tant que le bureau suivant n’a pas agi',
    answer: folderAnswer(),
    seen: { nothing: 'a desk that has acted since refuses it' },
    refuses: [409],
    gestures: ['parapheur.recalls.store', 'parapheur.batches.store'],
    async run({ params, ctx }) {
      await recall(params.id, ctx.actor.id!)
      return toldAgain(params.id, ctx.actor.id!)
    },
  },
  {
    name: 'nudge',
    call: 'POST /dossiers/:id/relance',
    permission: 'parapheur.act',
    title: 'Relancer ceux que le dossier attend',
    answer: folderAnswer(),
    seen: { nothing: 'it carries no text, and the cool-down judges what was done since' },
    refuses: [409],
    gestures: ['parapheur.nudges.store', 'parapheur.batches.store'],
    async run({ params, ctx }) {
      await nudgeFolder(params.id, ctx.actor)
      return toldAgain(params.id, ctx.actor.id!)
    },
  },
  {
    name: 'annotate',
    call: 'POST /dossiers/:id/annotations',
    permission: 'parapheur.act',
    title: 'Annoter un dossier qui attend le compte',
    body: annotationValidator,
    answer: folderAnswer(),
    seen: { nothing: 'a note is added beside the others' },
    refuses: [409],
    gestures: ['parapheur.annotations.store'],
    async run({ params, body, ctx }) {
      const { step } = await stepFor(await Folder.get(params.id), ctx.actor.id!)
      const written = writtenIn(body)
      if (!written.text)
        throw new FieldsRefused([{ pointer: '/annotation', detail: 'Écrivez l’annotation.' }])
      await annotate(step, ctx.actor.id!, written)
      return toldAgain(params.id, ctx.actor.id!)
    },
  },
]
