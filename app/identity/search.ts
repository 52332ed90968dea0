import { membersHere } from '#kernel/people/members'
import { roleLabel } from '#kernel/room'
import { findByWords, inOrder, type Search } from '#web/search'
import { membersIndexed } from './indexed.js'

/** The persons of the collectivite, for those who may open their pages. */
export const search: Search = {
  label: 'Personnes',
  permission: 'identity.manage',
  async find(words, { tenantSlug, limit, allows }) {
    const { ids, terms } = await findByWords({ kind: membersIndexed.kind, allows }, words, limit)
    if (ids.length === 0) return []
    return inOrder(ids, await membersHere()).map(({ id, fullName, title, roles }) => ({
      title: fullName,
      hint: title ?? roles.map((role) => roleLabel(role)).join(', '),
      url: `/c/${tenantSlug}/membres/${id}`,
      terms,
    }))
  },
}
