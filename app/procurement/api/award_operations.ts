import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { notify } from '../award/award.js'
import { notesForm, proposeFirst } from '../award/notes_form.js'
import { openedOf } from '../award/opened.js'
import Consultation from '../drafting/consultation.js'
import { consultationAnswer, does } from './consultation_resource.js'

const offerShape = vine.create({
  id: told.id(),
  state: told.text(),
  company: told.text(),
  siret: told.text(),
  receivedAt: told.moment(),
  note: told.text().nullable(),
  amount: told.text().nullable(),
  /** What the letter of its company says. */
  reason: told.text().nullable(),
})

const common = { permission: 'procurement.write', answer: consultationAnswer() }

/** What follows the opening: notes, then letters. */
export const awardOperations: Operation[] = [
  {
    name: 'list_offers',
    call: 'GET /consultations/:id/offres',
    permission: 'procurement.read',
    title: 'Lister les offres ouvertes d’une consultation',
    says: 'Aucune avant l’ouverture : combien de plis attendent ne se dit pas.',
    answer: { kind: 'list', of: 'Offre', shape: offerShape },
    gestures: [],
    async run({ params }) {
      const plis = await openedOf(await Consultation.get(params.id))
      const items = plis.map(
        ({ id, state, company, siret, receivedAt, note, amount, noteReason }) => ({
          ...{ id, state, company, siret, note, amount },
          receivedAt: receivedAt!.toUTC().toISO()!,
          reason: noteReason,
        })
      )
      return { items, next: null }
    },
  },
  {
    ...common,
    name: 'award',
    call: 'POST /consultations/:id/attribution',
    title: 'Noter les offres ouvertes et proposer la première à la signature',
    says: 'La décision et les lettres partent ensemble dans le parapheur.',
    body: notesForm,
    answer: consultationAnswer(202),
    seen: { nothing: 'its state refuses a second proposal' },
    refuses: [409, 422],
    gestures: ['procurement.awards.store'],
    run: does((consultation, by, { body }) => proposeFirst(consultation, body, by)),
  },
  {
    ...common,
    name: 'notify',
    call: 'POST /consultations/:id/notification',
    title: 'Notifier le marché et mettre les lettres à la disposition des entreprises',
    seen: { nothing: 'its state refuses a second notification' },
    refuses: [409],
    gestures: ['procurement.notifications.store'],
    run: does(notify),
  },
]
