import vine from '@vinejs/vine'
import { isUuid } from '#lib/values'
import type { Call, Operation } from '#web/api/operation'
import Consultation from '../drafting/consultation.js'
import { endWithout } from '../opening/end_without.js'
import { openSession } from '../opening/open_session.js'
import { sessionForm, withoutForm } from '../opening/session_forms.js'
import { pageOfPlis } from '../opening/received_plis.js'
import { isTooEarly } from '../opening/too_early.js'
import { pliShape, sessionShape, toldPli, toldSession } from './session_resource.js'

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
    name: 'list_session_plis',
    call: 'GET /consultations/:id/sessions/plis',
    permission: 'procurement.read',
    title: 'Lister les plis d’une séance d’ouverture et leurs fichiers',
    says: 'Dans l’ordre où ils furent reçus, avec ce que chacun est devenu ; aucun avant que la séance soit ouverte.',
    query: vine.create({ apres: vine.string().maxLength(60).optional() }),
    answer: { kind: 'list', of: 'PliDeSeance', shape: pliShape },
    gestures: [],
    async run({ params, query }) {
      const consultation = await Consultation.get(params.id)
      if (!consultation.openedAt) return { items: [], next: null }
      const after = isUuid(query.apres) ? query.apres : null
      const { plis, next } = await pageOfPlis(consultation, after)
      return { items: plis.map(toldPli), next }
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
