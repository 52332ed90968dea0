import type { HttpContext } from '@adonisjs/core/http'

/**
 * Whether a request is a program's. There no session is read and no cookie is sent: what opens a
 * door is said in `Authorization`, which no page of another site can make a browser add. Nothing can
 * be forged in somebody's name, hence no token against forgery is asked for.
 */
export const isForPrograms = ({ request }: Pick<HttpContext, 'request'>): boolean =>
  request.url().startsWith('/api/v1/')
