import type { Operation } from '#web/api/operation'
import { abandon } from '../changing/abandon.js'
import { extend } from '../changing/extend.js'
import { hourValidator, laterHour, sharedHour } from '../changing/hour_form.js'
import { reasonValidator } from '../changing/reason_form.js'
import { nowSaved } from '#web/forms/shared_form'
import { submit, withdraw } from '../publication/submit.js'
import { consultationAnswer, does, seenConsultation } from './consultation_resource.js'

const common = { permission: 'procurement.write', answer: consultationAnswer() }

/** What moves a consultation until its hour; each is refused by its state (409) when it is not the moment. */
export const gestureOperations: Operation[] = [
  {
    ...common,
    name: 'publish',
    call: 'POST /consultations/:id/publication',
    title: 'Envoyer une consultation à la signature, qui la publie',
    says: 'Le règlement part dans le parapheur ; signé, la consultation est en ligne. Ses clés sont figées dès le départ.',
    answer: consultationAnswer(202),
    seen: { nothing: 'a draft that went already is refused by its state' },
    refuses: [409, 422],
    gestures: ['procurement.publications.store'],
    run: does(submit),
  },
  {
    ...common,
    name: 'withdraw',
    call: 'DELETE /consultations/:id/publication',
    title: 'Reprendre en brouillon une consultation qui attend sa signature',
    seen: { nothing: 'the parapheur refuses to give back what is signed' },
    refuses: [409],
    gestures: ['procurement.publications.destroy'],
    run: does(withdraw),
  },
  {
    ...common,
    name: 'extend',
    call: 'POST /consultations/:id/prorogation',
    title: 'Reporter l’heure limite pour tous',
    says: 'Chacun est prévenu ; l’heure ne peut que reculer (R2151-4).',
    body: hourValidator,
    seen: seenConsultation,
    refuses: [409, 422],
    gestures: ['procurement.extensions.store'],
    run: does(async (consultation, by, { body, ctx }) => {
      const { reason, ...typed } = body
      await extend(consultation, { deadline: laterHour(consultation, typed), reason }, by)
      await nowSaved(ctx, sharedHour(consultation).key)
    }),
  },
  {
    ...common,
    name: 'abandon',
    call: 'POST /consultations/:id/sans-suite',
    title: 'Déclarer une consultation sans suite',
    body: reasonValidator,
    seen: { nothing: 'what is given up already is refused by its state' },
    refuses: [409],
    gestures: ['procurement.abandonments.store'],
    run: does((consultation, by, { body }) => abandon(consultation, body.reason, by)),
  },
]
