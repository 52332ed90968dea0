import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { levelsFor } from '../access/allowed.js'
import { NotAllowed, SearchTooCommon, SpaceMissing, TooManySearches } from '../errors.js'
import { reaches } from '../rules/levels.js'
import { readQuestion } from '../search/question.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import { follow } from './follow.js'
import SavedSearch from './saved_search.js'

/** Nobody finds anything again among more. */
export const MOST_SAVED = 50

/** What keeping a search asks for; `space`: the space whose readers see it too. */
export const newSearch = vine.create({
  q: vine.string().trim().minLength(1).maxLength(300),
  name: vine.string().trim().minLength(2).maxLength(80),
  space: vine.string().uuid().optional(),
  follows: vine.boolean().optional(),
})

/**
 * Keeps a search for the person of a request, or for all who read a space where she may file.
 * @throws E_GED_NOT_ALLOWED, E_GED_SPACE_MISSING, E_GED_SEARCH_COMMON, E_GED_SEARCHES_MANY at the field
 */
export async function saveSearch(
  ctx: HttpContext,
  asked: Infer<typeof newSearch>
): Promise<SavedSearch> {
  if (ctx.isGuest) throw new NotAllowed()
  const { q: words, name, space: spaceId = null, follows = false } = asked
  const ownerId = ctx.actor.id!
  if (spaceId) await mustShareWith(ctx, spaceId)
  const { asked: terms, only } = await readQuestion(words)
  if (terms.isTooCommon && !only) throw new SearchTooCommon().at('q')
  const own = await SavedSearch.query().where('owner_id', ownerId).limit(MOST_SAVED)
  if (own.length === MOST_SAVED) throw new TooManySearches(MOST_SAVED).at('name')
  const search = await SavedSearch.create({
    ...{ ownerId, spaceId, name, words },
    createdAt: clock.now(),
  })
  await journal.append({ type: 'ged.search_saved', subject: search.ref, actor: ctx.actor })
  if (follows) await follow(search.id, ownerId)
  return search
}

/** Whoever may add documents to a space may add a search of it. */
async function mustShareWith(ctx: HttpContext, spaceId: string): Promise<void> {
  const space = await Space.query().where('id', spaceId).first()
  const level = space && (await levelsFor(ctx)).get((await rootOf(space.id)).accessId)
  if (!space || !level) throw new SpaceMissing().at('space')
  if (space.kind === 'personal' || !reaches(level, 'contributor'))
    throw new NotAllowed().at('space')
}

/** Forgets a search, and who followed it. */
export async function forgetSearch(search: SavedSearch, { actor }: HttpContext): Promise<void> {
  await tenancy
    .trx()
    .from('ged.saved_searches')
    .where({ tenant_id: tenancy.tenantId(), id: search.id })
    .delete()
  await journal.append({ type: 'ged.search_forgotten', subject: search.ref, actor })
}
