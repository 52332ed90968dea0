import type { HttpContext } from '@adonisjs/core/http'
import { marked } from '#lib/french/search/mark'
import { hasService } from '#kernel/room'
import type { Membership } from '#kernel/people/memberships'
import type { Tenant } from '#kernel/tenant'
import { inRailOrder } from '#web/menu'
import { markedHtml, type Found } from '#web/search'

const MOST_SIGNS = 100

/** Where words are asked, and as whom. */
interface Asking {
  tenant: Tenant
  allows(permission: string): boolean
  membership: Membership
}

/**
 * Asks every service of the tenant in context that the person may read, one after the other: they
 * share a transaction. At most `limit` answers of each.
 */
export async function askRooms(
  { allows, tenant, membership }: Asking,
  words: string,
  limit: number
) {
  const groups = []
  for (const { name, label, icon, search } of inRailOrder()) {
    if (!search || !words || !hasService(tenant, name) || !allows(search.permission)) continue
    const context = { tenantSlug: tenant.slug, limit, allows, membership }
    const results = await search.find(words, context)
    if (results.length) groups.push({ label: search.label ?? label, icon, results })
  }
  return groups
}

/** What a page shows of a thing found: its title and why, with the words that were looked for. */
export const drawn = (found: Found) => ({
  ...found,
  html: markedHtml(marked(found.title, found.terms ?? [])),
  excerpt: found.why && { where: found.why.where, html: markedHtml(found.why.pieces) },
})

/** The groups of `askRooms`, as a page shows them. */
export const drawnGroups = (groups: Awaited<ReturnType<typeof askRooms>>) =>
  groups.map(({ results, ...group }) => ({ ...group, results: results.map(drawn) }))

/** What is looked for, as the address says it. */
export const wordsOf = ({ request }: HttpContext): string =>
  String(request.input('q') ?? '')
    .trim()
    .slice(0, MOST_SIGNS)
