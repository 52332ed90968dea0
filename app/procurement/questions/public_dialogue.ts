import type Consultation from '../drafting/consultation.js'
import Question from './question.js'
import { calendarWords } from './question_screen.js'

/** The questions of a consultation and their answers as everybody reads them; nobody is named. */
export async function publicDialogue(consultation: Consultation) {
  const found = await Question.publishedOf(consultation.id)
  return {
    questions: found.map(({ number, publishedText, answer, answeredAt }) => ({
      ...{ number, answer, answeredAt },
      text: publishedText,
    })),
    askingCalendar: consultation.state === 'online' ? calendarWords(consultation) : null,
  }
}
