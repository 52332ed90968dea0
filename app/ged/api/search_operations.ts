import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor } from '../access/allowed.js'
import { NotAllowed } from '../errors.js'
import { follow, followedBy, unfollow } from '../searches/follow.js'
import { forgetSearch, newSearch, saveSearch } from '../searches/save_search.js'
import type SavedSearch from '../searches/saved_search.js'
import { toldPage } from '../searches/told.js'
import { searchesFor, searchFor, searchToForget } from '../searches/visible_searches.js'
import { lineShape, toldLine } from './resources.js'

const searchShape = vine.create({
  id: told.id(),
  name: told.text(),
  /** As one types it. */
  q: told.text(),
  /** The space whose readers see it; null when it is of one person. */
  space: told.id().nullable(),
  isFollowed: told.flag(),
})

const toldSearch = ({ id, name, words, spaceId }: SavedSearch, isFollowed: boolean) => ({
  ...{ id, name, q: words, space: spaceId, isFollowed },
})

const common = { permission: 'ged.read' }
const page = vine.create({ apres: vine.string().uuid().optional() })

/** What one searches often, and is told of. */
export const searchOperations: Operation[] = [
  {
    ...common,
    name: 'saved_searches',
    call: 'GET /recherches',
    title: 'Lister les recherches gardées',
    says: 'Celles de la personne, et celles que partagent les espaces qu’elle lit.',
    answer: { kind: 'list', of: 'RechercheGardee', shape: searchShape },
    gestures: [],
    run: async ({ ctx }) => {
      const searches = await searchesFor(ctx)
      const ids = searches.map(({ id }) => id)
      const followed = await followedBy(ctx.actor.id!, ids)
      return { items: searches.map((one) => toldSearch(one, followed.has(one.id))), next: null }
    },
  },
  {
    ...common,
    name: 'save_search',
    call: 'POST /recherches',
    title: 'Garder une recherche sous un nom',
    says: '« space » la partage avec qui lit cet espace ; « follows » prévient de ce qu’elle trouve de nouveau.',
    body: newSearch,
    refuses: [409],
    answer: { kind: 'thing', of: 'RechercheGardee', shape: searchShape, status: 201 },
    seen: { nothing: 'a search is kept beside the others' },
    gestures: ['ged.saved_searches.store'],
    run: async ({ ctx, body }) => toldSearch(await saveSearch(ctx, body), body.follows === true),
  },
  {
    ...common,
    name: 'forget_search',
    call: 'DELETE /recherches/:search',
    title: 'Oublier une recherche gardée',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a search that is forgotten is not found any more' },
    gestures: ['ged.saved_searches.destroy'],
    run: async ({ ctx, params }) => forgetSearch(await searchToForget(ctx, params.search), ctx),
  },
  {
    ...common,
    name: 'search_news',
    call: 'GET /recherches/:search/trouvailles',
    title: 'Lister ce qu’une recherche suivie a trouvé de nouveau',
    says: 'Ce dont la personne a été prévenue, et qu’elle lit toujours ; le dernier déposé d’abord.',
    query: page,
    answer: { kind: 'list', of: 'LigneDocuments', shape: lineShape },
    gestures: [],
    run: async ({ ctx, params, query }) => {
      const { search } = await searchFor(ctx, params.search)
      const lists = [...(await levelsFor(ctx)).keys()]
      const follower = { searchId: search.id, personId: ctx.actor.id! }
      const { documents, next } = await toldPage(follower, lists, query.apres ?? null)
      return { items: documents.map(({ node }) => toldLine(node)), next }
    },
  },
  {
    ...common,
    name: 'follow_search',
    call: 'POST /recherches/:search/suivi',
    title: 'Être prévenu de ce qu’une recherche trouve de nouveau',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a second time changes nothing' },
    gestures: ['ged.search_follows.store'],
    run: async ({ ctx, params }) => {
      const { search } = await searchFor(ctx, params.search)
      if (ctx.isGuest) throw new NotAllowed()
      await follow(search.id, ctx.actor.id!)
    },
  },
  {
    ...common,
    name: 'unfollow_search',
    call: 'DELETE /recherches/:search/suivi',
    title: 'N’être plus prévenu par une recherche',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a second time changes nothing' },
    gestures: ['ged.search_follows.destroy'],
    run: async ({ ctx, params }) => {
      const { search } = await searchFor(ctx, params.search)
      await unfollow(search.id, ctx.actor.id!)
    },
  },
]
