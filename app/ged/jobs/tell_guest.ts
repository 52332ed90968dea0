import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { noteOpening } from '../sharing/share_space.js'
import { isSharedWith } from '../sharing/shares.js'

interface Told {
  guestId: string
  spaceId: string
}

/** Notes where a guest will look that a space was opened to it, or taken back, as it is now. */
export const tellGuest = defineJob<Told>({
  name: 'ged.tell_guest',
  title: 'Montrer à une collectivité invitée l’espace qui lui est ouvert',
  queue: 'default',
  onGiveUp: { nobodyNeeds: 'the rights hold already; the link on the guest’s page waits' },
  async handle({ guestId, spaceId }, { tenantId: ownerId }) {
    const isOpen = await tenancy.run(ownerId, () => isSharedWith(spaceId, guestId))
    await tenancy.run(guestId, () => noteOpening({ ownerId, spaceId }, isOpen))
  },
})
