import { tenancy } from '#kernel/tenancy'
import { tellMembers } from '#app/outsiders/jobs/tell_members'
import Acquaintance, { membersKnowing } from '#app/outsiders/people/acquaintance'
import { meet } from '#app/outsiders/people/meet'

const howOf = (mergedId: string) => `merged:${mergedId}`

/** Each member that knew the one knows the other, who answers for her; its rooms are told. */
export async function tellMerged(keptId: string, mergedId: string, at: string): Promise<void> {
  for (const tenantId of await membersKnowing(mergedId))
    await tenancy.run(tenantId, () => meet(keptId, howOf(mergedId)))
  const payload = { personId: keptId, mergedId, at }
  await tellMembers.enqueueForPlatform({ event: 'personsMerged', payload })
}

/** They are two again; who only knew the one forgets the other. */
export async function tellParted(keptId: string, partedId: string, at: string): Promise<void> {
  const payload = { personId: keptId, partedId, at }
  await tellMembers.enqueueForPlatform({ event: 'personsParted', payload })
  for (const tenantId of await membersKnowing(keptId)) {
    await tenancy.run(tenantId, () =>
      Acquaintance.query()
        .where({ personId: keptId, how: howOf(partedId) })
        .delete()
    )
  }
}
