import type { HttpContext } from '@adonisjs/core/http'
import { membershipOf } from '#kernel/people/memberships'
import { isPermitted } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { DomainError } from '#lib/errors'
import { Forbidden } from '#web/errors'
import type { ChosenLine } from './chosen.js'
import type { Gesture } from './declaration.js'

export interface DoneLine extends ChosenLine {
  /** Why it was not done; null when it was. */
  refused: string | null
}

/**
 * Does a gesture to each line, one after the other: what refuses one leaves the others alone. In a
 * member, each in its own transaction; above the members (`tenantId` null), as the gesture sees to it.
 */
export async function doEach(
  ctx: HttpContext,
  gesture: Gesture,
  chosen: ChosenLine[],
  tenantId: string | null
): Promise<DoneLine[]> {
  const done: DoneLine[] = []
  for (const line of chosen) {
    done.push({ ...line, refused: await whyRefused(ctx, gesture, line.id, tenantId) })
  }
  return done
}

async function whyRefused(ctx: HttpContext, gesture: Gesture, id: string, tenantId: string | null) {
  try {
    if (tenantId) await doIn(tenantId, ctx, gesture, id)
    else await gesture.run(id, ctx.actor)
    return null
  } catch (error) {
    if (error instanceof DomainError) return reasonOf(error)
    // A bug in one line must not hide what was done to the others
    ctx.logger.error({ err: error, line: id, gesture: gesture.name }, 'a line of a batch failed')
    return 'Une panne de notre côté : ce n’est pas fait. Recommencez cette ligne.'
  }
}

const doIn = (tenantId: string, { actor }: HttpContext, gesture: Gesture, id: string) =>
  tenancy.run(tenantId, async () => {
    const place = await membershipOf(actor.id!)
    if (!isPermitted(place?.roles ?? [], gesture.permission)) throw new Forbidden()
    await gesture.run(id, actor)
  })

/** Every fault where a rule names several, else its own sentence. */
function reasonOf({ message, details }: DomainError): string {
  const problems = details.problems as { message: string }[] | undefined
  return problems?.length ? problems.map((problem) => problem.message).join(' ') : message
}
