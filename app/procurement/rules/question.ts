import type { DateTime } from 'luxon'
import type { Meaning } from '#lib/meaning'

/** The life of a question: answered to all, or refused to who asked, with a reason. */
export const QUESTION_LIFECYCLE = {
  asked: { answer: 'answered', refuse: 'refused' },
  answered: {},
  refused: {},
} as const
export type QuestionState = keyof typeof QUESTION_LIFECYCLE

export const QUESTION_STATES: Record<QuestionState, { label: string; meaning: Meaning }> = {
  asked: { label: 'En attente de réponse', meaning: 'waiting' },
  answered: { label: 'Répondue, publiée', meaning: 'done' },
  refused: { label: 'Sans réponse publiée', meaning: 'done' },
}

/** A period shorter than that was cut for urgency: four days are owed, and not six. */
const URGENT_UNDER_DAYS = 15
/** What a buyer has to answer a question of the last day. */
const TO_ANSWER_DAYS = 4

/** Until when questions come in time, and answers too. */
export interface QuestionCalendar {
  askBefore: DateTime
  answerBefore: DateTime
  /** How long before the hour an answer is owed; null where the period is too short for the rule. */
  days: 6 | 4 | null
}

/**
 * Complementary information is sent six days before the hour at the latest, four when the period was
 * cut for urgency, to who asked in time (R2132-6). « In time » leaves the buyer four days to answer,
 * or half of what there is. A period that cannot hold the rule is shared in four: two quarters to
 * ask, one to answer, one to answer the consultation.
 */
export function questionCalendar(publishedAt: DateTime, deadline: DateTime): QuestionCalendar {
  const period = deadline.diff(publishedAt, 'days').days
  const owed = period < URGENT_UNDER_DAYS ? 4 : 6
  if (period <= owed + 1) {
    const quarter = deadline.diff(publishedAt).toMillis() / 4
    return {
      askBefore: publishedAt.plus(quarter * 2),
      answerBefore: publishedAt.plus(quarter * 3),
      days: null,
    }
  }
  const answerBefore = deadline.minus({ days: owed })
  const half = publishedAt.plus(answerBefore.diff(publishedAt).toMillis() / 2)
  const leaving = answerBefore.minus({ days: TO_ANSWER_DAYS })
  return { answerBefore, askBefore: leaving > half ? leaving : half, days: owed }
}
