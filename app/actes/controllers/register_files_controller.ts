import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { ActePrivate } from '../errors.js'
import { readFilters } from '../register/filters.js'
import { registerCsv, scdlCsv, siretOf } from '../register/register_files.js'

/** The public register as files that anybody takes away, under the filters of its page. */
export default class RegisterFilesController {
  async register(ctx: HttpContext) {
    const { tenant, request } = ctx
    const text = await registerCsv(
      tenant,
      readFilters((name) => request.input(name))
    )
    return send(ctx, `actes-${tenant.slug}-${clock.today()}.csv`, text)
  }

  /** Named as SCDL wants it: day, SIREN, name. */
  async scdl(ctx: HttpContext) {
    const { tenant, request } = ctx
    if (!siretOf(tenant)) throw new ActePrivate()
    const text = await scdlCsv(
      tenant,
      readFilters((name) => request.input(name))
    )
    const day = String(clock.today()).replaceAll('-', '')
    return send(ctx, `${day}_${tenant.siren}_deliberations.csv`, text)
  }
}

function send({ response }: HttpContext, name: string, text: string) {
  response.header('content-type', 'text/csv; charset=utf-8')
  response.header('content-disposition', `attachment; filename="${name}"`)
  return response.send(text)
}
