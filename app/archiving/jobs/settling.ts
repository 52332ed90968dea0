import { SYSTEM } from '#kernel/actor'
import { GiveUp, type JobContext } from '#kernel/jobs'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Deposit from '../models/deposit.js'
import { depositLifecycle } from '../models/deposit_lifecycle.js'

/** The task that calls somebody when a deposit does not go through. */
export const troubleTask = (depositId: string) => `archiving.trouble:${depositId}`

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
      await markFailed(tenantId, depositId, (error as Error).message)
    }
    throw error
  }
}

/** Ours is the failure: says so on the deposit, and calls somebody. */
export async function markFailed(
  tenantId: string,
  depositId: string,
  message: string
): Promise<void> {
  await tenancy.run(tenantId, async () => {
    const deposit = await Deposit.require(depositId)
    if (!depositLifecycle.allows(deposit.state, 'fail')) return
    deposit.trouble = message
    await deposit.apply('fail', SYSTEM, { reason: message })
    await callSomebody(deposit)
  })
}

/** Opens the task "Reprendre le versement", for whoever looks after the archives. */
export async function callSomebody(deposit: Deposit): Promise<void> {
  const tenant = (await tenants.byId(tenancy.tenantId()))!
  await tasks.open({
    key: troubleTask(deposit.id),
    capability: 'archiving',
    title: `Reprendre le versement « ${deposit.title} »`,
    url: `/c/${tenant.slug}/archiving/versements/${deposit.id}`,
    role: 'agent',
    subjectId: deposit.id,
  })
}
