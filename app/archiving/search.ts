import type { Search } from '#web/search'
import { depositList } from './screens/deposit_list_screen.js'

export const search: Search = {
  permission: 'archiving.read',
  async find(words, { tenantSlug, limit }) {
    const { deposits } = await depositList({ words })
    return deposits.slice(0, limit).map(({ id, title, reference, state }) => ({
      title,
      hint: `Versement ${reference}, ${state.label.toLowerCase()}`,
      url: `/c/${tenantSlug}/archives/versements/${id}`,
    }))
  },
}
