import { tenancy } from '#kernel/tenancy'
import { marked } from '#lib/french/search/mark'
import { excerptOf } from '#lib/french/search/excerpt'
import type { Search } from '#web/search'
import { agentHere, levelsOf } from '../access/reader.js'
import { searchDocuments } from './search_documents.js'

/** The documents of the one box of the house: those that the person who asks may read. */
export const search: Search = {
  permission: 'ged.read',
  async find(words, { tenantSlug, limit, membership }) {
    if (!membership) return []
    const lists = [...(await levelsOf(agentHere(membership))).keys()]
    const owner = { tenantId: tenancy.tenantId(), lists }
    const { hits, terms } = await searchDocuments([owner], words, limit)
    return hits.map(({ id, title, path, space, snippet }) => {
      const isShown = marked(title, terms).some((piece) => piece.marked)
      const why = isShown ? null : excerptOf([snippet], terms)
      return {
        title,
        hint: `${space} / ${path}`,
        url: `/c/${tenantSlug}/ged/documents/${id}`,
        terms,
        ...(why && { why: { where: 'Dans le document', pieces: why.pieces } }),
      }
    })
  },
}
