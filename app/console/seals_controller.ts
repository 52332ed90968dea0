import type { HttpContext } from '@adonisjs/core/http'
import { systemDb } from '#kernel/system'

const MOST = 200

/** How far the journal of each member is sealed: the least sealed first. */
export default class SealsController {
  async index({ view }: HttpContext) {
    const { rows } = await systemDb().rawQuery(
      `select tenants.id, tenants.name, heads.position::int as entries, seal.number::int as seals,
         seal.sealed_at as "sealedAt", heads.position::int - coalesce(seal.last_position, 0)::int as unsealed
       from kernel.tenants
       join kernel.journal_heads heads on heads.tenant_id = tenants.id
       left join lateral (select number, last_position, sealed_at from kernel.journal_seals
         where tenant_id = tenants.id order by last_position desc limit 1) seal on true
       order by unsealed desc, tenants.name limit ?`,
      [MOST]
    )
    return view.render('operator/seals', { rows, most: MOST })
  }
}
