import { membersHere } from '#identity'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { provisionTerritory } from './provision.js'

/**
 * Gives the EPCI of the demonstration its project: conducted by the first administrator, one sheet
 * piloted by the contributor who comes from a member commune. Elsewhere it does nothing.
 */
export async function seedDemo(tenant: Tenant): Promise<string[]> {
  return tenancy.run(tenant.id, async ({ trx }) => {
    const members = await membersHere()
    const lead = members.find(({ roles }) => roles.includes('administrator'))
    const contributor = members.find(({ roles }) => roles.includes('contributor'))
    if (!lead || !contributor) return []
    const known = await trx.from('territory.projects').where('tenant_id', tenant.id).first()
    if (known) return []
    await provisionTerritory(tenant, {
      lead: { userId: lead.userId, name: lead.fullName },
      contributor: { userId: contributor.userId },
    })
    return ['Projet de territoire : deux axes, deux fiches, une évaluation arrêtée.']
  })
}
