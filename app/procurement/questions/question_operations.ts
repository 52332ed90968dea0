import vine from '@vinejs/vine'
import { isUuid } from '#lib/values'
import type { Call, Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import Consultation from '../drafting/consultation.js'
import { answer, refuse } from './answer.js'
import { answerForm, refusalForm } from './forms.js'
import Question from './question.js'

const PAGE = 50

const shape = vine.create({
  id: told.id(),
  text: told.text(),
  state: told.text(),
  askedAt: told.moment(),
  late: told.flag(),
  number: told.count().nullable(),
  published: told.text().nullable(),
  answer: told.text().nullable(),
  reason: told.text().nullable(),
  answeredAt: told.moment().nullable(),
  /** Null before the hour. */
  asker: told.text().nullable(),
})

const toldOf = (consultation: Consultation) => (one: Question) => ({
  ...{ id: one.id, text: one.text, state: one.state, late: one.isLate },
  askedAt: one.askedAt.toUTC().toISO()!,
  number: one.number ?? null,
  published: one.publishedText ?? null,
  answer: one.answer ?? null,
  reason: one.reason ?? null,
  answeredAt: one.answeredAt?.toUTC().toISO() ?? null,
  asker: one.askerFor(consultation),
})

/** Does that to the question that is named, and tells it again. */
const does =
  (gesture: (consultation: Consultation, question: Question, call: Call) => Promise<void>) =>
  async (call: Call) => {
    const consultation = await Consultation.hold(call.params.id)
    const question = await Question.of(consultation.id, call.params.question)
    await gesture(consultation, question, call)
    return toldOf(consultation)(question)
  }

const thing = { kind: 'thing' as const, of: 'QuestionRecue', shape }
const seen = { nothing: 'a question is answered once, and its state says whether it was' }

/** The questions of a consultation, for a program of the buyer (contract §6). */
export const questionOperations: Operation[] = [
  {
    name: 'list_questions',
    call: 'GET /consultations/:id/questions',
    permission: 'procurement.read',
    gestures: [],
    title: 'Lister les questions d’une consultation',
    query: vine.create({ apres: vine.string().maxLength(60).optional() }),
    answer: { kind: 'list', of: 'QuestionRecue', shape },
    async run({ params, query }) {
      const consultation = await Consultation.get(params.id)
      const find = Question.query()
        .where('consultationId', consultation.id)
        .orderBy('id', 'desc')
        .limit(PAGE + 1)
      if (isUuid(query.apres)) find.where('id', '<', query.apres)
      const found = await find
      const items = found.slice(0, PAGE).map(toldOf(consultation))
      return { items, next: found.length > PAGE ? items.at(-1)!.id : null }
    },
  },
  {
    name: 'answer_question',
    call: 'POST /consultations/:id/questions/:question/reponse',
    permission: 'procurement.write',
    gestures: ['procurement.questions.answer'],
    title: 'Répondre à une question, pour tous',
    says: 'Ce qui dit encore qui demande est refusé (422), sauf `confirmed`.',
    body: answerForm,
    answer: thing,
    seen,
    refuses: [409, 422],
    run: does((consultation, question, { body, ctx }) =>
      answer(consultation, question, body, ctx.actor)
    ),
  },
  {
    name: 'refuse_question',
    call: 'POST /consultations/:id/questions/:question/refus',
    permission: 'procurement.write',
    gestures: ['procurement.questions.refuse'],
    title: 'Ne pas répondre à une question, et dire pourquoi à qui demande',
    body: refusalForm,
    answer: thing,
    seen,
    refuses: [409, 422],
    run: does((_consultation, question, { body, ctx }) => refuse(question, body.reason, ctx.actor)),
  },
]
