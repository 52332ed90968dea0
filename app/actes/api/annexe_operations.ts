import vine from '@vinejs/vine'
import { NotFound } from '#web/errors'
import { frenchMessages } from '#web/validation_messages'
import type { Call, Operation } from '#web/api/operation'
import Acte from '../models/acte.js'
import { acteAnswer, seenActe } from './acte_resource.js'
import { change } from './write_draft.js'

const EDITS = ['actes.actes.update']
const type = () => vine.string().trim().maxLength(5)
const typeBody = vine.create({ typePJ: type() })
const newBody = vine.create({ typePJ: type().optional() })
typeBody.messagesProvider = frenchMessages
newBody.messagesProvider = frenchMessages

async function mustHaveAnnexe({ params }: Call): Promise<void> {
  const acte = await Acte.get(params.id)
  const annexes = await acte.annexes()
  if (!annexes.some(({ id }) => id === params.annexe)) throw new NotFound()
}

export const annexeOperations: Operation[] = [
  {
    name: 'add_annexes',
    call: 'POST /:id/annexes',
    permission: 'actes.write',
    title: 'Ajouter des annexes à un brouillon',
    body: newBody,
    files: { annexes: { says: 'PDF, XML, JPEG ou PNG', several: true } },
    answer: acteAnswer(201),
    seen: { nothing: 'it adds annexes beside the others' },
    refuses: [409, 413],
    gestures: EDITS,
    run: (call) =>
      change(
        call,
        { newAnnexesType: call.body.typePJ },
        { document: null, annexes: call.files.annexes }
      ),
  },
  {
    name: 'set_annexe',
    call: 'PATCH /:id/annexes/:annexe',
    permission: 'actes.write',
    title: 'Changer le type d’une annexe',
    body: typeBody,
    answer: acteAnswer(),
    seen: seenActe,
    refuses: [409],
    gestures: EDITS,
    async run(call) {
      await mustHaveAnnexe(call)
      return change(call, { annexes: [{ id: call.params.annexe, typePJ: call.body.typePJ }] })
    },
  },
  {
    name: 'remove_annexe',
    call: 'DELETE /:id/annexes/:annexe',
    permission: 'actes.write',
    title: 'Retirer une annexe',
    answer: acteAnswer(),
    seen: seenActe,
    refuses: [409],
    gestures: EDITS,
    async run(call) {
      await mustHaveAnnexe(call)
      return change(call, { annexes: [{ id: call.params.annexe, remove: true }] })
    },
  },
]
