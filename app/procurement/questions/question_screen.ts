import type { HttpContext } from '@adonisjs/core/http'
import { pageOf } from '#lib/page_of'
import { here } from '#web/here'
import { cursorOf, pageAfter } from '#web/cursor'
import { toTheSecond } from '#web/dates'
import { proposalOf } from '../changing/proposal.js'
import type Consultation from '../drafting/consultation.js'
import { traitWords, withoutTraits } from '../rules/anonymity.js'
import { questionCalendar } from '../rules/question.js'
import { tellingIn } from './answer.js'
import Question from './question.js'

const SHOWN = 50
/** Of a question, what a line of the list shows. */
const BEGINNING = 160

/** The questions of a consultation as its buyer reads them, the newest first, without who asks. */
export async function questionsScreen(consultation: Consultation, ctx: HttpContext) {
  const after = cursorOf(ctx.request)
  const query = Question.query()
    .where('consultationId', consultation.id)
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown: questions, next } = pageOf(await query, SHOWN)
  return {
    ...frame(consultation, ctx),
    questions: questions.map((one) => ({
      one,
      begins: beginningOf(one.text),
      asker: one.askerFor(consultation),
    })),
    next: pageAfter(next),
    calendar: calendarWords(consultation),
    proposal: await proposalOf(consultation),
    mayExtend: ctx.allows('procurement.write'),
  }
}

/** One of them, with what in it tells who asks. */
export async function questionScreen(
  consultation: Consultation,
  question: Question,
  ctx: HttpContext
) {
  const traits = await tellingIn(question.text, question)
  const isWaiting = question.state === 'asked' && consultation.state === 'online'
  return {
    ...frame(consultation, ctx),
    question,
    asker: question.askerFor(consultation),
    telling: traits.length > 0 ? traitWords(traits) : null,
    suggested: withoutTraits(question.text, traits),
    calendar: calendarWords(consultation),
    mayAnswer: ctx.allows('procurement.write') && isWaiting && !consultation.isPastTheHour,
    mayRefuse: ctx.allows('procurement.write') && question.state === 'asked',
  }
}

/** Its first words, cut between two of them, and the sign that others follow. */
function beginningOf(text: string): string {
  if (text.length <= BEGINNING) return text
  const cut = text.slice(0, BEGINNING)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : BEGINNING)}…`
}

const frame = (consultation: Consultation, { tenant }: HttpContext) => ({
  consultation,
  base: here('procurement.consultations.index', { tenant }),
  page: here('procurement.consultations.show', { tenant, id: consultation.id }),
})

/** Until when one asks and is answered, in words; null before the consultation is published. */
export function calendarWords({ publishedAt, deadline, zone }: Consultation) {
  if (!publishedAt) return null
  const { askBefore, answerBefore, days } = questionCalendar(publishedAt, deadline)
  return {
    askBefore: toTheSecond(askBefore, zone),
    answerBefore: toTheSecond(answerBefore, zone),
    rule: days
      ? `Une réponse est due ${days === 6 ? 'six' : 'quatre'} jours au plus tard avant l’heure limite (R2132-6).`
      : 'Le délai est plus court que celui de R2132-6 : il est partagé entre les questions, les réponses et l’offre.',
  }
}
