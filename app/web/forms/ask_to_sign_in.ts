import type { HttpContext } from '@adonisjs/core/http'
import { keepTyping } from './kept_typing.js'

/** A page that needs somebody, asked by nobody: its session is over, or it never had one. */
export const isSignedOut = (ctx: HttpContext): boolean =>
  needsSomebody(ctx) && !ctx.sessionOwner && !ctx.auth?.user

const needsSomebody = ({ route }: HttpContext) =>
  [...(route?.middleware.all() ?? [])].some((one) => 'name' in one && one.name === 'auth')

/** Leads to the sign-in page, which says why, and back to the page or the form that was left. */
export function askToSignIn(ctx: HttpContext) {
  const { request, response, session } = ctx
  const isReading = request.method() === 'GET'
  if (!isReading || isOver(ctx)) {
    session.flash('notice', 'Votre session est terminée : connectez-vous de nouveau.')
  }
  if (isReading) session.put('wanted', request.url(true))
  else keepTyping(ctx)
  return response.redirect('/connexion')
}

/** The browser names a session that is no more; a visitor who was never signed in names none, or one that lives. */
const isOver = ({ session }: HttpContext) => !session.fresh && session.isEmpty
