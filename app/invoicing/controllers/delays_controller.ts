import type { HttpContext } from '@adonisjs/core/http'
import { clockPiece } from '../archive/pieces.js'
import Invoice from '../models/invoice.js'

/** The delay of payment of an invoice, as `invoicing:clock` gives it. */
export default class DelaysController {
  async show({ params, response }: HttpContext) {
    return response.json(await clockPiece(await Invoice.get(params.id)))
  }
}
