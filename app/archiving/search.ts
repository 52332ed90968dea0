import { whereWords } from '#lib/french/search_words'
import type { Search } from '#web/search'
import { allDeposits, SEARCHED, type DepositRow } from './screens/deposit_list_screen.js'
import { STATE_WORDS } from './screens/deposit_words.js'

export const search: Search = {
  permission: 'archiving.read',
  async find(words, { tenantSlug, limit }) {
    const query = allDeposits().orderBy('id', 'desc').limit(limit)
    whereWords(query, SEARCHED, words)
    const rows: DepositRow[] = await query
    return rows.map(({ id, title, reference, state }) => ({
      title,
      hint: `Versement ${reference}, ${STATE_WORDS[state].label.toLowerCase()}`,
      url: `/c/${tenantSlug}/archives/versements/${id}`,
    }))
  },
}
