import type { HttpContext } from '@adonisjs/core/http'

/** Whoever prefers data to a page. */
export const asksForJson = (request: HttpContext['request']) =>
  request.accepts(['html', 'json']) === 'json'

/**
 * The one request that needs no token against forgery: a program that asks for JSON about a document
 * that it sends itself. It reads no session, changes nothing, keeps nothing, and no other site may
 * read its answer: there is nothing to forge. The form of the page keeps its token.
 */
export const isVerifiedByProgram = ({ request, route }: HttpContext) =>
  route?.name === 'verification.store' && asksForJson(request)

/** Whether a program asks, with a document or without: whatever happens, it gets the same answer. */
export const isAskedByProgram = ({ request, route }: HttpContext) =>
  Boolean(route?.name?.startsWith('verification.')) && asksForJson(request)
