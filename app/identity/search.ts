import { roleLabel } from '#kernel/room'
import type { Search } from '#web/search'
import { membersPage } from '#kernel/people/members'

/** The persons of the collectivite, for those who may open their pages. */
export const search: Search = {
  label: 'Personnes',
  permission: 'identity.manage',
  async find(words, { tenantSlug, limit }) {
    const { members } = await membersPage(words, null)
    return members.slice(0, limit).map(({ id, fullName, title, roles }) => ({
      title: fullName,
      hint: title ?? roles.map((role) => roleLabel(role)).join(', '),
      url: `/c/${tenantSlug}/membres/${id}`,
    }))
  },
}
