import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { UnreadableText } from './errors.js'
import { DomainError } from '#lib/errors'
import { tenancy } from '#kernel/tenancy'
import { answerProblem } from './api/answer_problem.js'
import { isForPrograms } from './api/for_programs.js'
import { NO_ROOM, toProblem, type Problem } from './problem.js'
import { isAskedByProgram } from './verification/asked_by_program.js'
import { refusedAnswer } from './verification/verification_answer.js'
import { askToSignIn, isSignedOut } from './forms/ask_to_sign_in.js'

const PAGES: Record<number, string> = {
  403: 'errors/forbidden',
  404: 'errors/not_found',
  419: 'errors/expired',
  429: 'errors/too_many',
}

const PAGES_OF_CODE: Record<string, string> = {
  // Nothing is wrong, neither with us nor with what was asked.
  E_READING_BUSY: 'errors/busy',
  E_MEMBER_SUSPENDED: 'errors/suspended',
  E_PUBLIC_SIDE_CLOSED: 'errors/not_yet_open',
}

/** Renders what went wrong: a form again, a French page, or RFC 9457 problem+json (house §11). */
export default class Handler extends ExceptionHandler {
  protected debug = app.inDev
  protected ignoreCodes = ['E_NOT_FOUND', 'E_FORBIDDEN', 'E_ROUTE_NOT_FOUND', 'E_VALIDATION_ERROR']

  async report(error: unknown, ctx: HttpContext) {
    // Adonis answers for an exception before the tenant's transaction ends: say that it is lost.
    tenancy.fail()
    if (error instanceof DomainError && error.status < 500) return
    return super.report(error as Error, ctx)
  }

  async handle(error: any, ctx: HttpContext) {
    const problem = toProblem(error)
    if (error.retryAfterSeconds) ctx.response.header('retry-after', error.retryAfterSeconds)
    forgetTheFile(ctx)
    if (isForPrograms(ctx)) return answerProblem(ctx, error, problem)
    if (!problem || (this.debug && problem.status >= 500)) return super.handle(error, ctx)
    if (isAskedByProgram(ctx))
      return ctx.response.status(problem.status).json(refusedAnswer(problem))
    if (wantsJson(ctx)) {
      return ctx.response
        .status(problem.status)
        .header('content-type', 'application/problem+json')
        .send({
          type: 'about:blank',
          title: problem.sentence,
          status: problem.status,
          code: problem.code,
          ...problem.details,
        })
    }
    const isForm =
      ctx.request.method() !== 'GET' &&
      ctx.session &&
      (problem.status < 500 || problem.status === NO_ROOM) &&
      problem.status !== 404 &&
      !(error instanceof UnreadableText)
    if (isForm && problem.status === 419 && isSignedOut(ctx)) return askToSignIn(ctx)
    if (isForm) return backToTheForm(ctx, problem)
    return this.renderPage(ctx, problem)
  }

  private async renderPage(ctx: HttpContext, problem: Problem) {
    ctx.response.status(problem.status)
    const page =
      PAGES_OF_CODE[problem.code] ??
      PAGES[problem.status] ??
      (problem.status < 500 ? 'errors/refused' : 'errors/server_error')
    // The base may be lost between the commit and its answer: who types it again writes it twice
    const mayBeKept = ctx.request.method() !== 'GET'
    const requestId = ctx.request.id()
    return ctx.response.send(await ctx.view.render(page, { problem, requestId, mayBeKept }))
  }
}

/** A stream of events, a program: whoever has no use for a page. */
const wantsJson = (ctx: HttpContext) => ctx.request.accepts(['html', 'json']) !== 'html'

/** What was announced of a file that does not come: its length would cut the page that says so. */
function forgetTheFile({ response }: HttpContext): void {
  for (const name of ['content-type', 'content-length', 'content-disposition']) {
    response.removeHeader(name)
  }
}

/** Back to the form, with what was typed and the sentence at the field it concerns. */
function backToTheForm(ctx: HttpContext, problem: Problem) {
  ctx.session.flashExcept(['_csrf', '_method'])
  ctx.session.flash('inputErrorsBag', problem.field ? { [problem.field]: [problem.sentence] } : {})
  ctx.session.flash('errorsBag', { [problem.code]: problem.sentence })
  if (!problem.field) ctx.session.flash('error', problem.sentence)
  const { overtaken } = problem.details
  if (overtaken) ctx.session.flash('overtaken', overtaken as object)
  return ctx.response.redirect().back()
}
