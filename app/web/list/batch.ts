import type { HttpContext } from '@adonisjs/core/http'
import { interlude } from '#kernel/interlude'
import { membershipOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import { Forbidden } from '#web/errors'
import { chosenLines, type ChosenLine } from './chosen.js'
import type { Gesture, ListDeclaration } from './declaration.js'

export interface DoneLine extends ChosenLine {
  /** Why it was not done; null when it was. */
  refused: string | null
}

/** What a gesture did, line by line, as the session keeps it for the page that says it. */
export interface Batch {
  list: string
  gesture: string
  lines: DoneLine[]
}

const KEY = 'batch'

/**
 * Does a gesture to each line that the form names: each in its own transaction, by the rules of the
 * thing and with the permission asked again; then leads to the page of results. One that was done
 * already is refused by its state: a form that is sent twice does nothing twice.
 */
export async function runBatch(ctx: HttpContext, list: ListDeclaration, base: string) {
  const { request, response, session, allows } = ctx
  const gesture = (list.gestures ?? []).find(({ name }) => name === request.input('geste'))
  if (!gesture || !allows(gesture.permission)) throw new Forbidden()
  const chosen = await chosenLines(ctx, list)
  if (chosen.length === 0) {
    session.flash('notice', 'Choisissez au moins une ligne : rien n’a été fait.')
    return response.redirect(base)
  }
  return interlude(
    (tenantId) => doEach(ctx, gesture, chosen, tenantId),
    async (lines) => {
      session.put(KEY, { list: list.name, gesture: gesture.name, lines } satisfies Batch)
      return response.redirect(`${base}/lot`)
    }
  )
}

async function doEach(
  ctx: HttpContext,
  gesture: Gesture,
  chosen: ChosenLine[],
  tenantId: string
): Promise<DoneLine[]> {
  const done: DoneLine[] = []
  for (const line of chosen) {
    done.push({ ...line, refused: await whyRefused(ctx, gesture, line.id, tenantId) })
  }
  return done
}

async function whyRefused(ctx: HttpContext, gesture: Gesture, id: string, tenantId: string) {
  try {
    await tenancy.run(tenantId, async () => {
      const place = await membershipOf(ctx.actor.id!)
      if (!isPermitted(place?.roles ?? [], gesture.permission)) throw new Forbidden()
      await gesture.run(id, ctx.actor)
    })
    return null
  } catch (error) {
    if (error instanceof DomainError) return reasonOf(error)
    // A bug in one line must not hide what was done to the others
    ctx.logger.error({ err: error, line: id, gesture: gesture.name }, 'a line of a batch failed')
    return 'Une panne de notre côté : ce n’est pas fait. Recommencez cette ligne.'
  }
}

/** Every fault where a rule names several, else its own sentence. */
function reasonOf({ message, details }: DomainError): string {
  const problems = details.problems as { message: string }[] | undefined
  return problems?.length ? problems.map((problem) => problem.message).join(' ') : message
}

/** The last batch of a list in this session, as its page says it; null when there is none. */
export function lastBatch({ session, allows }: HttpContext, list: ListDeclaration, base: string) {
  const batch = session.get(KEY) as Batch | undefined
  const find = (name?: string) => list.gestures?.find((one) => one.name === name)
  const gesture = batch?.list === list.name ? find(batch.gesture) : null
  if (!batch || !gesture) return null
  const undo = find(gesture.undo)
  return {
    base,
    caption: list.caption,
    words: list.words,
    gesture,
    undo: undo && allows(undo.permission) ? undo : null,
    done: batch.lines.filter(({ refused }) => refused === null),
    refused: batch.lines.filter(({ refused }) => refused !== null),
  }
}
