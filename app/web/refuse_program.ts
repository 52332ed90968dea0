import type { HttpContext } from '@adonisjs/core/http'

/** Tells a program that it must say who it is; false where a browser asks, which wants a page instead. */
export function refuseProgram({ request, response }: HttpContext): boolean {
  if (request.accepts(['html', 'json']) === 'html') return false
  response.status(401).header('content-type', 'application/problem+json').send({
    type: 'about:blank',
    title: 'Connectez-vous pour continuer.',
    status: 401,
    code: 'E_UNAUTHENTICATED',
  })
  return true
}
