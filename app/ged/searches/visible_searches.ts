import type { HttpContext } from '@adonisjs/core/http'
import { levelsFor } from '../access/allowed.js'
import { NotAllowed, SearchMissing } from '../errors.js'
import { type Level, reaches } from '../rules/levels.js'
import { rootOf } from '../spaces/root_of.js'
import { readableSpaces } from '../spaces/readable.js'
import SavedSearch from './saved_search.js'

/** A person here, with what she may do below each list of rights. */
interface Looker {
  personId: string
  levels: Map<string, Level>
}

/** Her own searches and those that are shared with who reads a space that she reads, by their names. */
export async function visibleSearches({ personId, levels }: Looker): Promise<SavedSearch[]> {
  const spaces = await readableSpaces(levels)
  return SavedSearch.query()
    .where((one) =>
      one.where('owner_id', personId).orWhereIn(
        'space_id',
        spaces.map(({ space }) => space.id)
      )
    )
    .orderBy('name')
    .orderBy('id')
}

/** What she may do with one: nothing, read it, or decide of it. */
export async function reachOf(
  search: SavedSearch,
  { personId, levels }: Looker
): Promise<'none' | 'reads' | 'decides'> {
  if (search.ownerId === personId) return 'decides'
  if (!search.spaceId) return 'none'
  const level = levels.get((await rootOf(search.spaceId)).accessId) ?? null
  if (!level) return 'none'
  return reaches(level, 'manager') ? 'decides' : 'reads'
}

const lookerOf = async (ctx: HttpContext): Promise<Looker> => ({
  personId: ctx.actor.id!,
  levels: await levelsFor(ctx),
})

export const searchesFor = async (ctx: HttpContext): Promise<SavedSearch[]> =>
  visibleSearches(await lookerOf(ctx))

/** A search that the person of a request may see. @throws E_GED_SEARCH_MISSING */
export async function searchFor(
  ctx: HttpContext,
  id: string
): Promise<{ search: SavedSearch; decides: boolean }> {
  const search = await SavedSearch.get(id)
  const reach = await reachOf(search, await lookerOf(ctx))
  if (reach === 'none') throw new SearchMissing()
  return { search, decides: reach === 'decides' && !ctx.isGuest }
}

/** The same, for who may forget it. @throws E_GED_SEARCH_MISSING, E_GED_NOT_ALLOWED */
export async function searchToForget(ctx: HttpContext, id: string): Promise<SavedSearch> {
  const { search, decides } = await searchFor(ctx, id)
  if (!decides) throw new NotAllowed()
  return search
}
