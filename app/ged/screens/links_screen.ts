import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { people } from '#kernel/people'
import type { Tenant } from '#kernel/tenant'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import type { Meaning } from '#lib/meaning'
import { linkUrl } from '../links/addresses.js'
import type Link from '../links/link.js'
import { linksOf } from '../links/links_of.js'
import { addressOf } from '../nodes/addresses.js'
import { crumbsTo } from '../nodes/crumbs.js'
import Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import Space from '../spaces/space.js'
import { nameOf } from './folder_screen.js'

const USUAL_DAYS = 30

/** The links of a document or of a folder, and how one more is opened. */
export async function nodeLinksScreen(ctx: HttpContext, node: Node) {
  const { tenant, request } = ctx
  const space = await Space.get(node.spaceId)
  const way = (await waysTo([node.id])).get(node.id)!
  const { links, next } = await linksOf({ node_id: node.id }, cursorOf(request))
  const page = await linesOf(tenant, links)
  const crumbs = crumbsTo(tenant, space, way).map((crumb) =>
    'href' in crumb ? crumb : { ...crumb, href: addressOf(tenant, node) }
  )
  return {
    ...{ ...page, next: next && `?apres=${next}`, name: node.name },
    crumbs: [...crumbs, { label: 'Liens' }],
    opens: here('ged.links.store', { tenant, id: node.id }),
    takes: node.kind === 'folder',
    usualDay: clock.now().plus({ days: USUAL_DAYS }).toISODate(),
  }
}

/** All that are open on a space: whoever manages it shuts them, whoever opened them. */
export async function spaceLinksScreen({ tenant, request }: HttpContext, space: Space) {
  const { links, next } = await linksOf({ space_id: space.id }, cursorOf(request))
  const { slug } = space
  return {
    ...(await linesOf(tenant, links)),
    ...{ next: next && `?apres=${next}`, name: nameOf(space), opens: null },
    crumbs: [
      { label: 'Documents', href: here('ged.spaces.index', { tenant }) },
      { label: nameOf(space), href: here('ged.spaces.show', { tenant, slug }) },
      { label: 'Liens' },
    ],
  }
}

async function linesOf(tenant: Tenant, links: Link[]) {
  const nodes = await Node.query().whereIn('id', [...new Set(links.map((one) => one.nodeId))])
  const names = await people.names(links.map(({ createdBy }) => createdBy))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return {
    lines: links.map((link) => ({
      what: byId.get(link.nodeId)?.name ?? 'Ce qui n’est plus là',
      kind: link.kind === 'read' ? 'Lire' : 'Déposer',
      shown: standingOf(link),
      uses: usesOf(link),
      hasPassword: link.passwordHash !== null,
      until: link.expiresAt,
      by: (link.createdBy && names.get(link.createdBy)) || 'Un programme, ou une personne partie',
      url: link.isOpen ? linkUrl(tenant, link.id) : null,
      revokes: link.isOpen
        ? `${here('ged.links.destroy', { tenant, link: link.id })}?_method=DELETE`
        : null,
    })),
  }
}

function standingOf(link: Link): { label: string; meaning: Meaning } {
  if (link.revokedAt) return { label: 'Retiré', meaning: 'plain' }
  if (link.expiresAt <= clock.now()) return { label: 'Expiré', meaning: 'done' }
  return link.isSpent ? { label: 'Épuisé', meaning: 'done' } : { label: 'Ouvert', meaning: 'doing' }
}

const usesOf = ({ uses, mostUses }: Link): string =>
  mostUses === null ? String(uses) : `${uses} sur ${mostUses}`
