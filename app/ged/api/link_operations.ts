import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import type { Tenant } from '#kernel/tenant'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { linkUrl } from '../links/addresses.js'
import type Link from '../links/link.js'
import { LINK_KINDS } from '../links/link.js'
import { linksOf, managedLink, managedNode } from '../links/links_of.js'
import { newLink, openLink } from '../links/open_link.js'
import { revokeLink } from '../links/revoke_link.js'

const linkShape = vine.create({
  id: told.id(),
  kind: told.oneOf(LINK_KINDS),
  /** Null once it leads nowhere. */
  url: told.text().nullable(),
  expiresAt: told.moment(),
  revokedAt: told.moment().nullable(),
  hasPassword: vine.boolean({ strict: true }),
  uses: told.count(),
  mostUses: told.count().nullable(),
})

const toldLink = (tenant: Tenant, link: Link) => ({
  ...{ id: link.id, kind: link.kind, uses: link.uses, mostUses: link.mostUses },
  url: link.revokedAt === null && link.expiresAt > clock.now() ? linkUrl(tenant, link.id) : null,
  expiresAt: link.expiresAt.toUTC().toISO()!,
  revokedAt: link.revokedAt?.toUTC().toISO() ?? null,
  hasPassword: link.passwordHash !== null,
})

const common = { permission: 'ged.write' }
const page = vine.create({ apres: vine.string().uuid().optional() })

/** The links by which somebody without an account reads or deposits; for who manages the place. */
export const linkOperations: Operation[] = [
  {
    ...common,
    name: 'links',
    call: 'GET /elements/:element/liens',
    title: 'Lister les liens ouverts sur un document ou un dossier',
    query: page,
    answer: { kind: 'list', of: 'LienDocuments', shape: linkShape },
    gestures: [],
    run: async ({ ctx, params, query }) => {
      const node = await managedNode(ctx, params.element)
      const { links, next } = await linksOf({ node_id: node.id }, query.apres ?? null)
      return { items: links.map((link) => toldLink(ctx.tenant, link)), next }
    },
  },
  {
    ...common,
    name: 'open_link',
    call: 'POST /elements/:element/liens',
    title: 'Ouvrir un lien sur un document ou un dossier',
    says: 'kind : read (lire) ou drop (déposer dans un dossier) ; until : le dernier jour où il est ouvert.',
    body: newLink,
    answer: { kind: 'thing', of: 'LienDocuments', shape: linkShape, status: 201 },
    seen: { nothing: 'a link is added beside the others' },
    gestures: ['ged.links.store'],
    run: async ({ ctx, params, body }) => {
      const node = await managedNode(ctx, params.element)
      const link = await openLink(node, body, ctx.actor)
      await link.refresh()
      return toldLink(ctx.tenant, link)
    },
  },
  {
    ...common,
    name: 'revoke_link',
    call: 'DELETE /liens/:link',
    title: 'Retirer un lien, aussitôt et partout',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a link that is revoked stays so' },
    gestures: ['ged.links.destroy'],
    run: async ({ ctx, params }) => revokeLink(await managedLink(ctx, params.link), ctx.actor),
  },
]
