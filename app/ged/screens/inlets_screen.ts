import type { HttpContext } from '@adonisjs/core/http'
import type { Meaning } from '#lib/meaning'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import Arrival from '../inlets/arrival.js'
import Inlet from '../inlets/inlet.js'
import { DONE_FOLDER } from '../inlets/waiting.js'
import { scanFolders } from '../inlets/scans.js'
import { addressOf } from '../nodes/addresses.js'
import Node from '../nodes/node.js'
import { type Level, reaches } from '../rules/levels.js'
import { cutsOf } from '../separators/cut.js'
import { readableSpaces } from '../spaces/readable.js'
import { arrivalDaysOf } from '../settings.js'
import Space from '../spaces/space.js'
import { proposalsOn } from './proposal_screen.js'

const AT_ONCE = 50

const FILED = { label: 'Rangé', meaning: 'done' }
const REFUSED = { label: 'Refusé', meaning: 'trouble' }

/** The ways by which papers come in, and how one more is opened. */
export async function inletsScreen(ctx: HttpContext) {
  const { tenant } = ctx
  const after = cursorOf(ctx.request)
  const query = Inlet.query().whereNull('closed_at').orderBy('id')
  const found = await (after ? query.where('id', '>', after) : query).limit(AT_ONCE + 1)
  const inlets = found.slice(0, AT_ONCE)
  const places = await placesOf(inlets)
  const folders = await scanFolders(tenant.siren)
  return {
    crumbs: [documents(ctx), { label: 'Arrivées' }],
    inlets: inlets.map((inlet) => ({
      ...{ ...said(inlet), place: places.get(inlet.id), visitedAt: inlet.visitedAt },
      href: here('ged.inlets.show', { tenant, inlet: inlet.id }),
    })),
    next: found.length > AT_ONCE ? `?apres=${inlets.at(-1)!.id}` : null,
    opens: here('ged.inlets.store', { tenant }),
    folders: folders?.map((value) => ({ value, label: value })) ?? null,
    spaces: (await readableSpaces(await levelsFor(ctx)))
      .filter(({ level, space }) => reaches(level, 'contributor') && space.kind !== 'personal')
      .map(({ space: { slug: value, name: label } }) => ({ value, label })),
    done: DONE_FOLDER,
  }
}

/** One of them: how its last visit went, what came, what was refused and why. */
export async function inletScreen(ctx: HttpContext, inlet: Inlet) {
  const { tenant } = ctx
  const after = cursorOf(ctx.request)
  const query = Arrival.query().where('inlet_id', inlet.id).orderBy('id', 'desc')
  const found = await (after ? query.where('id', '<', after) : query).limit(AT_ONCE + 1)
  const shown = found.slice(0, AT_ONCE)
  const levels = await levelsFor(ctx)
  const nodes = await readNodes(levels, shown)
  const cuts = await cutsOf(tenant, [...nodes.keys()], [...levels.keys()])
  const proposals = await proposalsOn(ctx, [...nodes.keys()])
  const way = { tenant, inlet: inlet.id }
  return {
    ...said(inlet),
    crumbs: [
      documents(ctx),
      { label: 'Arrivées', href: here('ged.inlets.index', { tenant }) },
      { label: said(inlet).kind },
    ],
    ...{ trouble: inlet.trouble, since: inlet.troubledSince, visitedAt: inlet.visitedAt },
    place: (await placesOf([inlet])).get(inlet.id),
    login: inlet.login,
    ...{ done: DONE_FOLDER, days: arrivalDaysOf(tenant) },
    tries: here('ged.inlet_tries.store', way),
    closes: `${here('ged.inlets.destroy', way)}?_method=DELETE`,
    arrivals: shown.map(({ name, nodeId, refusal, at }) => {
      const node = nodes.get(nodeId ?? '')
      const state = refusal ? REFUSED : FILED
      const proposal = proposals.get(nodeId ?? '') ?? null
      const cut = cuts.get(nodeId ?? '') ?? null
      return { name, refusal, at, state, proposal, cut, href: node && addressOf(tenant, node) }
    }),
    next: found.length > AT_ONCE ? `?apres=${shown.at(-1)!.id}` : null,
  }
}

const documents = ({ tenant }: HttpContext) => ({
  label: 'Documents',
  href: here('ged.spaces.index', { tenant }),
})

function said({ kind, source, trouble, visitedAt }: Inlet) {
  const state: { label: string; meaning: Meaning } = trouble
    ? { label: 'En panne', meaning: 'trouble' }
    : visitedAt
      ? { label: 'Relevée', meaning: 'done' }
      : { label: 'Pas encore relevée', meaning: 'plain' }
  return {
    ...{ source, state, isMailbox: kind === 'mailbox' },
    kind: kind === 'mailbox' ? 'Boîte aux lettres' : 'Dossier de numérisation',
  }
}

/** Where what comes is filed, in words. */
async function placesOf(inlets: Inlet[]): Promise<Map<string, string>> {
  const nodes = await Node.query().whereIn(
    'id',
    inlets.flatMap(({ folderId }) => folderId ?? [])
  )
  const spaces = await Space.query().whereIn(
    'id',
    inlets.map(({ spaceId }) => spaceId)
  )
  const [folders, names] = [
    new Map(nodes.map(({ id, name }) => [id, name])),
    new Map(spaces.map(({ id, name }) => [id, name])),
  ]
  return new Map(
    inlets.map(({ id, spaceId, folderId }) => [
      id,
      [names.get(spaceId), folderId && folders.get(folderId)].filter(Boolean).join(' › '),
    ])
  )
}

/** The documents that she reads, of what came: a folder may be shut to who watches the door. */
async function readNodes(
  levels: Map<string, Level>,
  arrivals: Arrival[]
): Promise<Map<string, Node>> {
  const nodes = await Node.query()
    .whereIn(
      'id',
      arrivals.flatMap(({ nodeId }) => nodeId ?? [])
    )
    .whereIn('access_id', [...levels.keys()])
    .whereNull('deleted_at')
  return new Map(nodes.map((node) => [node.id, node]))
}
