import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { levelsFor, spaceFor } from '../access/allowed.js'
import { readableSpaces } from '../spaces/readable.js'
import { twinsIn } from '../twins/twins.js'
import { nameOf } from './folder_screen.js'

/** The same bytes in several places: of the space that the address names, or of all that she reads. */
export async function twinsScreen(ctx: HttpContext) {
  const { tenant, request } = ctx
  const levels = await levelsFor(ctx)
  const slug: unknown = request.input('espace')
  const space = typeof slug === 'string' && slug ? (await spaceFor(ctx, slug)).space : null
  const readable = (await readableSpaces(levels)).map((one) => one.space)
  const spaces = readable.filter(({ kind }) => kind !== 'system')
  const names = new Map(spaces.map((one) => [one.slug, nameOf(one)]))
  const { twins, next } = await twinsIn(
    { lists: [...levels.keys()], spaceId: space?.id ?? null },
    cursorOf(request)
  )
  const base = here('ged.twins.index', { tenant })
  return {
    twins: twins.map(({ places, count, ...one }) => ({
      ...{ ...one, count, more: count - places.length },
      places: places.map(({ id, title, path, space: of }) => ({
        ...{ title, where: `${names.get(of) ?? of} / ${path}` },
        href: here('ged.documents.show', { tenant, id }),
      })),
    })),
    next: next && `?${new URLSearchParams({ ...(space && { espace: space.slug }), apres: next })}`,
    ...{ base, space: space?.slug ?? '' },
    options: [...names].map(([value, label]) => ({ value, label })),
    home: here('ged.spaces.index', { tenant }),
  }
}
