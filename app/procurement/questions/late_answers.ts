import type Consultation from '../drafting/consultation.js'
import type { Cause } from '../rules/proposed_hour.js'
import { questionCalendar } from '../rules/question.js'
import Question from './question.js'

/** What is left between a late answer and the hour where the period is too short for the rule. */
const AT_LEAST_DAYS = 2

/** Answers that came too late for R2132-6: the hour moves by what they took (R2151-4, 1°). */
export async function lateAnswerCauses(consultation: Consultation): Promise<Cause[]> {
  const late = await Question.query()
    .where({ consultationId: consultation.id, state: 'answered', isLateAnswer: true })
    .orderBy('answeredAt', 'desc')
    .limit(1)
  const { days } = questionCalendar(consultation.publishedAt!, consultation.deadline)
  return late.map(({ number, answeredAt }) => ({
    until: answeredAt!.plus({ days: days ?? AT_LEAST_DAYS }),
    reason: `La réponse à la question n° ${number} est venue moins de ${days ?? AT_LEAST_DAYS} jours avant l’heure limite (R2132-6).`,
  }))
}
