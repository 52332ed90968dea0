import type { HttpContext } from '@adonisjs/core/http'
import Deposit from '../models/deposit.js'
import { retryDeposit } from '../retry.js'

export default class RetriesController {
  async store({ params, actor, response, session }: HttpContext) {
    // Compared with nothing: only a deposit that failed starts again; the second finds it under way
    await retryDeposit(await Deposit.get(params.id), actor)
    session.flash('success', 'Le versement est repris depuis le début.')
    return response.redirect().back()
  }
}
