import { emailsOf } from '#rooms/outsiders'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tasks } from '#kernel/tasks'
import { noteChange } from '../drafting/changes.js'
import type Consultation from '../drafting/consultation.js'
import { refuseProblems } from '../drafting/write_consultation.js'
import { QuestionTooLate } from '../dialogue_errors.js'
import { NotOnline } from '../errors.js'
import { consultationChanged, questionAnswered } from '../events.js'
import { traitsOf, traitWords, type Trait } from '../rules/anonymity.js'
import { questionCalendar } from '../rules/question.js'
import { questionTask } from './ask.js'
import { mailRefusal } from './mail_refusal.js'
import Question from './question.js'

/** What is published of a question. */
export interface Answer {
  published: string
  answer: string
  /** What is left of who asks was seen, and is published all the same. */
  confirmed?: boolean
}

/** What of a text tells who asked a question. */
export async function tellingIn(
  text: string,
  { company, siret, asker: name, personId }: Question
): Promise<Trait[]> {
  return traitsOf(text, { company, siret, name, emails: await emailsOf([personId]) })
}

/**
 * Publishes a question and its answer to everybody, numbered and dated, in the transaction in
 * context; its caller holds the row of the consultation. What still tells who asked is refused
 * unless it is confirmed.
 * @throws E_VALIDATION_ERROR, E_CONSULTATION_NOT_ONLINE, E_QUESTION_TOO_LATE, E_TRANSITION_NOT_ALLOWED
 */
export async function answer(
  consultation: Consultation,
  question: Question,
  { published, answer: text, confirmed }: Answer,
  by: Actor
): Promise<void> {
  if (consultation.state !== 'online') throw new NotOnline()
  if (consultation.isPastTheHour) throw new QuestionTooLate()
  if (!confirmed) await refuseTraits(question, { published, answer: text })
  const now = clock.now()
  const { answerBefore } = questionCalendar(consultation.publishedAt!, consultation.deadline)
  const number = (await lastNumber(consultation.id)) + 1
  question.merge({
    ...{ number, publishedText: published, answer: text },
    answeredAt: now,
    answeredBy: by.id,
    isLateAnswer: !question.isLate && now > answerBefore,
  })
  await question.step('answer', by, { number })
  await tasks.close(questionTask(question.id))
  const words = `Question n° ${number} : ${published}\nRéponse : ${text}`
  const { id: changeId } = await noteChange(consultation, 'answered', words)
  await consultationChanged.emit({ consultationId: consultation.id, changeId })
  await questionAnswered.emit({ consultationId: consultation.id, questionId: question.id })
}

/**
 * Publishes no answer, and tells who asked why, alone. @throws E_TRANSITION_NOT_ALLOWED
 */
export async function refuse(question: Question, reason: string, by: Actor): Promise<void> {
  question.merge({ reason, answeredAt: clock.now(), answeredBy: by.id })
  await question.step('refuse', by, { reason })
  await tasks.close(questionTask(question.id))
  const { id: questionId } = question
  await mailRefusal.enqueue({ questionId }, { dedupeKey: `procurement.refusal:${questionId}` })
}

async function refuseTraits(question: Question, texts: Record<'published' | 'answer', string>) {
  const problems = []
  for (const [field, text] of Object.entries(texts)) {
    const traits = await tellingIn(text, question)
    if (traits.length > 0)
      problems.push({
        field,
        message: `Ce texte dit qui demande : ${traitWords(traits)}. Ôtez-le, ou confirmez plus bas que cela peut être publié.`,
      })
  }
  refuseProblems(problems)
}

async function lastNumber(consultationId: string): Promise<number> {
  const last = await Question.query()
    .where({ consultationId })
    .whereNotNull('number')
    .orderBy('number', 'desc')
    .first()
  return last?.number ?? 0
}
