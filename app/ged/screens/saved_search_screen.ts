import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { cursorOf } from '#web/cursor'
import { day } from '#web/dates'
import { here } from '#web/here'
import { levelsFor } from '../access/allowed.js'
import { reaches } from '../rules/levels.js'
import { followedBy } from '../searches/follow.js'
import type SavedSearch from '../searches/saved_search.js'
import { toldPage } from '../searches/told.js'
import { searchesFor } from '../searches/visible_searches.js'
import { readableSpaces } from '../spaces/readable.js'
import Space from '../spaces/space.js'

/** A search that is kept: what it asks, whose it is, and what it found that was new. */
export async function savedSearchScreen(ctx: HttpContext, search: SavedSearch, decides: boolean) {
  const { tenant, actor, isGuest } = ctx
  const { id: searchId, name, words, ownerId, spaceId } = search
  const personId = actor.id!
  const isFollowed = (await followedBy(personId, [searchId])).has(searchId)
  const lists = [...(await levelsFor(ctx)).keys()]
  const told = await toldPage({ searchId, personId }, lists, cursorOf(ctx.request))
  const follows = here('ged.search_follows.store', { tenant, search: searchId })
  const owner = (await people.names([ownerId])).get(ownerId) ?? 'Une personne partie'
  const space = spaceId ? await Space.get(spaceId) : null
  return {
    ...{ name, words, isFollowed },
    home: here('ged.spaces.index', { tenant }),
    facts: [
      space ? `Partagée avec qui lit « ${space.name} »` : 'À vous seul',
      `Gardée par ${owner} le ${day(search.createdAt)}`,
    ],
    asks: `${here('ged.searches.index', { tenant })}?q=${encodeURIComponent(words)}`,
    follow: isGuest || isFollowed ? null : follows,
    unfollow: isFollowed ? `${follows}?_method=DELETE` : null,
    forget: decides
      ? `${here('ged.saved_searches.destroy', { tenant, search: searchId })}?_method=DELETE`
      : null,
    items: told.documents.map(({ node, toldAt }) => ({
      title: node.title,
      href: here('ged.documents.show', { tenant, id: node.id }),
      facts: [node.name, `Trouvé le ${day(toldAt)}`],
    })),
    next: told.next && `?apres=${told.next}`,
  }
}

/** Those that the person of a request may see, for the home of documents. */
export async function savedSearchLines(ctx: HttpContext) {
  const searches = await searchesFor(ctx)
  const ids = searches.map(({ id }) => id)
  const followed = await followedBy(ctx.actor.id!, ids)
  return searches.map(({ id, name, words, spaceId }) => ({
    title: name,
    href: here('ged.saved_searches.show', { tenant: ctx.tenant, search: id }),
    icon: 'search',
    facts: [words, spaceId ? 'Partagée' : 'À vous seul', followed.has(id) ? 'Suivie' : ''].filter(
      Boolean
    ),
  }))
}

/** What one fills to keep the search of a page; null for who belongs elsewhere. */
export async function keepingOf(ctx: HttpContext) {
  if (ctx.isGuest) return null
  const spaces = await readableSpaces(await levelsFor(ctx))
  return {
    action: here('ged.saved_searches.store', { tenant: ctx.tenant }),
    spaces: spaces
      .filter(({ space, level }) => space.kind !== 'personal' && reaches(level, 'contributor'))
      .map(({ space }) => ({ value: space.id, label: `Qui lit « ${space.name} »` })),
  }
}
