import type { HttpContext } from '@adonisjs/core/http'
import { etagOf, isKnown, mustBeSeen } from './etag.js'
import { once, type Prepared } from './idempotency.js'
import type { ListAnswer, Operation } from './operation.js'
import { readCall } from './read_call.js'

/** Judges what a program asks, does it once, and says it as the document promises. */
export async function runOperation(ctx: HttpContext, operation: Operation) {
  const call = await readCall(ctx, operation)
  const { answer, seen, run, admits } = operation
  if (admits && !(await admits(call))) return
  if (answer.kind === 'file' || answer.kind === 'raw') return run(call)
  const prepare = async (): Promise<Prepared> => {
    if (seen) await mustBeSeen(call, seen)
    const told = await run(call)
    if (answer.kind === 'nothing') return { status: 204, headers: {}, body: '' }
    if (answer.kind === 'list') return prepareList(ctx, told as ListAnswer)
    return prepareThing(told as object, answer.status ?? 200, answer.at)
  }
  const isOnce = ctx.request.method() !== 'GET' && !operation.keepsNoAnswer
  const prepared = isOnce ? await once(ctx, prepare) : await prepare()
  return send(ctx, prepared)
}

function prepareThing(thing: object, status: number, at?: (thing: any) => string): Prepared {
  const headers: Record<string, string> = { etag: etagOf(thing) }
  if (at) headers.location = at(thing)
  return { status, headers, body: JSON.stringify(thing) }
}

/** The next page is where the header `Link` says (RFC 8288), which the body says too. */
function prepareList({ request }: HttpContext, { items, next }: ListAnswer): Prepared {
  const query = new URLSearchParams(request.qs() as Record<string, string>)
  if (next) query.set('apres', next)
  const url = next && `${request.url()}?${query}`
  const headers: Record<string, string> = url ? { link: `<${url}>; rel="next"` } : {}
  return { status: 200, headers, body: JSON.stringify({ items, next: url }) }
}

function send(ctx: HttpContext, { status, headers, body }: Prepared) {
  const { response } = ctx
  for (const [name, value] of Object.entries(headers)) response.header(name, value)
  if (ctx.request.method() === 'GET' && headers.etag && isKnown(ctx, headers.etag))
    return response.status(304).send(null)
  if (status === 204) return response.noContent()
  response.header('content-type', 'application/json; charset=utf-8')
  return response.status(status).send(body)
}
