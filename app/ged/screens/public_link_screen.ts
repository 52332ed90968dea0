import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import type { Followed } from '../links/through_link.js'
import { pageAt } from '../nodes/children.js'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'

const SHOWN = 100

/** What a link opens, as somebody without an account sees it: a document, or what stands in a folder. */
export async function publicLinkScreen(ctx: HttpContext, door: Followed, at: Node) {
  const { tenant, params } = ctx
  const { link, node } = door
  const isRoot = at.id === node.id
  const own = { tenant, link: params.link as string }
  const { nodes, next } =
    at.kind === 'folder'
      ? await pageAt(at.within, [node.accessId], { after: cursorOf(ctx.request), most: SHOWN })
      : { nodes: [at], next: null }
  const versions = await Version.lastOfEach(
    nodes.filter(({ kind }) => kind === 'document').map(({ id }) => id)
  )
  return {
    title: at.name,
    until: link.expiresAt,
    left: link.mostUses === null ? null : Math.max(0, link.mostUses - link.uses),
    crumbs: isRoot
      ? []
      : [{ label: node.name, href: here('ged.public.links.show', own) }, { label: at.name }],
    next: next && `?apres=${next}`,
    lines: nodes.map(({ id, kind, name }) => {
      const version = versions.get(id)
      return {
        ...{ name, isFolder: kind === 'folder', size: version && Number(version.size) },
        sha256: version?.digest,
        opens: here('ged.public.links.below', { ...own, node: id }),
        downloads: here('ged.public.link_files.store', { ...own, node: id }),
      }
    }),
  }
}
