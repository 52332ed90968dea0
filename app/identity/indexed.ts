import Membership from '#kernel/people/membership'
import { workplacesOf } from '#kernel/people/memberships'
import User from '#kernel/people/user'
import { roleLabel } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { defineIndexed } from '#web/search'

/** A person in one tenant, by her name, her address, her title and her roles there. */
export const membersIndexed = defineIndexed('identity.member', Membership, async (place) => {
  const user = await User.find(place.userId, { client: tenancy.trx() })
  const roles = place.roles.map((role) => roleLabel(role as never))
  return {
    permission: 'identity.manage',
    words: { A: [user?.fullName], B: [user?.email, place.title], C: roles },
    publicWords: null,
  }
})

/** After a person changed her name, which belongs to no tenant: her entry in each of hers. */
export async function indexPersonAgain(userId: string): Promise<void> {
  for (const { tenantId } of await workplacesOf(userId)) {
    await tenancy.run(tenantId, async () => {
      const place = await Membership.query().where('userId', userId).first()
      if (place) await membersIndexed.again(place)
    })
  }
}
