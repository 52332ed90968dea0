import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { archiveOf } from '../gateways/archive_of.js'
import type { ExternalArchive, SendOutcome } from '../gateways/external_archive.js'
import { inWorkshop } from '../gateways/workshop.js'
import Deposit from '../models/deposit.js'
import { buildPackage, gather } from '../packaging.js'
import { followDeposit } from './follow_deposit.js'
import { markFailed, failDeposit, orFail } from './settling.js'

/**
 * Sends a package to the external archive, once. Whatever was tried before, by this job or by one
 * that failed for good, it asks first whether the package has arrived.
 */
export const sendDeposit = defineJob<{ depositId: string }>({
  name: 'archiving.send_deposit',
  title: 'Envoyer un versement',
  onGiveUp: failDeposit,
  queue: 'outside',
  attempts: 20,
  async handle({ depositId }, context) {
    const { tenantId } = context
    await orFail(depositId, context, async () => {
      const deposit = await tenancy.run(tenantId, () => Deposit.get(depositId))
      if (deposit.state !== 'transferred') return
      const { archive, siren } = await archiveOf(tenantId)
      const arrived = await hasArrived(archive, deposit, siren)
      const outcome = arrived ? SENT : await send(archive, tenantId, depositId)
      if (outcome.is === 'refused') return markFailed(tenantId, depositId, outcome.why)
      await tenancy.run(tenantId, () =>
        followDeposit.enqueue(
          { depositId },
          { delay: 30, dedupeKey: `archiving.follow.${depositId}` }
        )
      )
    })
  },
})

const SENT: SendOutcome = { is: 'sent' }

function send(archive: ExternalArchive, tenantId: string, depositId: string): Promise<SendOutcome> {
  return inWorkshop(async (folder) => {
    const toPack = await tenancy.run(tenantId, async () => gather(await Deposit.get(depositId)))
    return archive.send(await buildPackage(tenantId, toPack, folder))
  })
}

async function hasArrived(
  archive: ExternalArchive,
  deposit: Deposit,
  siren: string
): Promise<boolean> {
  const message = await archive.fetchMessage({
    kind: 'Acknowledgement',
    transferIdentifier: deposit.messageIdentifier,
    transferringAgency: siren,
  })
  return message !== null
}
