import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const ID = /^[\w-]{8,64}$/

/**
 * Tells the browser that a form was received: it keeps its own copy of what was typed until then.
 * A form sent back with its faults is not, unless what it says is kept (see `typingIsKept`).
 */
export default class ReceivedMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await next()
    if (ctx.request.method() === 'GET' || !ctx.session || !ctx.auth?.user) return
    const { responseFlashMessages: words } = ctx.session
    const refused = words.has('errorsBag') || words.has('inputErrorsBag') || ctx.unheard
    if (!refused && ctx.response.getStatus() < 400) typingIsKept(ctx)
  }
}

/** Says that what was typed is on the server, even when the form comes back. */
export function typingIsKept({ request, session }: HttpContext): void {
  const id = String(request.input('_sent') ?? '')
  if (ID.test(id)) session.flash('received', id)
}
