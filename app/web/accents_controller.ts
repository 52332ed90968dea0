import type { HttpContext } from '@adonisjs/core/http'
import { accentStylesheet } from '#lib/colour/accent'

/** The stylesheet of a collectivite's colour, corrected so that everything stays readable. */
export default class AccentsController {
  async show({ params, response }: HttpContext) {
    return response
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(accentStylesheet(`#${params.file.slice(0, 6)}`))
  }
}
