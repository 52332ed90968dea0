import type { Operation } from '#web/api/operation'
import { nowSaved } from '#web/forms/shared_form'
import { addFile, fillConsultation, removeFiles } from '../drafting/write_consultation.js'
import { PaperMissing } from '../errors.js'
import Consultation from '../drafting/consultation.js'
import { sharedConsultation } from '../drafting/consultation_form_screen.js'
import { consultationBody } from '../drafting/consultation_validator.js'
import {
  consultationAnswer,
  consultationUrl,
  does,
  seenConsultation,
  toldAgain,
} from './consultation_resource.js'

const EDITS = ['procurement.consultations.update']
const common = { permission: 'procurement.write', answer: consultationAnswer(), refuses: [409] }

/** What a program writes in a draft, by the rules of the form. */
export const draftingOperations: Operation[] = [
  {
    ...common,
    name: 'create',
    call: 'POST /consultations',
    title: 'Créer le brouillon d’une consultation',
    says: 'L’heure limite se dit comme on la lit chez l’acheteur : son jour, puis son heure.',
    body: consultationBody,
    answer: { ...consultationAnswer(201), at: ({ id }) => consultationUrl(id) },
    seen: { nothing: 'it creates a draft, and nobody has seen it yet' },
    refuses: [422],
    gestures: ['procurement.consultations.store'],
    async run({ ctx, body }) {
      const draft = new Consultation().merge({ state: 'draft', createdBy: ctx.actor.id })
      await fillConsultation(draft, body, ctx.tenant)
      return toldAgain(draft)
    },
  },
  {
    ...common,
    name: 'replace',
    call: 'PUT /consultations/:id',
    title: 'Remplacer ce que dit le brouillon d’une consultation',
    says: 'Les pièces ne changent pas.',
    body: consultationBody,
    seen: seenConsultation,
    refuses: [409, 422],
    gestures: EDITS,
    run: does(async (draft, _by, { body, ctx }) => {
      draft.mustBeDraft()
      await fillConsultation(draft, body, ctx.tenant)
      await nowSaved(ctx, sharedConsultation(draft).key)
    }),
  },
  {
    ...common,
    name: 'add_documents',
    call: 'POST /consultations/:id/pieces',
    title: 'Ajouter des pièces au dossier de consultation d’un brouillon',
    files: { dce: { says: 'Les pièces, chacune de 150 Mo au plus', several: true } },
    answer: consultationAnswer(201),
    seen: { nothing: 'papers are added after those that stand there' },
    refuses: [409, 413, 507],
    gestures: EDITS,
    run: does(async (draft, _by, { files }) => {
      draft.mustBeDraft()
      for (const file of files.dce) await addFile(draft, file)
    }),
  },
  {
    ...common,
    name: 'remove_document',
    call: 'DELETE /consultations/:id/pieces/:document',
    title: 'Retirer une pièce du dossier de consultation d’un brouillon',
    seen: seenConsultation,
    gestures: EDITS,
    run: does(async (draft, _by, { params }) => {
      const papers = await draft.documents()
      if (!papers.some(({ id }) => id === params.document)) throw new PaperMissing()
      draft.mustBeDraft()
      await removeFiles(draft, [params.document])
    }),
  },
]
