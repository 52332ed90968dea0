import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import { levelsFor, spaceFor } from '../access/allowed.js'
import type { Deposited } from '../depositing/deposit_each.js'
import { addressOf } from '../nodes/addresses.js'
import { crumbsTo } from '../nodes/crumbs.js'
import Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import { reaches } from '../rules/levels.js'
import DocumentType from '../types/document_type.js'
import { baseAt, nameOf } from './folder_screen.js'

/** What became of the files of a drop, as the session keeps it for the page that says it. */
interface KeptDeposit {
  slug: string
  parent: string | null
  lines: Deposited[]
}

const KEY = 'ged_deposit'

export const keepDeposit = ({ session }: HttpContext, deposit: KeptDeposit) =>
  session.put(KEY, deposit)

/** The last drop of this session in a space: what was refused and why, what was filed and how. */
export async function depositScreen(ctx: HttpContext, slug: string) {
  const { space } = await spaceFor(ctx, slug)
  const kept = ctx.session.get(KEY) as KeptDeposit | undefined
  if (kept?.slug !== slug) return null
  const { tenant } = ctx
  const folder = kept.parent ? await Node.find(kept.parent) : null
  const levels = await levelsFor(ctx)
  const nodes = await stillRead(kept.lines, [...levels.keys()])
  const way = folder ? ((await waysTo([folder.id])).get(folder.id) ?? []) : []
  const base = baseAt(ctx, space, folder)
  return {
    crumbs: [
      ...crumbsTo(tenant, space, way).slice(0, -1),
      { label: folder?.name ?? nameOf(space), href: base },
      { label: 'Dépôt' },
    ],
    back: base,
    refused: kept.lines.filter(({ refused }) => refused !== null),
    filed: kept.lines.flatMap(({ name, nodeId }) => {
      const node = nodes.get(nodeId ?? '')
      return node
        ? [
            {
              ...shownOf(node),
              href: addressOf(tenant, node),
              given: name === node.name ? null : name,
            },
          ]
        : []
    }),
    corrects: [...nodes.values()].every(({ accessId }) => reaches(levels.get(accessId)!, 'editor'))
      ? here('ged.deposits.update', { tenant, slug })
      : null,
    types: (await DocumentType.inOrder()).map(({ id: value, label }) => ({ value, label })),
  }
}

/** Those that are there and that she reads: the drop may be an hour old. */
async function stillRead(lines: Deposited[], lists: string[]): Promise<Map<string, Node>> {
  const ids = lines.flatMap(({ nodeId }) => nodeId ?? [])
  const nodes = await Node.query()
    .whereIn('id', ids)
    .whereIn('access_id', lists)
    .whereNull('deleted_at')
  return new Map(nodes.map((node) => [node.id, node]))
}

const shownOf = ({ id, title, name, typeId, documentDate }: Node) => ({
  ...{ id, title, name, typeId },
  date: documentDate?.toFormat('dd/MM/yyyy') ?? '',
})
