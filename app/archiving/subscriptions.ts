/** What the archives run by themselves: their jobs, their nightly reading, what search finds. */
import { defineSearch } from '#kernel/search'
import './capability.js'
import './jobs/nightly.js'
import './jobs/prepare_deposit.js'
import { depositList } from './screens/deposit_list.js'
import './news.js'

defineSearch({
  capability: 'archiving',
  label: 'Archives',
  icon: 'archive',
  permission: 'archiving.read',
  async find(words, { tenantSlug, limit }) {
    const { deposits } = await depositList({ words })
    return deposits.slice(0, limit).map(({ id, title, reference, state }) => ({
      title,
      hint: `Versement ${reference}, ${state.label.toLowerCase()}`,
      url: `/c/${tenantSlug}/archives/versements/${id}`,
    }))
  },
})
