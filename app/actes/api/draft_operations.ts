import type { Operation } from '#web/api/operation'
import { deleteDraft } from '../gestures.js'
import Acte from '../models/acte.js'
import { draftValidator } from '../validators/acte_form.js'
import { acteAnswer, acteUrl, seenActe } from './acte_resource.js'
import { blankActe } from './draft_form.js'
import { change, write } from './write_draft.js'

const EDITS = ['actes.actes.update']

export const draftOperations: Operation[] = [
  {
    name: 'create',
    call: 'POST /',
    permission: 'actes.write',
    title: 'Créer un brouillon',
    says: 'Un brouillon prend tout : ce que la préfecture refuserait est dit quand il part, et par « problemes ».',
    body: draftValidator,
    answer: { ...acteAnswer(201), at: ({ id }) => acteUrl(id) },
    seen: { nothing: 'it creates a draft, and nobody has seen it yet' },
    gestures: ['actes.actes.store'],
    run: (call) => write(call, blankActe(call.ctx.actor), call.body),
  },
  {
    name: 'replace',
    call: 'PUT /:id',
    permission: 'actes.write',
    title: 'Remplacer ce qu’un brouillon dit de lui-même',
    says: 'Un champ absent est vidé. Les fichiers ne changent pas.',
    body: draftValidator,
    answer: acteAnswer(),
    seen: seenActe,
    refuses: [409],
    gestures: EDITS,
    run: async (call) => write(call, await Acte.hold(call.params.id), call.body),
  },
  {
    name: 'remove',
    call: 'DELETE /:id',
    permission: 'actes.write',
    title: 'Supprimer un brouillon',
    answer: { kind: 'nothing' },
    seen: seenActe,
    refuses: [409],
    gestures: ['actes.actes.destroy', 'actes.batches.store'],
    run: ({ params }) => deleteDraft(params.id),
  },
  {
    name: 'set_document',
    call: 'PUT /:id/document',
    permission: 'actes.write',
    title: 'Donner son document à un brouillon',
    files: { document: { says: 'Le PDF de l’acte, ou le XML d’un budget' } },
    answer: acteAnswer(),
    seen: seenActe,
    refuses: [409, 413],
    gestures: EDITS,
    run: (call) => change(call, {}, { document: call.files.document[0], annexes: [] }),
  },
]
