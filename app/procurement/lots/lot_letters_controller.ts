import type { HttpContext } from '@adonisjs/core/http'
import { tenancy } from '#kernel/tenancy'
import { holderOfPli } from '../answers/colleagues.js'
import { buyerOf } from '../deposit/buyer.js'
import { lotLetter } from './lot_letters.js'

/** What became of the offer of a company for one lot; a colleague reads it too. */
export default class LotLettersController {
  async show(ctx: HttpContext) {
    const { pli, lot } = ctx.params
    const { id } = await buyerOf(ctx)
    const holder = await holderOfPli(ctx.door.personId, pli)
    const bytes = await tenancy.run(id, () => lotLetter(holder, pli, lot))
    return ctx.response.header('content-type', 'application/pdf').send(bytes)
  }
}
