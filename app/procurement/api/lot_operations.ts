import type { Call, Operation } from '#web/api/operation'
import { refuseIfAny } from '#web/api/refuse'
import { notesForm, typedNotes } from '../award/notes_form.js'
import Consultation from '../drafting/consultation.js'
import { endLot } from '../lots/end_lot.js'
import Lot from '../lots/lot.js'
import { proposeLot } from '../lots/lot_award.js'
import { lotEndingForm } from '../lots/lot_ending_form.js'
import { lotsValidator, typedLots } from '../lots/lots_validator.js'
import { notifyLot } from '../lots/notify_lot.js'
import { writeLots } from '../lots/write_lots.js'
import { rankOffers } from '../rules/award.js'
import { noteShape, notesOf } from './lot_notes.js'
import { lotsAnswer, seenLots, toldLots } from './lots_resource.js'

/** Does that to a lot, its consultation held, and tells them all again. */
const does =
  (gesture: (consultation: Consultation, lot: Lot, call: Call) => Promise<void>) =>
  async (call: Call) => {
    const { id, lot } = call.params
    const consultation = await Consultation.hold(id)
    await gesture(consultation, await Lot.holdOf(id, lot), call)
    return toldLots(id)
  }

const common = { permission: 'procurement.write', refuses: [409, 422] as number[] }

/** What a program of the buyer does of the lots: divide a draft, award each, or end it. */
export const lotOperations: Operation[] = [
  {
    name: 'lots',
    call: 'GET /consultations/:id/lots',
    permission: 'procurement.read',
    title: 'Lire les lots d’une consultation',
    answer: lotsAnswer,
    gestures: [],
    run: ({ params }) => toldLots(params.id),
  },
  {
    ...common,
    name: 'divide',
    call: 'PUT /consultations/:id/lots',
    title: 'Diviser un brouillon en lots, ou le réunir',
    says: 'Les lots prennent leur rang pour numéro ; aucun, et la consultation n’est plus divisée.',
    body: lotsValidator,
    answer: lotsAnswer,
    seen: seenLots,
    gestures: ['procurement.lots.update'],
    async run({ params, body }) {
      const consultation = await Consultation.hold(params.id)
      await writeLots(consultation, typedLots(body))
      return toldLots(params.id)
    },
  },
  {
    name: 'list_lot_offers',
    call: 'GET /consultations/:id/lots/:lot/offres',
    permission: 'procurement.read',
    title: 'Lire les offres ouvertes d’un lot, et leurs notes',
    says: 'Aucune avant l’ouverture ; une offre n’a de note qu’une fois le lot proposé à la signature.',
    answer: { kind: 'list', of: 'OffreDUnLot', shape: noteShape },
    gestures: [],
    run: async ({ params }) => ({ items: await notesOf(params.id, params.lot), next: null }),
  },
  {
    ...common,
    name: 'award_lot',
    call: 'POST /consultations/:id/lots/:lot/attribution',
    title: 'Noter les offres d’un lot, et le proposer à la signature',
    body: notesForm,
    answer: lotsAnswer,
    seen: { nothing: 'the state of the lot refuses a second proposal' },
    gestures: ['procurement.lot_awards.store'],
    run: does(async (consultation, lot, { body, ctx }) => {
      const { offers, problems } = rankOffers(typedNotes(body))
      refuseIfAny(problems)
      await proposeLot(consultation, lot, offers, ctx.actor)
    }),
  },
  {
    ...common,
    name: 'notify_lot',
    call: 'POST /consultations/:id/lots/:lot/notification',
    title: 'Notifier un lot signé',
    answer: lotsAnswer,
    seen: { nothing: 'the state of the lot refuses a second notification' },
    gestures: ['procurement.lot_awards.notify'],
    run: does((consultation, lot, { ctx }) => notifyLot(consultation, lot, ctx.actor)),
  },
  {
    ...common,
    name: 'end_lot',
    call: 'POST /consultations/:id/lots/:lot/fin',
    title: 'Déclarer un lot infructueux ou sans suite',
    body: lotEndingForm,
    answer: lotsAnswer,
    seen: { nothing: 'a lot that is over, or in signature, refuses it by its state' },
    gestures: ['procurement.lot_endings.store'],
    run: does((consultation, lot, { body, ctx }) => endLot(consultation, lot, body, ctx.actor)),
  },
]
