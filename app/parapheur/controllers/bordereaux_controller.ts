import type { HttpContext } from '@adonisjs/core/http'
import { bordereauOf } from '../bordereau/bordereau.js'

/** The bordereau de signature of a folder, as a PDF. */
export default class BordereauxController {
  async show({ params, response }: HttpContext) {
    const pdf = await bordereauOf(params.id)
    response.header('content-type', 'application/pdf')
    response.header('content-disposition', 'inline; filename="bordereau-de-signature.pdf"')
    return response.send(pdf)
  }
}
