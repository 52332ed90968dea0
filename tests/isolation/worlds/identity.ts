import { SYSTEM } from '#kernel/actor'
import { invite } from '#identity/invitations/invite'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { defineWorld } from '../world.js'

export default defineWorld(async () => {
  const email = `voisine-secrete.${uuidv7()}@exemple.test`
  const invited = await invite({ email, fullName: 'Voisine Secrète', roles: ['agent'] }, SYSTEM)
  const member = await tenancy
    .trx()
    .from('kernel.memberships')
    .where('tenant_id', tenancy.tenantId())
    .first()
  return {
    routes: { 'identity.invitations.': { id: invited.id }, 'identity.members.': { id: member.id } },
    bodies: { 'identity.members.update': { roles: ['agent'], title: 'Agent' } },
    secrets: ['Voisine Secrète', 'voisine-secrete'],
  }
})
