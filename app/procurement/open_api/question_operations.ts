import vine from '@vinejs/vine'
import { askBehind } from '#rooms/outsiders'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { NotYourCompany } from '../errors.js'
import { ask } from '../questions/ask.js'
import Question from '../questions/question.js'
import { buyerPublishing, withPublished } from './find_published.js'
import { madeOnce } from './made_once.js'
import type { OpenOperation } from './open_operation.js'
import { answered, asked, newQuestion } from './question_shapes.js'

const PAGE = 50

/** What everybody reads. */
export const publicQuestionOperations: OpenOperation[] = [
  {
    name: 'consultations.questions',
    call: 'GET /consultations/:id/questions',
    title: 'Lire les questions et leurs réponses, publiées pour tous',
    answer: { of: 'QuestionPubliee', shape: answered, list: true },
    run: ({ params }) =>
      withPublished(params.id, async ({ id }) => {
        const found = await Question.publishedOf(id)
        const items = found.map((one) => ({
          number: one.number,
          question: one.publishedText,
          answer: one.answer,
          answeredAt: one.answeredAt!.toUTC().toISO(),
        }))
        return { items, next: null }
      }),
  },
]

/** What a company's program asks, and reads again. */
export const companyQuestionOperations: OpenOperation[] = [
  {
    name: 'questions.index',
    call: 'GET /questions',
    title: 'Lire ses questions, à tous les acheteurs',
    query: vine.create({ apres: vine.string().uuid().optional() }),
    answer: { of: 'Question', shape: asked, list: true },
    async run({ ctx, query }) {
      const person = ctx.door.personId
      const after = isUuid(query.apres) ? query.apres : null
      const rows = await askBehind({ person }, after ? OLDER : NEWEST, {
        person,
        after: after ?? '',
      })
      const items = rows.slice(0, PAGE).map(rowTold)
      return { items, next: rows.length > PAGE ? items.at(-1)!.id : null }
    },
  },
  {
    name: 'questions.store',
    call: 'POST /questions',
    title: 'Poser une question à un acheteur',
    says: 'Il la lit seul, sans savoir qui demande avant l’heure limite ; il publie sa réponse pour tous. Sous la même clé `Idempotency-Key`, la même question est rendue.',
    body: newQuestion,
    answer: { of: 'Question', shape: asked, status: 201 },
    refuses: [400, 403, 409],
    async run({ ctx, body }) {
      const { company, door } = ctx
      const { consultation, text } = body
      if (!company.siret) throw new NotYourCompany()
      const known = { ...company, siret: company.siret }
      const { id: tenantId } = await buyerPublishing(consultation)
      return tenancy.run(tenantId, async () => {
        const { one, isNew } = await madeOnce<Question>(ctx, {
          find: (requestKey) =>
            Question.query().where({ personId: door.personId, requestKey }).first(),
          isSame: (former) => former.consultationId === consultation && former.text === text,
          make: (requestKey) => ask(consultation, door, { company: known, text, requestKey }),
        })
        return { isNew, told: questionTold(one) }
      })
    },
  },
]

const HERS = `select id, consultation_id, siret, text, state, asked_at, is_late, number, answer, reason
  from procurement.questions where person_id = :person`
const IN_ORDER = `order by id desc limit ${PAGE + 1}`
const NEWEST = `${HERS} ${IN_ORDER}`
const OLDER = `${HERS} and id < :after ${IN_ORDER}`

const questionTold = (one: Question) => ({
  ...{ id: one.id, consultation: one.consultationId, siret: one.siret, text: one.text },
  ...{ state: one.state, number: one.number ?? null, answer: one.answer ?? null },
  askedAt: one.askedAt.toUTC().toISO(),
  late: one.isLate,
  reason: one.reason ?? null,
})

const rowTold = (row: any) => ({
  ...{ id: row.id, consultation: row.consultation_id, siret: row.siret, text: row.text },
  ...{ state: row.state, number: row.number, answer: row.answer },
  askedAt: row.asked_at.toISOString(),
  late: row.is_late,
  reason: row.reason,
})
