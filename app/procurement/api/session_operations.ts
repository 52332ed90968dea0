import type { Call, Operation } from '#web/api/operation'
import Consultation from '../drafting/consultation.js'
import { endWithout } from '../opening/end_without.js'
import { openSession } from '../opening/open_session.js'
import { sessionForm, withoutForm } from '../opening/session_forms.js'
import { isTooEarly } from '../opening/too_early.js'
import { sessionShape, toldSession } from './session_resource.js'

/** Whoever asks before the hour is in the journal, and answered that it is too early. */
const afterTheHour = async ({ ctx, params }: Call) =>
  !(await isTooEarly(ctx, await Consultation.get(params.id)))

const again = async ({ params }: Call) => (await toldSession(await Consultation.get(params.id)))!

const common = {
  permission: 'procurement.write',
  refuses: [403, 409, 422] as number[],
  admits: afterTheHour,
}

/**
 * The session where plis are opened, as its buyer's program leads it (contract §6). A holder gives her
 * shares herself, on the machine where her key is.
 */
export const sessionOperations: Operation[] = [
  {
    name: 'list_sessions',
    call: 'GET /consultations/:id/sessions',
    permission: 'procurement.read',
    title: 'Lire la séance d’ouverture d’une consultation',
    says: 'Une au plus ; aucune avant l’heure limite.',
    answer: { kind: 'list', of: 'SeanceDOuverture', shape: sessionShape },
    gestures: [],
    async run({ params }) {
      const session = await toldSession(await Consultation.get(params.id))
      return { items: session ? [session] : [], next: null }
    },
  },
  {
    ...common,
    name: 'open_session',
    call: 'POST /consultations/:id/sessions',
    title: 'Ouvrir la séance d’ouverture des plis',
    says: 'Les porteurs donnent ensuite leurs parts, chacun sur la machine où est sa clé. Avant l’heure limite, la demande est refusée et inscrite au journal.',
    body: sessionForm,
    answer: { kind: 'thing', of: 'SeanceDOuverture', shape: sessionShape, status: 201 },
    seen: { nothing: 'its state refuses a second session' },
    gestures: ['procurement.openings.store'],
    async run(call) {
      const { president, members } = call.body
      const consultation = await Consultation.hold(call.params.id)
      await openSession(consultation, { president, members: members ?? '' }, call.ctx.actor)
      return again(call)
    },
  },
  {
    ...common,
    name: 'set_plis_aside',
    call: 'POST /consultations/:id/sessions/mise-de-cote',
    title: 'Poursuivre la séance sans les plis que personne n’ouvre',
    says: 'Chacun reste fermé, et le procès-verbal en dit le motif.',
    body: withoutForm,
    answer: { kind: 'thing', of: 'SeanceDOuverture', shape: sessionShape },
    seen: { nothing: 'only what nobody could open meanwhile is set aside' },
    gestures: ['procurement.openings.end'],
    async run(call) {
      const consultation = await Consultation.hold(call.params.id)
      await endWithout(consultation, call.body.reason, call.ctx.actor)
      return again(call)
    },
  },
]
