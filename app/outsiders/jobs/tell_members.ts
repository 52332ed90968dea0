import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { membersKnowing } from '#app/outsiders/people/acquaintance'
import { PERSON_EVENTS, type PersonEventName } from '#app/outsiders/events'

interface Told {
  event: PersonEventName
  payload: { personId: string }
}

/** Tells each member that knows a person what happened to her, as an event of that member. */
export const tellMembers = defineJob<Told>({
  name: 'outsiders.tell_members',
  title: 'Dire aux collectivités ce qui change pour un usager',
  onGiveUp: { nobodyNeeds: 'the record stays true above the members; the operator sees the job' },
  async handle({ event, payload }) {
    for (const tenantId of await membersKnowing(payload.personId))
      await tenancy.run(tenantId, () => PERSON_EVENTS[event].emit(payload as never))
  },
})
