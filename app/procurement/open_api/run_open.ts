import type { HttpContext } from '@adonisjs/core/http'
import { readCall } from '#web/api/read_call'
import type { OpenOperation } from './open_operation.js'

/** What an operation made: whether it is new is said by its status. */
export interface Made {
  isNew: boolean
  told: object
}

/** Judges what was asked, and says it as the document promises. */
export async function runOpen(ctx: HttpContext, operation: OpenOperation) {
  const { query, body } = await readCall(ctx, operation as never)
  const told = await operation.run({ ctx, params: ctx.params, query, body })
  const { answer } = operation
  if ('mediaType' in answer) return told
  ctx.response.header('content-type', 'application/json; charset=utf-8')
  if (answer.list) return ctx.response.send(JSON.stringify(pageOf(ctx, told as Page)))
  if (answer.status !== 201) return ctx.response.send(JSON.stringify(told))
  const made = told as Made
  return ctx.response.status(made.isNew ? 201 : 200).send(JSON.stringify(made.told))
}

interface Page {
  items: object[]
  next: string | null
}

/** The next page is where the header `Link` says (RFC 8288), which the body says too. */
function pageOf({ request, response }: HttpContext, { items, next }: Page): Page {
  if (!next) return { items, next: null }
  const query = new URLSearchParams(request.qs() as Record<string, string>)
  query.set('apres', next)
  const url = `${request.url()}?${query}`
  response.header('link', `<${url}>; rel="next"`)
  return { items, next: url }
}
