import type { HttpContext } from '@adonisjs/core/http'
import { allRooms } from '#kernel/room'
import { DEAD_SINCE } from '#web/messages/dead_addresses'
import { beginningsFor } from '#web/beginnings'
import { figuresFor, figuresQuestion } from '#web/figures'
import { newsFor, newsQuestion } from '#web/news'
import { tasksFrom, waitingQuery } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { inOneExchange, keepingPlan, type Question } from '#lib/one_exchange'
import { leadOf } from '../home_lead.js'
import { taskLines } from '../task_lines.js'

const MOST_WAITING = 8
const NEWS = { limit: 6 }
const ALSO = { deadSince: DEAD_SINCE }

/** The home of an agent: what waits for her, and the services of her collectivite. */
export default class HomeController {
  async show(ctx: HttpContext) {
    const answers = await askTogether(ctx)
    const waiting = tasksFrom(answers.waiting ?? [])
    const figures = await figuresFor(ctx, ALSO, answers.figures)
    // Where something was done this month, the place is not new: nothing more is asked
    const isAtWork = figures.month.some(({ value }) => value !== '0')
    const begun = isAtWork ? null : await beginningsFor(ctx)
    const news = await newsFor(ctx, NEWS, answers.news)
    return ctx.view.render('portal/home', {
      figures,
      lead: leadOf(ctx.tasksCount ?? 0, figures),
      items: taskLines(waiting),
      count: ctx.tasksCount,
      begun,
      news: news.lines,
      hasMoreNews: news.next !== null,
      deadSince: figures.also.deadSince,
      actingIn: servicesToActIn(ctx),
      words: Object.fromEntries(allRooms().map(({ name, purpose }) => [name, purpose ?? ''])),
    })
  }
}

/** What this page asks whatever the answers, in one exchange with the base. */
async function askTogether(ctx: HttpContext) {
  const questions = {
    waiting: ctx.tasksCount ? waitingQuery(ctx.membership, MOST_WAITING) : null,
    figures: figuresQuestion(ctx, ALSO),
    news: newsQuestion(ctx, NEWS),
  }
  const asked = Object.entries(questions).filter(([, question]) => question !== null)
  const rows = await inOneExchange(
    tenancy.trx(),
    asked.map(([, question]) => keepingPlan(question as Question))
  )
  const answers = asked.map(([name], n) => [name, rows[n]])
  return Object.fromEntries(answers) as Partial<Record<keyof typeof questions, any[]>>
}

/** The services where this person does more than read: she begins with the first of them. */
const servicesToActIn = ({ allows }: HttpContext): string[] =>
  allRooms()
    .filter(({ permissions }) =>
      Object.keys(permissions).some((one) => !one.endsWith('.read') && allows(one))
    )
    .map(({ name }) => name)
