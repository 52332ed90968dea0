import type { Door, KnownOrganisation } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { QuestionTooLate, TooManyQuestions } from '../dialogue_errors.js'
import { NotOnline } from '../errors.js'
import { questionAsked } from '../events.js'
import { questionCalendar } from '../rules/question.js'
import Question from './question.js'

/** A company that asks more than that of one consultation has other means than this. */
const MOST = 100

/** The task that a question opens, which its answer closes. */
export const questionTask = (id: string) => `procurement.question:${id}`

/**
 * Asks a question of a consultation, in the transaction in context. One that comes after its day is
 * received and says so: the buyer owes it no answer, and may give one. Nothing of it names who asks
 * to the agents, nor to their journal.
 * @throws E_CONSULTATION_NOT_ONLINE, E_QUESTION_TOO_LATE, E_TOO_MANY_QUESTIONS
 */
export async function ask(
  consultationId: string,
  { personId, name }: Pick<Door, 'personId' | 'name'>,
  asked: {
    company: Pick<KnownOrganisation, 'id' | 'name'> & { siret: string }
    text: string
    requestKey?: string | null
  }
): Promise<Question> {
  const consultation = await Consultation.get(consultationId)
  if (consultation.state !== 'online') throw new NotOnline()
  if (consultation.isPastTheHour) throw new QuestionTooLate()
  const { company, text, requestKey = null } = asked
  const former = await Question.query().where({ consultationId, personId }).limit(MOST)
  if (former.length >= MOST) throw new TooManyQuestions()
  const { askBefore } = questionCalendar(consultation.publishedAt!, consultation.deadline)
  const now = clock.now()
  const question = await Question.create({
    ...{ consultationId, personId, text, requestKey },
    asker: name,
    establishmentId: company.id,
    siret: company.siret,
    company: company.name,
    askedAt: now,
    isLate: now > askBefore,
    state: 'asked',
  })
  await askToAnswer(consultation, question)
  await questionAsked.emit({ consultationId, questionId: question.id })
  return question
}

async function askToAnswer({ id, title, publishedAt, deadline }: Consultation, one: Question) {
  const tenant = await tenants.current()
  await tasks.open({
    key: questionTask(one.id),
    capability: 'procurement',
    title: `Répondre à une question : « ${title} »`.slice(0, 250),
    url: here('procurement.questions.show', { tenant, id, question: one.id }),
    role: 'agent',
    subjectId: id,
    dueAt: questionCalendar(publishedAt!, deadline).answerBefore.toJSDate(),
  })
}
