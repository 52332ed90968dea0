import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { platform } from '../gateways/platform.js'
import { askToSendAnew, closeSending } from '../invoice_tasks.js'
import Flow from '../models/flow.js'
import { platformAccount } from '../settings.js'

/** It is not acknowledged yet, or the platform did not answer: the queue asks again later. */
class NotYet extends Error {}

/** Reads a flow at the platform: what a call says of it is never taken for true. */
export const lookAtFlow = defineJob<{ flowId: string }>({
  name: 'invoicing.look_at_flow',
  title: 'Lire l’accusé d’un flux chez la plateforme agréée',
  queue: 'outside',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the flow stays pending on its page, and a callback reads it anew' },
  async handle({ flowId }, { tenantId }) {
    const account = await tenancy.run(tenantId, async () =>
      platformAccount(await tenants.current())
    )
    if (!account) return
    const answer = await platform.look(account, flowId)
    // It is a flow of nobody: whoever called was wrong, and asking again would say the same
    if (answer.is === 'refused') return
    if (answer.is !== 'said') throw new NotYet(answer.says)
    const { direction, acknowledgement } = await tenancy.run(tenantId, async () => {
      const flow = await Flow.note(answer.value)
      if (flow.direction === 'Out' && flow.acknowledgement === 'Error') await askToSendAnew(flow)
      if (flow.acknowledgement === 'Ok') await closeSending(flow)
      return flow
    })
    if (direction === 'Out' && acknowledgement === 'Pending')
      throw new NotYet('the platform has not looked at it yet')
  },
})
