import type { HttpContext } from '@adonisjs/core/http'
import { allRoles, roleLabel } from '#kernel/room'
import { here } from '#web/here'
import { listPage } from '#web/list/index'
import { levelsFor } from '../access/allowed.js'
import { entriesOf, sourceOf, toldRights } from '../access/own_rights.js'
import type Node from '../nodes/node.js'
import type { Place } from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import { LEVEL_WORDS, LEVELS, type Level, reaches } from '../rules/levels.js'
import type Space from '../spaces/space.js'
import { addressOf } from '../nodes/addresses.js'
import { crumbsTo } from '../nodes/crumbs.js'
import { belongingOf } from './belonging_screen.js'
import { endOfFolder } from './closing_screen.js'
import { holdsOn } from './holds_screen.js'
import { placeList } from './place_list_screen.js'

interface Page {
  space: Space
  place: Place
  /** Null at the root of the space. */
  folder: Node | null
  level: Level
}

/** A folder, or a space at its root: what stands there, and who may do what. */
export async function folderScreen(ctx: HttpContext, page: Page) {
  const { tenant } = ctx
  const { space, folder, level, place } = page
  const { slug } = space
  const { title, list } = await listAt(ctx, page)
  const held = folder ? await holdsOn(ctx, folder, level) : { standing: [], places: null }
  const way = folder ? (await waysTo([folder.id])).get(folder.id)! : []
  return {
    title,
    list: await listPage(ctx, list, baseAt(ctx, space, folder)),
    crumbs: crumbsTo(tenant, space, way),
    ...{ folder, held },
    path: pathOf(way.slice(0, -1)),
    parent: folder?.id ?? '',
    // Files in pieces come by another door, that is open to those who belong here
    resumable: !ctx.isGuest,
    shares:
      !folder && reaches(level, 'manager') && !ctx.isGuest && space.kind !== 'personal'
        ? here('ged.shares.index', { tenant, slug })
        : null,
    links: linksAt(ctx, page),
    takenAway:
      !folder && space.kind === 'personal'
        ? here('ged.space_exports.show', { tenant, slug })
        : null,
    activity: folder ? null : here('ged.space_activities.show', { tenant, slug }),
    level: LEVEL_WORDS[level],
    deposits: reaches(level, 'contributor') ? here('ged.deposits.store', { tenant, slug }) : null,
    opens: reaches(level, 'contributor') ? here('ged.folders.store', { tenant, slug }) : null,
    changes:
      folder && reaches(level, 'editor') && held.standing.length === 0
        ? gestures(ctx, folder)
        : null,
    rights: await rightsOf(ctx, place, folder, level),
    past: folder ? here('ged.past_folders.index', { tenant, id: folder.id }) : null,
    belonging: await belongingOf(ctx, space, folder),
    empty: space.kind === 'system' ? NOTHING_CLOSED : NOTHING_HERE,
    // What rooms closed is not reopened here
    end: space.kind === 'system' ? null : await endOfFolder(ctx, folder, level),
  }
}

const NOTHING_HERE = {
  title: 'Rien ici',
  text: 'Les documents et les dossiers que vous pouvez lire apparaîtront ici.',
}
const NOTHING_CLOSED = {
  title: 'Aucun dossier clos',
  text: 'Ceux des services que vous lisez se rangeront ici d’eux-mêmes, dès leur clôture.',
}

/** Where the links to outside are opened, for who decides who reads here. */
function linksAt({ tenant, isGuest }: HttpContext, { folder, level, space: { slug } }: Page) {
  if (isGuest || !reaches(level, 'manager')) return null
  return folder
    ? here('ged.links.index', { tenant, id: folder.id })
    : here('ged.links.of_space', { tenant, slug })
}

export const nameOf = ({ kind, name }: Space) => (kind === 'personal' ? 'Mon espace' : name)

/** Where the gestures on a document or a folder are sent. */
export const gestures = ({ tenant }: HttpContext, { id }: Node) => ({
  name: here('ged.names.update', { tenant, id }),
  place: here('ged.places.update', { tenant, id }),
  trash: here('ged.trash.store', { tenant, id }),
})

/** The address of a folder, or of a space at its root. */
export const baseAt = ({ tenant }: HttpContext, { slug }: Space, folder: Node | null = null) =>
  folder
    ? here('ged.folders.show', { tenant, id: folder.id })
    : here('ged.spaces.show', { tenant, slug })

/** The list of what stands there; what she may not read is not in it. */
export async function listAt(
  ctx: HttpContext,
  { space, place, folder }: Pick<Page, 'space' | 'place' | 'folder'>
) {
  const title = folder?.name ?? nameOf(space)
  const lists = [...(await levelsFor(ctx)).keys()]
  const hrefOf = (one: Pick<Node, 'kind' | 'id'>) => addressOf(ctx.tenant, one)
  return { title, list: placeList({ title, place, lists, isGuest: Boolean(ctx.isGuest), hrefOf }) }
}

/** Who may do what here, and from where they hold it. */
async function rightsOf(ctx: HttpContext, place: Place, folder: Node | null, level: Level) {
  const entries = await entriesOf(place.accessId)
  const source = await sourceOf(place.accessId)
  const isOwn = folder !== null && source?.id === folder.id
  const held = new Map(entries.map(({ principal, level: one }) => [principal.id, one]))
  return {
    told: await toldRights(entries),
    from: isOwn
      ? 'Ce dossier a ses propres droits : ceux du dessus n’y comptent pas.'
      : source
        ? `Droits du dossier « ${source.name} », au-dessus.`
        : 'Droits de l’espace.',
    isOwn,
    changes:
      folder && reaches(level, 'manager')
        ? here('ged.rights.update', { tenant: ctx.tenant, id: folder.id })
        : null,
    roles: allRoles().map((role) => ({
      id: role,
      label: roleLabel(role),
      level: held.get(role) ?? 'none',
    })),
    levels: [
      { value: 'none', label: 'Rien' },
      ...LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value].label })),
    ],
  }
}
