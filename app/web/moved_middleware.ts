import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Addresses that were once in English, and that people have kept. */
const FORMER = /^(\/[cp]\/[^/]+)\/(territory|archiving)(?=\/|$)/
const NOW: Record<string, string> = { territory: 'projet', archiving: 'archives' }

/** Where an address has gone, or null. */
export function movedTo(url: string): string | null {
  return FORMER.test(url) ? url.replace(FORMER, (_, place, name) => `${place}/${NOW[name]}`) : null
}

/** Leads from a former address to the present one; a form that was open keeps what it sends. */
export default class MovedMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    const address = movedTo(request.url(true))
    if (!address) return next()
    const isReading = ['GET', 'HEAD'].includes(request.method())
    return response
      .redirect()
      .status(isReading ? 301 : 308)
      .toPath(address)
  }
}
