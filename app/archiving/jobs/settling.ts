import { SYSTEM } from '#kernel/actor'
import { DomainError } from '#lib/errors'
import { GiveUp, type GivenUp, type JobContext } from '#kernel/jobs'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { ArchiveTrouble } from '../errors.js'
import Deposit from '../models/deposit.js'
import { depositLifecycle } from '../models/deposit_lifecycle.js'

/** The task that calls somebody when a deposit does not go through. */
const troubleTask = (depositId: string) => `archiving.trouble:${depositId}`

/**
 * Does the work of a deposit's job; at the last attempt a failure also turns the deposit to
 * `failed`, so that the page says so and offers to try again.
 */
export async function orFail(
  depositId: string,
  { tenantId, lastAttempt }: JobContext,
  work: () => Promise<void>
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (lastAttempt || error instanceof GiveUp) {
      await markFailed(tenantId, depositId, tellTrouble(error))
    }
    throw error
  }
}

/** The plan of a deposit's job: it may also end without its last attempt having spoken. */
export const failDeposit = ({ depositId }: { depositId: string }, { tenantId, error }: GivenUp) =>
  markFailed(tenantId, depositId, tellTrouble(error))

/** What people read on the deposit; what only a programmer reads stays in the operator's log. */
function tellTrouble(error: unknown): string {
  const french = [GiveUp, ArchiveTrouble, DomainError]
  if (french.some((kind) => error instanceof kind)) return (error as Error).message
  return 'une erreur est survenue de notre côté. Reprenez le versement ; si elle revient, prévenez la personne qui exploite la plateforme, qui en a le détail.'
}

/** Ours is the failure: says so on the deposit, and calls somebody. */
export async function markFailed(
  tenantId: string,
  depositId: string,
  message: string
): Promise<void> {
  await tenancy.run(tenantId, async () => {
    const deposit = await Deposit.get(depositId)
    if (!depositLifecycle.allows(deposit.state, 'fail')) return
    deposit.trouble = message
    await deposit.apply('fail', SYSTEM, { reason: message })
    await openTroubleTask(deposit)
  })
}

/** Opens the task "Reprendre le versement", for whoever looks after the archives. */
export async function openTroubleTask(deposit: Deposit): Promise<void> {
  const tenant = await tenants.current()
  await tasks.open({
    key: troubleTask(deposit.id),
    capability: 'archiving',
    title: `Reprendre le versement « ${deposit.title} »`,
    url: `/c/${tenant.slug}/archives/versements/${deposit.id}`,
    role: 'agent',
    subjectId: deposit.id,
  })
}
