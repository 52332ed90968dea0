import type { HttpContext } from '@adonisjs/core/http'
import { keepTyping } from './kept_typing.js'

/** Where who is awaited signs in, and under which name her session remembers where she goes next. */
const DOORS = {
  auth: { signIn: '/connexion', wanted: 'wanted' },
  outsider: { signIn: '/moi/connexion', wanted: 'wanted_outside' },
} as const
type Awaited = keyof typeof DOORS

/** A page that needs somebody, asked by nobody: its session is over, or it never had one. */
export function isSignedOut(ctx: HttpContext): boolean {
  const awaited = awaitedBy(ctx)
  if (awaited === 'outsider') return !ctx.session?.has('outsider')
  return awaited === 'auth' && !ctx.sessionOwner && !ctx.auth?.user
}

/** Whom the page needs, as its middleware says: an agent, somebody outside; undefined for nobody. */
const awaitedBy = ({ route }: HttpContext): Awaited | undefined =>
  [...(route?.middleware.all() ?? [])]
    .map((one) => ('name' in one ? one.name : undefined))
    .find((name): name is Awaited => name === 'auth' || name === 'outsider')

/** Leads to the sign-in page, which says why, and back to the page or the form that was left. */
export function askToSignIn(ctx: HttpContext) {
  const { request, response, session } = ctx
  const { signIn, wanted } = DOORS[awaitedBy(ctx) ?? 'auth']
  const isReading = request.method() === 'GET'
  if (!isReading || isOver(ctx)) {
    session.flash('notice', 'Votre session est terminée : connectez-vous de nouveau.')
  }
  if (isReading) session.put(wanted, request.url(true))
  else keepTyping(ctx, wanted)
  return response.redirect(signIn)
}

/** The browser names a session that is no more; a visitor who was never signed in names none, or one that lives. */
const isOver = ({ session }: HttpContext) => !session.fresh && session.isEmpty
