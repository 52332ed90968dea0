import type { HttpContext } from '@adonisjs/core/http'
import { interlude } from '#web/interlude'
import { Forbidden } from '#web/errors'
import { queryOf } from './address.js'
import { ARCHIVE, sendArchive } from './archive.js'
import { chosenLines, type ChosenLine } from './chosen.js'
import { MOST_AT_ONCE, type Gesture, type ListDeclaration } from './declaration.js'
import { doEach, type DoneLine } from './each_line.js'
import { isAbove, mayDo } from './scope.js'
import { readQuery } from './state.js'

/** What a gesture did, line by line, as the session keeps it for the page that says it. */
export interface Batch {
  list: string
  gesture: string
  /** The query of the list that it was done from: one goes back to what one had filtered. */
  from: string
  lines: DoneLine[]
}

const KEY = 'batch'
const back = (base: string, query: string) => (query ? `${base}?${query}` : base)

/**
 * Does a gesture to each line that the form names: each in its own transaction, by the rules of the
 * thing and with the permission asked again; then leads to the page of results. One that was done
 * already is refused by its state: a form that is sent twice does nothing twice.
 *
 * A script sends the same form by slices, to say how far it is: `annonce` names the lines and does
 * nothing, `suite` adds a slice to those before. Its answers are JSON: `{ ids }`, `{ done }`.
 */
export async function runBatch(ctx: HttpContext, list: ListDeclaration, base: string) {
  const { request, response, session } = ctx
  const asked = request.input('geste')
  const archive = asked === ARCHIVE ? list.archive : undefined
  const gesture = (list.gestures ?? []).find(({ name }) => name === asked)
  const permission = archive?.permission ?? gesture?.permission
  if (!permission || !mayDo(ctx, list, permission)) throw new Forbidden()
  const from = queryOf(list, readQuery(list, String(request.input('filtre') ?? '')))
  const chosen = await chosenLines(ctx, list)
  if (request.input('annonce')) return response.json({ ids: chosen.map(({ id }) => id) })
  if (chosen.length === 0) {
    session.flash('notice', 'Choisissez au moins une ligne : rien n’a été fait.')
    return response.redirect(back(base, from))
  }
  if (archive) return sendArchive(ctx, archive, chosen)
  return run(ctx, list, gesture!, chosen, async (lines) => {
    const before = request.input('suite') ? sliceBefore(ctx, list, gesture!) : []
    const all = [...before, ...lines].slice(-MOST_AT_ONCE)
    session.put(KEY, { list: list.name, gesture: gesture!.name, from, lines: all } satisfies Batch)
    if (request.accepts(['html', 'json']) === 'json') return response.json({ done: all.length })
    return response.redirect(`${base}/lot`)
  })
}

type Then = (lines: DoneLine[]) => Promise<unknown>

async function run(
  ctx: HttpContext,
  list: ListDeclaration,
  gesture: Gesture,
  chosen: ChosenLine[],
  then: Then
) {
  if (isAbove(list)) return then(await doEach(ctx, gesture, chosen, null))
  return interlude((tenantId) => doEach(ctx, gesture, chosen, tenantId), then)
}

/** What the slices before did; nothing when they were of another list or gesture. */
function sliceBefore({ session }: HttpContext, list: ListDeclaration, gesture: Gesture) {
  const batch = session.get(KEY) as Batch | undefined
  return batch?.list === list.name && batch.gesture === gesture.name ? batch.lines : []
}

/** The last batch of a list in this session, as its page says it; null when there is none. */
export function lastBatch(ctx: HttpContext, list: ListDeclaration, base: string) {
  const batch = ctx.session.get(KEY) as Batch | undefined
  const find = (name?: string) => list.gestures?.find((one) => one.name === name)
  const gesture = batch?.list === list.name ? find(batch.gesture) : null
  if (!batch || !gesture) return null
  const undo = find(gesture.undo)
  return {
    base,
    back: back(base, batch.from),
    from: batch.from,
    caption: list.caption,
    words: list.words,
    gesture,
    undo: undo && mayDo(ctx, list, undo.permission) ? undo : null,
    done: batch.lines.filter(({ refused }) => refused === null),
    refused: batch.lines.filter(({ refused }) => refused !== null),
  }
}
